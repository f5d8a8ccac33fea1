  // The charts that a scenario declares, from the figures that its pictures are drawn from.
  const HEAT = ['#440154', '#3B528B', '#21918C', '#5EC962', '#FDE725'];
  const FILLED = 0.76; // share of a category's place that its bars or boxes fill
  const [LINE, X, Y, ORIGIN, REPLICATION, FIGURES] = [0, 1, 2, 3, 4, 5];

  function declared(spec) {
    const heat = spec.kind === 'heat';
    const keys = spec.lines.filter(line => line[0]).map(([name, at, legend]) => ({name, place: at, legend}));
    const originOf = mark => mark[ORIGIN] === null ? null
      : {cell: spec.origins[mark[ORIGIN]][0], protocol: spec.origins[mark[ORIGIN]][1], replication: mark[REPLICATION]};
    const along = value => spec.x.labels.length ? spec.x.labels[value] : number(value);
    const runs = (n, all) => n === all ? count(all, 'run') : n + ' of ' + count(all, 'run') + ' with a value';
    function words(panel, mark) {
      const f = mark.slice(FIGURES);
      const y = number(mark[Y]);
      const x = spec.x.title + ': ' + along(mark[X]);
      const said = {
        heat: () => [x, spec.y.title + ': ' + spec.y.labels[mark[Y]], f[0] === null ? 'no run has a value' : number(f[0]), runs(f[1], f[2])],
        pareto: () => [x, spec.y.title + ': ' + y, count(f[1], 'run') + (f[0] ? '; beaten by none' : '')],
        ecdf: () => [x, 'replication ' + mark[REPLICATION], y + ' % of the runs have no larger value'],
        time: () => [x, spec.y.title + ': ' + y],
        box: () => [x].concat(f.length ? ['median ' + y + ', box ' + number(f[1]) + ' to ' + number(f[3]), 'whiskers ' + number(f[0]) + ' to ' + number(f[4])]
          : mark[Y] === null ? ['no run has a value'] : ['replication ' + mark[REPLICATION] + ': ' + y])
      }[spec.kind] || (() => [x, spec.y.title + ': ' + (mark[Y] === null ? 'no run has a value' : y)].concat(
        f[0] === null ? [] : ['95 % interval ' + number(f[0]) + ' to ' + number(f[1])], f[3] ? [runs(f[2], f[3])] : []));
      return (panel.title ? [panel.title] : []).concat(spec.lines[mark[LINE]][0] || [], said());
    }
    const item = (panel, mark, value) => {
      const at = originOf(mark);
      return {value, at, text: words(panel, mark).concat(at ? command(at) : []).join('\n')};
    };
    const entry = chart(spec.title, capital(spec.caption) + '. ' + (heat ? 'Drag the ends of the scale to pick out values.' : ZOOM), box => {
      const shown = spec.panels;
      const columns = Math.min(box.clientWidth < 620 ? 1 : box.clientWidth < 900 ? 2 : 3, shown.length === 4 ? 2 : shown.length);
      const lines = Math.ceil(shown.length / columns);
      const room = {left: spec.y.labels.length ? 96 : 66, right: 16, top: shown[0].title ? 40 : 14, below: 56};
      const tallness = columns === 1 && shown.length === 1 ? 280 : 210;
      const height = lines * (room.top + tallness + room.below) + (heat ? 44 : 34);
      const parts = {title: [], grid: [], xAxis: [], yAxis: [], series: []};
      shown.forEach((panel, i) => {
        const wide = box.clientWidth / columns;
        const left = (i % columns) * wide + room.left;
        const top = Math.floor(i / columns) * (room.top + tallness + room.below) + room.top;
        const width = wide - room.left - room.right;
        if (panel.title) parts.title.push({text: panel.title, left: left + width / 2, top: top - 30, textAlign: 'center', textStyle: {fontSize: 13, color: css('--ink'), width, overflow: 'truncate'}});
        parts.grid.push({left, top, width, height: tallness});
        const where = {gridIndex: i};
        parts.xAxis.push(spec.x.labels.length
          ? axis(spec.x.title, {...where, type: 'category', data: spec.x.labels, nameGap: 30, axisLabel: {color: css('--soft'), interval: 0, width: width / spec.x.labels.length - 4, overflow: 'truncate'}, splitLine: {show: false}})
          : axis(spec.x.title, {...where, type: spec.x.log ? 'log' : 'value', min: spec.x.min, max: spec.x.max, nameGap: 30, axisLabel: inside(spec.x)}));
        parts.yAxis.push(spec.y.labels.length
          ? axis(i % columns ? '' : spec.y.title, {...where, type: 'category', data: spec.y.labels, nameGap: 78, axisLabel: {color: css('--soft'), interval: 0, width: 66, overflow: 'truncate'}, splitLine: {show: false}})
          : axis(i % columns ? '' : spec.y.title, {...where, type: spec.y.log ? 'log' : 'value', min: spec.y.min, max: spec.y.max, nameGap: 48,
            nameTextStyle: {color: css('--soft'), width: tallness, overflow: 'truncate'}, axisLabel: inside(spec.y)}));
        parts.series.push(...seriesOf(panel, {xAxisIndex: i, yAxisIndex: i}, width), ...beside(panel, {xAxisIndex: i, yAxisIndex: i}));
      });
      const axes = shown.map((panel, i) => i);
      parts.dataZoom = heat ? [] : zooms(axes, 4);
      if (heat) parts.visualMap = scale(shown);
      return {parts, height, trigger: spec.kind === 'time' ? 'axis' : undefined, text: each => each.data && each.data.text || each.seriesName, values};
    }, {keys: () => keys});
    // The ends of a scale with room at its edges are no places worth a label.
    function inside(scale) {
      return {color: css('--soft'), hideOverlap: true, showMinLabel: scale.min === 0, showMaxLabel: false, formatter: compact};
    }
    function ends() {
      const all = spec.panels.flatMap(panel => panel.marks.map(mark => mark[FIGURES])).filter(v => v !== null);
      return all.length ? [Math.min(...all), Math.max(...all)] : [0, 1];
    }
    // Black or white, whichever is read more easily on the colour of a value (luma of ITU-R BT.601).
    function inkOn(value) {
      const [low, high] = ends();
      const at = high > low ? (value - low) / (high - low) * (HEAT.length - 1) : 0;
      const below = Math.min(Math.floor(at), HEAT.length - 2);
      const part = (i, from) => parseInt(HEAT[i].slice(from, from + 2), 16);
      const mixed = from => part(below, from) + (part(below + 1, from) - part(below, from)) * (at - below);
      return 0.299 * mixed(1) + 0.587 * mixed(3) + 0.114 * mixed(5) > 140 ? '#000000' : '#ffffff';
    }
    function scale(shown) {
      const [min, max] = ends();
      return {min, max, dimension: 2, calculable: true, orient: 'horizontal', left: 'center', bottom: 0,
        itemHeight: 160, itemWidth: 12, inRange: {color: HEAT}, textStyle: {color: css('--ink')}, formatter: compact,
        seriesIndex: shown.map((panel, i) => 2 * i)};
    }
    function seriesOf(panel, axes, width) {
      if (heat) return heatSeries(panel, axes, width);
      const all = spec.lines.flatMap(([name, at], l) => {
        const marks = panel.marks.filter(mark => mark[LINE] === l);
        const base = {name, itemStyle: {color: shade(at)}, lineStyle: {color: shade(at), width: 2}, symbol: shape(at), symbolSize: 9, ...axes};
        const points = marks.map(mark => item(panel, mark, [mark[X], mark[Y]]));
        const dx = (l - (spec.lines.length - 1) / 2) * 5;
        switch (spec.kind) {
          case 'line': return [{...base, type: 'line', data: points, symbolOffset: [dx, 0], triggerLineEvent: false},
            intervals(name, shade(at), marks.filter(m => m[FIGURES] !== null).map(m => [m[X], m[FIGURES], m[FIGURES + 1]]), axes, dx)];
          case 'pareto': return [{...base, type: 'scatter', symbolSize: 11, data: points}];
          case 'time': return marks.length ? [{...base, type: 'line', step: 'end', showSymbol: false, triggerLineEvent: true, at: originOf(marks[0]), data: marks.map(m => [m[X], m[Y]])}] : [];
          case 'ecdf': return [{...base, type: 'line', step: 'end', symbolSize: 6, showSymbol: marks.length <= 100, triggerLineEvent: true, at: marks.length ? {...originOf(marks[0]), replication: -1} : null,
            data: [{value: [spec.x.min, 0], symbolSize: 0}, ...points, {value: [spec.x.max, marks.length ? marks[marks.length - 1][Y] : 0], symbolSize: 0}]}];
          default: return [shapes(panel, marks, base, l)];
        }
      });
      if (spec.kind === 'pareto') {
        const front = panel.marks.filter(mark => mark[FIGURES]).map(mark => [mark[X], mark[Y]]).sort((a, b) => a[0] - b[0]);
        all.push({name: 'Pareto front', type: 'line', silent: true, showSymbol: false, z: 1, lineStyle: {color: css('--soft'), width: 1.5}, data: front, ...axes});
      }
      return all;
    }
    // The line of no difference, and words at places of their own.
    function beside(panel, axes) {
      if (heat || spec.y.min >= 0 || spec.y.max <= 0) return [];
      return [{type: 'scatter', name: 'notes', silent: true, symbol: 'none', symbolSize: 1, ...axes, data: panel.notes.map(([text, x, y]) => ({value: [x, y], name: text})),
        label: {show: true, position: 'bottom', color: css('--ink'), fontSize: 12, formatter: each => each.name},
        markLine: {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: css('--soft'), type: 'solid', width: 1.2}, data: [{yAxis: 0}]}}];
    }
    function heatSeries(panel, axes, width) {
      const fits = width / spec.x.labels.length > 34;
      const full = panel.marks.filter(mark => mark[FIGURES] !== null);
      const none = panel.marks.filter(mark => mark[FIGURES] === null && mark[ORIGIN] !== null);
      const label = {show: fits, fontSize: 11, color: css('--soft'), formatter: () => 'none'};
      return [{type: 'heatmap', ...axes, data: full.map(mark => ({...item(panel, mark, [mark[X], mark[Y], mark[FIGURES]]), label: {color: inkOn(mark[FIGURES])}})),
        label: {show: fits, fontSize: 12, formatter: each => String(Number(each.value[2].toPrecision(3)))}},
      {type: 'scatter', ...axes, symbolSize: 14, itemStyle: {color: 'transparent'}, label, data: none.map(mark => item(panel, mark, [mark[X], mark[Y]]))}];
    }
    // Bars or boxes beside each other in the place of a category, where they stay if others are hidden.
    function shapes(panel, marks, base, l) {
      // Where colours tell apart what the axis does, each has its place to itself.
      const alone = spec.lines.length > 1 && spec.lines.every(([name], i) => name === spec.x.labels[i]);
      const share = alone ? FILLED / 2 : FILLED / spec.lines.length;
      const tone = base.itemStyle.color;
      const stroke = (x1, y1, x2, y2, lineWidth) => ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke: tone, lineWidth}});
      const framed = (x, top, bottom, half) => ({type: 'rect', shape: {x: x - half, y: top, width: 2 * half, height: Math.max(0, bottom - top)},
        style: {fill: tone + '38', stroke: tone, lineWidth: 1.5}});
      const places = new Map();
      marks.forEach(mark => { if (spec.kind === 'box' && !mark.slice(FIGURES).length && mark[Y] !== null) places.set(mark[X], (places.get(mark[X]) || []).concat([mark])); });
      return {...base, type: 'custom', clip: true, encode: {x: 0, y: 1}, data: marks.map(mark => item(panel, mark, [mark[X], mark[Y] === null ? lowest() : mark[Y]])),
        renderItem(params, api) {
          const mark = marks[params.dataIndexInside];
          const band = api.size([1, 0])[0];
          const x = api.coord([mark[X], spec.y.max])[0] + (alone ? 0 : (l - (spec.lines.length - 1) / 2) * share * band);
          const y = value => api.coord([mark[X], value])[1];
          const half = share * band * 0.43;
          const f = mark.slice(FIGURES);
          if (mark[Y] === null) return {type: 'text', style: {text: 'none', x, y: y(lowest()) - 4, align: 'center', verticalAlign: 'bottom', fill: tone, fontSize: 11}};
          if (spec.kind === 'bar') {
            return {type: 'group', children: [framed(x, Math.min(y(mark[Y]), y(0)), Math.max(y(mark[Y]), y(0)), half)].concat(
              f[0] === null ? [] : [stroke(x, y(f[0]), x, y(f[1]), 1.5), stroke(x - 4, y(f[0]), x + 4, y(f[0]), 1.5), stroke(x - 4, y(f[1]), x + 4, y(f[1]), 1.5)])};
          }
          if (f.length) {
            return {type: 'group', children: [framed(x, y(f[3]), y(f[1]), half), stroke(x - half, y(f[2]), x + half, y(f[2]), 3),
              stroke(x, y(f[3]), x, y(f[4]), 1.5), stroke(x, y(f[1]), x, y(f[0]), 1.5), stroke(x - half / 2, y(f[4]), x + half / 2, y(f[4]), 1.5), stroke(x - half / 2, y(f[0]), x + half / 2, y(f[0]), 1.5)]};
          }
          const beside = places.get(mark[X]);
          const shift = beside.length < 2 ? 0 : beside.indexOf(mark) / (beside.length - 1) - 0.5;
          return {type: 'circle', shape: {cx: x + shift * half, cy: y(mark[Y]), r: 3}, style: {fill: tone}};
        }};
    }
    const lowest = () => spec.y.min;
    function values() {
      const named = keys.length > 0;
      const several = spec.panels.some(panel => panel.title);
      const head = [].concat(several ? 'panel' : [], named ? 'line' : [], spec.x.title, spec.y.title, TABLE[spec.kind] || TABLE.line, 'command');
      return {head, rows: spec.panels.flatMap(panel => panel.marks.map(mark => {
        const f = mark.slice(FIGURES).map(number);
        const width = (TABLE[spec.kind] || TABLE.line).length;
        const at = originOf(mark);
        return [].concat(several ? panel.title : [], named ? spec.lines[mark[LINE]][0] : [], along(mark[X]), spec.y.labels.length ? spec.y.labels[mark[Y]] : number(mark[Y]),
          Array.from({length: width}, (any, i) => f.length ? f[i] : ''), at ? command(at) : '');
      }))};
    }
    return entry;
  }
  const TABLE = {line: ['95 % from', 'to', 'with a value', 'runs'], box: ['whisker', 'quartile', 'median', 'quartile', 'whisker'],
    heat: ['mean', 'with a value', 'runs'], pareto: ['front', 'runs'], ecdf: [], time: []};
  const ZOOM = 'Ctrl and wheel, the bar under it, or the keys + - 0 and arrows zoom; a click on a point tells its command.';
  const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

  function declaredCharts() {
    if (!data.charts.length && !data.refused.length) return;
    section('Charts of the scenario', ...data.refused.map(why => make('p', {}, 'Not drawn: ' + why)), make('div', {class: 'wide'}, ...data.charts.map(spec => declared(spec).figure)));
  }
