'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const page = document.getElementById('page');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#7f7f7f'];
  const DARK_COLOURS = ['#4DA3DB', '#F0803C', '#2FC79B', '#E09DC4', '#F0B840', '#8BCBF2', '#b5b5b5'];
  const SYMBOLS = ['circle', 'diamond', 'rect', 'triangle', 'pin', 'arrow'];
  const drawn = [];

  // Everything from the results goes in as text, never as HTML.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    for (const child of children) element.append(child);
    return element;
  }
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = i => (dark.matches ? DARK_COLOURS : COLOURS)[i % COLOURS.length];
  const symbol = i => SYMBOLS[i % SYMBOLS.length];
  const number = v => v === null || v === undefined ? '–'
    : Math.abs(v) >= 1000 ? Math.round(v).toLocaleString('en-US') : String(Number(v.toPrecision(4)));
  const unit = m => data.metrics[m][1] === '1' ? '' : ' (' + data.metrics[m][1] + ')';
  const title = m => data.metrics[m][0] + unit(m);
  const metric = name => data.metrics.findIndex(m => m[0] === name);

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
  function axis(name, more) {
    const line = {lineStyle: {color: css('--rule')}};
    return Object.assign({type: 'value', name, nameLocation: 'middle', nameGap: 28, nameTextStyle: {color: css('--soft')},
      axisLabel: {color: css('--soft'), hideOverlap: true}, axisLine: line, splitLine: line}, more);
  }
  // option(box) answers the axes and series of a chart in a box; the rest is the same for all.
  function chart(label, caption, option, tall) {
    const box = make('div', {class: tall ? 'chart tall' : 'chart', role: 'img', tabindex: '0', 'aria-label': label});
    const figure = make('figure', {}, box, make('figcaption', {}, caption));
    const entry = {box, figure, draw(all) {
      if (!entry.chart) entry.chart = echarts.init(box, null, {renderer: 'canvas'});
      const own = option(box);
      entry.chart.setOption(Object.assign({
        animation: false, aria: {enabled: false}, textStyle: {color: css('--ink')},
        title: {text: label, textStyle: {fontSize: 14, color: css('--ink'), width: Math.max(200, box.clientWidth - 30), overflow: 'truncate'}},
        tooltip: {renderMode: 'richText', confine: true, trigger: own.trigger || 'item', order: 'seriesAsc'},
        legend: {type: 'scroll', top: 26, textStyle: {color: css('--ink')}, pageTextStyle: {color: css('--ink')}},
        grid: {left: 62, right: 18, top: 64, bottom: 74},
        dataZoom: [{type: 'inside', filterMode: 'none'}, {type: 'slider', height: 16, bottom: 8, filterMode: 'none', textStyle: {color: css('--soft')}}]
      }, own.parts), all !== false);
    }};
    drawn.push(entry);
    return entry;
  }
  function named(i, more) {
    return Object.assign({name: data.protocols[i], itemStyle: {color: colour(i)}, lineStyle: {color: colour(i), width: 2}, symbol: symbol(i)}, more);
  }
  function intervals(i, points) { // points: x, low, high
    return {name: data.protocols[i], type: 'custom', silent: true, z: 1, data: points, encode: {x: 0, y: [1, 2]},
      itemStyle: {color: colour(i)},
      renderItem(params, api) {
        const low = api.coord([api.value(0), api.value(1)]);
        const high = api.coord([api.value(0), api.value(2)]);
        return {type: 'line', shape: {x1: low[0], y1: low[1], x2: high[0], y2: high[1]}, style: {stroke: colour(i), lineWidth: 1.5}};
      }};
  }
  const verdicts = counts => Object.entries(counts).map(([name, n]) => n + ' ' + name).join(', ');

  function head() {
    document.title = data.name + ' – Hopscope';
    page.append(make('h1', {}, data.name),
      make('p', {class: 'soft'}, (data.kind === 'run' ? 'Results of a run' : 'Results of a sweep') + ', seed ' + data.seed + ', hash ' + data.hash.slice(0, 16)));
  }

  function runTables() {
    const best = m => {
      const means = data.summary.map(row => row.figures[m][2]);
      if (data.metrics[m][2] === 'NEITHER' || means.some(v => v === null)) return null;
      const value = data.metrics[m][2] === 'LOWER' ? Math.min(...means) : Math.max(...means);
      return means.filter(v => v === value).length === 1 ? value : null;
    };
    const rows = data.metrics.map((m, i) => {
      const winner = best(i);
      return [title(i).replaceAll('_', '_\u200b')].concat(data.summary.map(row => {
        const [n, missing, mean, low, high] = row.figures[i];
        if (n === 0) return 'none';
        const text = number(mean) + (low === null ? '' : ' ± ' + number((high - low) / 2)) + (missing ? ' (' + missing + ' of ' + (n + missing) + ' none)' : '');
        return mean === winner ? {best: true, text} : text;
      }));
    });
    section('Summary', make('p', {class: 'soft'}, 'Mean ± half the width of the 95 % confidence interval; the better mean is bold, whether or not the difference is beyond chance.'),
      table('Summary of all metrics', ['metric'].concat(data.protocols), rows));
    section('Verdicts', table('Verdicts', ['protocol', 'verdicts of its runs'], data.summary.map(row => [row.protocol, verdicts(row.verdicts)]), [1]));
  }

  function runCharts() {
    const of = p => data.runs.filter(run => run.protocol === p);
    let level = 3;
    const LEVELS = ['', 'known', 'reaching', 'optimal'];
    const overTime = chart('Pairs of nodes with a route, over time', 'A line per run; virtual time. Drag or scroll to zoom, click a name to hide a protocol.', () => ({
      parts: {xAxis: axis('virtual time (s)', {max: data.duration}), yAxis: axis(LEVELS[level] + ' (%)', {max: 100, nameGap: 40}),
        series: data.protocols.flatMap((name, p) => of(p).filter(run => run.series.length).map(run => {
          const points = [];
          for (let i = 0; i < run.series.length; i += 4) points.push([run.series[i], 100 * run.series[i + level]]);
          if (points.length) points.push([data.duration, points[points.length - 1][1]]);
          return named(p, {type: 'line', step: 'end', showSymbol: false, data: points, lineStyle: {color: colour(p), width: 1.6, opacity: 0.75},
            markLine: {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: css('--soft'), type: 'dashed'}, data: data.faults.map(t => ({xAxis: t}))}});
        }))}}));
    let m = metric('convergence_optimal_s');
    const perRun = chart('A metric, run by run', 'Each point is a run; runs without a value are left out here and counted in the summary.', () => ({
      parts: {xAxis: axis('replication', {minInterval: 1}), yAxis: axis(title(m), {scale: true, nameGap: 46}),
        series: data.protocols.map((name, p) => named(p, {type: 'scatter', symbolSize: 9, data: of(p).filter(r => r.values[m] !== null).map(r => [r.replication, r.values[m]])}))}}));
    const hops = chart('Links that messages crossed', 'Share of delivered messages that crossed at most so many links, all runs.', () => ({
      trigger: 'axis', parts: {xAxis: axis('links', {minInterval: 1}), yAxis: axis('messages (%)', {max: 100, nameGap: 40}),
        series: data.protocols.map((name, p) => {
          const total = data.hops[p].reduce((a, b) => a + b, 0);
          let sum = 0;
          return named(p, {type: 'line', step: 'end', data: data.hops[p].map((n, h) => [h, 100 * (sum += n) / total])});
        })}}));
    const cost = chart('Overhead against convergence', 'Each point is a run that converged; the lower left corner is best.', () => ({
      parts: {xAxis: axis(title(metric('control_bytes_per_node_per_s')), {scale: true}), yAxis: axis(title(metric('convergence_optimal_s')), {scale: true, nameGap: 46}),
        series: data.protocols.map((name, p) => named(p, {type: 'scatter', symbolSize: 10,
          data: of(p).map(r => [r.values[metric('control_bytes_per_node_per_s')], r.values[metric('convergence_optimal_s')]]).filter(v => v[1] !== null)}))}}));
    section('Charts', make('div', {class: 'controls'},
      select('Routes over time', LEVELS.slice(1), 2, i => { level = i + 1; overTime.draw(); }),
      select('Metric run by run', data.metrics.map((x, i) => title(i)), m, i => { m = i; perRun.draw(); })),
      make('div', {class: 'grid'}, overTime.figure, perRun.figure, hops.figure, cost.figure));
  }

  const STATES = ['no route', 'delivers', 'loops', 'black hole', 'down'];
  const STATE_COLOURS = [['#9aa3ae', '#7d8794'], ['#0072B2', '#4DA3DB'], ['#d00000', '#ff5a52'], ['#b36b00', '#f0b840'], ['#1d2430', '#e6eaf0']];
  const STATE_SYMBOLS = ['emptyCircle', 'circle', 'triangle', 'diamond', 'rect'];
  function network() {
    if (!data.network) {
      section('Network', make('p', {}, data.noNetwork || ''));
      return;
    }
    const nodes = data.network.nodes;
    const links = data.network.links;
    const linkOf = new Map(links.map(([a, b], i) => [a * nodes.length + b, i]));
    const between = (a, b) => linkOf.has(a * nodes.length + b) ? linkOf.get(a * nodes.length + b) : linkOf.get(b * nodes.length + a);
    let p = 0;
    let target = 0;
    let at = 0;
    function now() {
      const line = data.timelines[p];
      const state = new Array(nodes.length).fill(0);
      const hop = new Array(nodes.length).fill(-1);
      for (let i = 0; i <= at; i++) {
        const changes = line.moments[i].changes[target];
        for (let j = 0; j < changes.length; j += 3) { state[changes[j]] = changes[j + 1]; hop[changes[j]] = changes[j + 2]; }
      }
      return {state, hop, moment: line.moments[at], destination: line.destinations[target]};
    }
    // A place in the box with the proportions of the network: to fill the box would bend it, and the symbols with it.
    function fitted(box) {
      const span = i => { const values = nodes.map(node => node[i]); return Math.max(...values) - Math.min(...values) || 1; };
      const room = [Math.max(50, box.clientWidth - 60), Math.max(50, box.clientHeight - 80)];
      const scale = Math.min(room[0] / span(1), room[1] / span(2));
      const [width, height] = [span(1) * scale, span(2) * scale];
      return {left: 30 + (room[0] - width) / 2, top: 50 + (room[1] - height) / 2, width, height};
    }
    const tone = s => STATE_COLOURS[s][dark.matches ? 1 : 0];
    const picture = chart('The network', 'Filled circle: its route delivers to the chosen destination (star). Empty: no route. Red triangle and red link: loop. Diamond: black hole. Square: down. Dashed link: carries nothing. Scroll to zoom, drag to move.', box => {
      const {state, hop, moment, destination} = now();
      const dead = new Set(moment.dead);
      const used = new Map();
      hop.forEach((to, from) => { if (to >= 0) { const l = between(from, to); used.set(l, Math.max(used.get(l) || 0, state[from] === 2 ? 2 : 1)); } });
      const size = Math.max(5, Math.min(16, 130 / Math.sqrt(nodes.length)));
      return {parts: {dataZoom: [], legend: {show: false}, series: [{type: 'graph', layout: 'none', roam: true, ...fitted(box),
        label: {show: nodes.length <= 60, position: 'right', color: css('--ink'), fontSize: 11}, labelLayout: {hideOverlap: true}, emphasis: {disabled: nodes.length > 300},
        data: nodes.map((node, i) => ({id: String(i), name: node[0], x: node[1], y: node[2],
          symbol: i === destination ? 'path://M50 5 61 39 98 39 68 60 79 95 50 73 21 95 32 60 2 39 39 39Z' : STATE_SYMBOLS[state[i]],
          symbolSize: i === destination ? size * 2 : state[i] === 2 ? size * 1.4 : size, itemStyle: {color: i === destination ? colour(4) : tone(state[i])},
          value: i === destination ? 'destination' : STATES[state[i]]})),
        tooltip: {formatter: item => item.dataType === 'node' ? item.name + ': ' + item.data.value : ''},
        links: links.map(([a, b], i) => ({source: String(a), target: String(b), lineStyle: dead.has(i) ? {type: 'dashed', color: css('--soft'), width: 1, opacity: 0.8}
          : used.get(i) === 2 ? {color: tone(2), width: 4, opacity: 1} : used.has(i) ? {color: tone(1), width: nodes.length > 300 ? 0.8 : 2, opacity: 0.9} : {color: css('--rule'), width: 1, opacity: 1}}))}]}};
    }, true);
    const said = make('p', {'aria-live': 'polite', id: 'moment'});
    const slider = make('input', {type: 'range', min: '0', value: '0', step: '1', 'aria-label': 'Moment of the run', id: 'time'});
    const targets = make('span');
    function show(fresh) {
      const {state, moment, destination} = now();
      const count = s => state.filter((x, i) => x === s && i !== destination).length;
      said.textContent = 'At ' + moment.t.toFixed(3) + ' s, ' + count(1) + ' of ' + (nodes.length - 1) + ' nodes reach ' + nodes[destination][0]
        + '; ' + count(2) + ' run into a loop, ' + count(3) + ' into a black hole, ' + count(0) + ' have no route, ' + count(4) + ' are down; '
        + moment.dead.length + ' of ' + links.length + ' links carry nothing.';
      slider.setAttribute('aria-valuetext', moment.t.toFixed(3) + ' seconds');
      picture.draw(fresh);
    }
    function choose() {
      slider.max = data.timelines[p].moments.length - 1;
      at = Math.min(at, data.timelines[p].moments.length - 1);
      target = Math.min(target, data.timelines[p].destinations.length - 1);
      slider.value = at;
      targets.replaceChildren(select('Destination', data.timelines[p].destinations.map(d => nodes[d][0]), target, i => { target = i; show(false); }));
    }
    slider.addEventListener('input', () => { at = Number(slider.value); show(false); });
    let timer = null;
    const play = make('button', {type: 'button'}, 'Play');
    play.addEventListener('click', () => {
      if (timer) { clearInterval(timer); timer = null; play.textContent = 'Play'; return; }
      if (at >= Number(slider.max)) at = 0;
      play.textContent = 'Stop';
      timer = setInterval(() => {
        if (at >= Number(slider.max)) { play.click(); return; }
        slider.value = ++at;
        show(false);
      }, calm.matches ? 1500 : 400);
    });
    at = data.timelines[p].moments.length - 1;
    choose();
    section('Network over time', make('p', {class: 'soft'}, 'Replication 0, done again from the effective scenario; its fingerprint is that of the saved run. '
      + 'At most 90 moments, and destinations as far as 400,000 states go.'),
      make('div', {class: 'controls'}, select('Protocol', data.timelines.map(t => t.protocol), 0, i => { p = i; choose(); show(false); }), targets, play, slider),
      said, picture.figure);
    drawn.splice(drawn.indexOf(picture), 1);
    drawn.push({box: picture.box, draw: () => show(true), get chart() { return picture.chart; }});
  }

  function runRest() {
    if (data.links) {
      const lines = data.links.trim().split('\n').map(line => line.split(','));
      section('Links: configured and measured', table('Links', lines[0].map(name => name.replaceAll('_', ' ')), lines.slice(1, 501), [0, 2]));
    }
    const file = 'scenario.effective.yaml';
    section('Runs', make('p', {class: 'soft'}, 'Each command does that run again; ' + file + ' lies in the folder of the results.'
      + (data.ofPlugins.length ? ' JAR is the jar of the plugin, of the build that the effective scenario names.' : '')),
      make('details', {}, make('summary', {}, data.runs.length + ' runs'), table('Runs', ['protocol', 'replication', 'verdict', 'fingerprint', 'command'],
        data.runs.map(run => [data.protocols[run.protocol], run.replication, run.verdict, run.fingerprint,
          'hopscope run ' + file + (data.fileSetting || '') + ' --protocol ' + data.protocols[run.protocol] + ' --replication ' + run.replication + (data.ofPlugins.includes(data.protocols[run.protocol]) ? ' --plugin JAR' : '')]), [2, 3, 4])));
    section('Effective scenario', make('details', {}, make('summary', {}, 'Every setting, defaults included'), make('pre', {tabindex: '0'}, data.scenario)));
  }

  function sweep() {
    const values = data.axes.map((name, a) => [...new Set(data.cells.map(cell => cell.labels[a]))]);
    const numeric = labels => labels.every(label => /^-?[0-9.]+[^0-9.]*$/.test(label)) && new Set(labels.map(l => l.replace(/^-?[0-9.]+/, ''))).size === 1;
    let x = Math.max(0, values.findIndex(labels => labels.length > 1 && numeric(labels)));
    let m = metric('delivery_ratio');
    const held = values.map(() => 0);
    const fits = cell => cell.labels.every((label, a) => a === x || label === values[a][held[a]]);
    const lines = chart('A metric over an axis', 'Means with 95 % confidence intervals; runs without a value are left out and counted in the table.', () => {
      const cells = data.cells.filter(fits);
      const numbers = numeric(values[x]);
      const place = cell => numbers ? parseFloat(cell.labels[x]) : values[x].indexOf(cell.labels[x]);
      const order = cells.slice().sort((a, b) => place(a) - place(b));
      const xAxis = numbers ? axis(data.axes[x] + ' ' + values[x][0].replace(/^-?[0-9.]+/, ''), {}) : axis(data.axes[x], {type: 'category', data: values[x]});
      return {parts: {xAxis, yAxis: axis(title(m), {scale: true, nameGap: 46}), series: data.protocols.flatMap((name, p) => [
        named(p, {type: 'line', symbolSize: 9, connectNulls: false, data: order.map(cell => [place(cell), cell.figures[p][m][2]])}),
        intervals(p, order.filter(cell => cell.figures[p][m][3] !== null).map(cell => [place(cell), cell.figures[p][m][3], cell.figures[p][m][4]]))])}};
    }, true);
    const place = make('div');
    function tables() {
      place.replaceChildren(table('Cells', ['cell'].concat(data.axes, data.protocols, ['verdicts']), data.cells.map(cell => [cell.id].concat(cell.labels,
        cell.figures.map(all => { const [n, missing, mean, low, high] = all[m]; return n === 0 ? 'none' : number(mean) + (low === null ? '' : ' ± ' + number((high - low) / 2)) + (missing ? ' (' + missing + ' none)' : ''); }),
        [verdicts(cell.verdicts)])), data.axes.map((a, i) => i + 1)));
    }
    const others = make('span', {class: 'controls'});
    function choose() {
      others.replaceChildren(...values.map((labels, a) => a === x || labels.length < 2 ? '' : select(data.axes[a], labels, held[a], i => { held[a] = i; lines.draw(); })));
    }
    choose();
    tables();
    section('Charts', make('div', {class: 'controls'}, select('Metric', data.metrics.map((z, i) => title(i)), m, i => { m = i; lines.draw(); tables(); }),
      select('Along', data.axes, x, i => { x = i; choose(); lines.draw(); }), others), lines.figure);
    section('Cells', make('p', {class: 'soft'}, 'The metric chosen above: mean ± half the width of the 95 % confidence interval. '
      + data.cells.filter(cell => !cell.finished).length + ' of ' + data.cells.length + ' cells are not finished.'), place);
    section('Again', make('p', {class: 'soft'}, 'Each command does that cell again, from the file of the sweep; with --plugin JAR where that names a protocol of a plugin.'), make('details', {}, make('summary', {}, data.cells.length + ' cells'),
      table('Commands', ['cell', 'command'], data.cells.map(cell => [cell.id, 'hopscope sweep FILE --cell ' + cell.id + ' --out again']), [1])));
  }

  // Drawn with the program, as the scenario declares them.
  function pictures() {
    if (!data.pictures.length) return;
    section('Charts of the scenario', make('div', {class: 'grid'}, ...data.pictures.map(picture => make('figure', {},
      make('img', {alt: picture.title, src: 'data:image/svg+xml;base64,' + picture.svg}), make('figcaption', {}, picture.title)))));
  }

  head();
  if (data.kind === 'sweep') { sweep(); pictures(); }
  else { runTables(); runCharts(); pictures(); network(); runRest(); }
  drawn.forEach(entry => entry.draw());
  dark.addEventListener('change', () => drawn.forEach(entry => entry.draw()));
  window.addEventListener('resize', () => drawn.forEach(entry => entry.chart && entry.chart.resize()));
  document.documentElement.dataset.ready = String(drawn.length);
})();
