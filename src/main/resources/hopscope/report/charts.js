  // What all charts have in common: colours, axes, keys of lines that can be hidden, zoom by mouse and keyboard, the
  // command behind every point, and the values as a table.
  const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];
  const DARK_COLOURS = ['#4DA3DB', '#F0803C', '#2FC79B', '#E09DC4', '#F0B840', '#8BCBF2', '#e6eaf0'];
  const SYMBOLS = ['circle', 'diamond', 'rect', 'triangle', 'path://M0 0 10 0 5 9Z', 'path://M0 0 2 0 5 3 8 0 10 0 10 2 7 5 10 8 10 10 8 10 5 7 2 10 0 10 0 8 3 5 0 2Z'];
  const MARKS = ['●', '◆', '■', '▲', '▼', '✖'];
  const TABLE_ROWS = 1000;
  const shade = place => (dark.matches ? DARK_COLOURS : COLOURS)[place % COLOURS.length];
  const shape = place => SYMBOLS[place % SYMBOLS.length];
  const place = i => data.places[i];
  const colour = i => shade(place(i));
  const symbol = i => shape(place(i));
  const compact = v => Math.abs(v) >= 10000 ? v.toLocaleString('en-US', {notation: 'compact', maximumSignificantDigits: 4}) : number(v);
  const protocolKeys = () => data.protocols.map((name, i) => ({name, legend: name, place: place(i)}));

  function axis(name, more) {
    const line = {lineStyle: {color: css('--rule')}};
    return Object.assign({type: 'value', name, nameLocation: 'middle', nameGap: 28, nameTextStyle: {color: css('--soft')},
      axisLabel: {color: css('--soft'), hideOverlap: true, formatter: more && more.type === 'category' ? undefined : compact}, axisLine: line, splitLine: line}, more);
  }
  // Wheel and touch belong to the page: a chart takes the wheel with Ctrl only, and moves under a mouse, not a finger.
  function zooms(axes, bottom) {
    const mouse = window.matchMedia('(pointer: fine)').matches;
    return [{type: 'inside', xAxisIndex: axes, filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: mouse, preventDefaultMouseMove: mouse},
      {type: 'inside', yAxisIndex: axes, filterMode: 'none', zoomOnMouseWheel: 'shift', moveOnMouseMove: mouse && 'shift', preventDefaultMouseMove: mouse},
      {type: 'slider', xAxisIndex: axes, height: 16, bottom, left: 66, right: 18, filterMode: 'none', showDetail: false, showDataShadow: false, borderColor: css('--rule'), textStyle: {color: css('--soft')}}];
  }

  // option(box) answers parts (axes, series), trigger, values() for the table: {head, rows}, and ranges() for readers.
  // keys: what can be hidden. An item of a series, or a series, has in `at` the origin of its runs.
  function chart(label, caption, option, more) {
    const {tall, keys} = more || {};
    const id = 'c' + drawn.length;
    const box = make('div', {class: tall ? 'chart tall' : 'chart', role: 'img', tabindex: '0', 'aria-label': label, 'aria-describedby': id});
    const legend = make('div', {class: 'keys', role: 'group', 'aria-label': 'Shown in ' + label});
    const said = make('p', {class: 'command', 'aria-live': 'polite'});
    const rows = make('div');
    const values = make('details', {class: 'values'}, make('summary', {}, 'Values and commands'), rows);
    const figure = make('figure', {}, make('h3', {}, label), legend, box, make('figcaption', {id}, caption), said);
    const hidden = new Set();
    let own;
    const entry = {box, figure, draw(all) {
      own = option(box);
      if (own.height) box.style.height = own.height + 'px';
      if (!entry.chart) {
        entry.chart = echarts.init(box, null, {renderer: 'canvas'});
        entry.chart.on('click', event => tell(event.data && event.data.at || (own.parts.series[event.seriesIndex] || {}).at));
        box.addEventListener('keydown', event => key(event, entry.chart));
      }
      if (own.height) entry.chart.resize();
      const names = (keys ? keys() : []).map(k => k.name);
      entry.chart.setOption(Object.assign({
        animation: false, aria: {enabled: false}, textStyle: {color: css('--ink')},
        tooltip: {renderMode: 'richText', confine: true, trigger: own.trigger || 'item', order: 'seriesAsc',
          formatter: own.trigger ? undefined : item => own.text ? own.text(item) : (item.data && item.data.text) || item.seriesName + '\n' + item.value.map(compact).join(', ')},
        legend: {show: false, data: names, selected: Object.fromEntries(names.map(n => [n, !hidden.has(n)]))},
        grid: {left: 62, right: 18, top: 14, bottom: 74},
        dataZoom: zooms([0], 8)
      }, own.parts), all !== false);
      paint();
      if (own.values && !values.parentNode) figure.append(values);
      if (values.open) fill();
    }};
    function tell(at) {
      if (at) said.replaceChildren('Done again by ', make('code', {}, command(at)));
    }
    function paint() {
      const all = keys ? keys() : [];
      if (legend.children.length !== all.length) {
        legend.replaceChildren(...all.map(k => {
          const button = make('button', {type: 'button', 'aria-pressed': 'true'}, make('span', {'aria-hidden': 'true'}, MARKS[k.place % MARKS.length]), ' ' + k.legend);
          button.addEventListener('click', () => {
            if (!hidden.delete(k.name)) hidden.add(k.name);
            entry.chart.dispatchAction({type: hidden.has(k.name) ? 'legendUnSelect' : 'legendSelect', name: k.name});
            paint();
          });
          return button;
        }));
      }
      all.forEach((k, i) => {
        legend.children[i].setAttribute('aria-pressed', String(!hidden.has(k.name)));
        legend.children[i].firstChild.style.color = shade(k.place);
      });
    }
    function fill() {
      const all = own.values();
      rows.replaceChildren(all.rows.length > TABLE_ROWS ? make('p', {class: 'soft'}, 'The first ' + TABLE_ROWS + ' of ' + all.rows.length + '.') : '',
        table('Values of ' + label, all.head, all.rows.slice(0, TABLE_ROWS), [1, all.head.length - 1]));
    }
    values.addEventListener('toggle', () => { if (values.open) fill(); });
    drawn.push(entry);
    return entry;
  }

  // + and - zoom, the arrows move, 0 shows all again.
  function key(event, chart) {
    const zoom = (chart.getOption().dataZoom || []).find(z => z.type === 'slider');
    if (!zoom || event.ctrlKey || event.altKey || event.metaKey) return;
    const width = zoom.end - zoom.start;
    const middle = (zoom.start + zoom.end) / 2;
    const to = {'+': [middle, width / 2], '=': [middle, width / 2], '-': [middle, width * 2], '0': [50, 100],
      ArrowLeft: [middle - width / 4, width], ArrowRight: [middle + width / 4, width]}[event.key];
    if (!to) return;
    event.preventDefault();
    const size = Math.min(100, Math.max(1, to[1]));
    const start = Math.min(100 - size, Math.max(0, to[0] - size / 2));
    const each = chart.getOption().dataZoom.map((z, i) => z.yAxisIndex === undefined || z.type === 'slider' ? i : -1).filter(i => i >= 0);
    each.forEach(dataZoomIndex => chart.dispatchAction({type: 'dataZoom', dataZoomIndex, start, end: start + size}));
    if (event.key === '0') chart.dispatchAction({type: 'dataZoom', dataZoomIndex: 1, start: 0, end: 100});
  }

  function named(i, more) {
    return Object.assign({name: data.protocols[i], itemStyle: {color: colour(i)}, lineStyle: {color: colour(i), width: 2}, symbol: symbol(i)}, more);
  }
  // Whiskers: x, low, high. dx: how far they stand beside their places.
  function intervals(name, tone, points, more, dx) {
    return Object.assign({name, type: 'custom', silent: true, z: 1, data: points, encode: {x: 0, y: [1, 2]}, itemStyle: {color: tone}, clip: true,
      renderItem(params, api) {
        const low = api.coord([api.value(0), api.value(1)]);
        const high = api.coord([api.value(0), api.value(2)]);
        const x = low[0] + (dx || 0);
        const bar = y => ({type: 'line', shape: {x1: x - 4, y1: y, x2: x + 4, y2: y}, style: {stroke: tone, lineWidth: 1.5}});
        return {type: 'group', children: [{type: 'line', shape: {x1: x, y1: low[1], x2: x, y2: high[1]}, style: {stroke: tone, lineWidth: 1.5}}, bar(low[1]), bar(high[1])]};
      }}, more);
  }
