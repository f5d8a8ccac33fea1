  const data = JSON.parse(document.getElementById('data').textContent);
  const page = document.getElementById('page');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const drawn = [];

  // Everything from the results goes in as text, never as HTML.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    for (const child of children) element.append(child);
    return element;
  }
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = v => v === null || v === undefined ? '–'
    : Math.abs(v) >= 1000 ? Math.round(v).toLocaleString('en-US') : String(Number(v.toPrecision(4)));
  const count = (n, one) => n + ' ' + one + (n === 1 ? '' : 's');
  const unit = m => data.metrics[m][1] === '1' ? '' : ' (' + data.metrics[m][1] + ')';
  const title = m => data.metrics[m][0] + unit(m);
  const metric = name => data.metrics.findIndex(m => m[0] === name);
  const verdicts = counts => Object.entries(counts).map(([name, n]) => n + ' ' + name).join(', ');

  // The command that does again what a place in a chart stands for: a cell of a sweep, or a protocol and replication.
  const word = text => /^[\w.,:=@%+\/-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'";
  function command(origin) {
    if (data.command) return data.command;
    if (origin.cell) return 'hopscope sweep FILE --cell ' + origin.cell + ' --out again';
    return 'hopscope run scenario.effective.yaml' + (data.moreToSay || '') + ' --protocol ' + word(origin.protocol)
      + (origin.replication >= 0 ? ' --replication ' + origin.replication : '');
  }

  function section(name, ...children) {
    const id = 's' + page.children.length;
    page.append(make('section', {'aria-labelledby': id}, make('h2', {id}, name), ...children));
  }
  function table(label, head, rows, words) {
    const row = (tag, cells) => make('tr', {}, ...cells.map((cell, i) => {
      const attributes = words && words.includes(i) ? {class: 'words'} : {};
      if (tag === 'th') attributes.scope = 'col';
      const element = make(tag, attributes);
      if (cell && cell.best) { element.className = 'best'; element.append(cell.text); } else element.append(String(cell));
      return element;
    }));
    return make('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label},
      make('table', {'aria-label': label}, make('thead', {}, row('th', head)), make('tbody', {}, ...rows.map(r => row('td', r)))));
  }
  function select(label, options, chosen, changed) {
    const box = make('select', {'aria-label': label});
    options.forEach((text, i) => { const o = make('option', {value: i}, text); if (i === chosen) o.selected = true; box.append(o); });
    box.addEventListener('change', () => changed(Number(box.value)));
    return make('label', {}, label, box);
  }

  const KINDS = {run: 'Results of a run', sweep: 'Results of a sweep', comparison: 'A comparison'};
  function head() {
    document.title = data.name + ' – Hopscope';
    page.append(make('h1', {}, data.name), make('p', {class: 'soft'},
      KINDS[data.kind] + (data.hash ? ', seed ' + data.seed + ', hash ' + data.hash.slice(0, 16) : '')));
  }
