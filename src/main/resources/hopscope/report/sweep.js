  function sweep() {
    const values = data.axes.map((name, a) => [...new Set(data.cells.map(cell => cell.labels[a]))]);
    const numeric = labels => labels.every(label => /^-?[0-9.]+[^0-9.]*$/.test(label)) && new Set(labels.map(l => l.replace(/^-?[0-9.]+/, ''))).size === 1;
    let x = Math.max(0, values.findIndex(labels => labels.length > 1 && numeric(labels)));
    let m = metric('delivery_ratio');
    const said = ([n, missing, mean, low, high]) => n + missing === 0 ? '' : n === 0 ? 'none' : number(mean) + (low === null ? '' : ' ± ' + number((high - low) / 2)) + (missing ? ' (' + missing + ' none)' : '');
    const held = values.map(() => 0);
    const fits = cell => cell.labels.every((label, a) => a === x || label === values[a][held[a]]);
    const lines = chart('A metric over an axis', 'Means with 95 % confidence intervals; runs without a value are left out and counted in the table. ' + ZOOM, () => {
      const cells = data.cells.filter(fits);
      const numbers = numeric(values[x]);
      const place = cell => numbers ? parseFloat(cell.labels[x]) : values[x].indexOf(cell.labels[x]);
      const order = cells.slice().sort((a, b) => place(a) - place(b));
      const unit = values[x][0].replace(/^-?[0-9.]+/, '');
      const xAxis = numbers ? axis(data.axes[x] + (unit ? ' (' + unit + ')' : ''), {}) : axis(data.axes[x], {type: 'category', data: values[x]});
      const at = (cell, p) => ({cell: cell.id, protocol: data.protocols[p], replication: -1});
      const shown = (cell, p) => ({value: [place(cell), cell.figures[p][m][2]], at: at(cell, p),
        text: [data.protocols[p], data.axes[x] + ': ' + cell.labels[x], title(m) + ': ' + said(cell.figures[p][m]), command(at(cell, p))].join('\n')});
      return {values: () => ({head: ['protocol'].concat(data.axes[x], title(m), 'command'), rows: data.protocols.flatMap((name, p) => order.filter(cell => cell.figures[p][m][0] + cell.figures[p][m][1] > 0)
          .map(cell => [name, cell.labels[x], said(cell.figures[p][m]), command(at(cell, p))]))}),
        parts: {xAxis, yAxis: axis(title(m), {scale: true, nameGap: 48}), series: data.protocols.flatMap((name, p) => [
        named(p, {type: 'line', symbolSize: 9, connectNulls: false, data: order.map(cell => shown(cell, p))}),
        intervals(name, colour(p), order.filter(cell => cell.figures[p][m][3] !== null).map(cell => [place(cell), cell.figures[p][m][3], cell.figures[p][m][4]]))])}};
    }, {tall: true, keys: protocolKeys});
    const place = make('div');
    function tables() {
      place.replaceChildren(table('Cells', ['cell'].concat(data.axes, data.protocols, ['verdicts']), data.cells.map(cell => [cell.id].concat(cell.labels,
        cell.figures.map(all => said(all[m])),
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
      + (n => n === 0 ? 'All cells are finished.' : n + ' of ' + count(data.cells.length, 'cell') + (n === 1 ? ' is' : ' are') + ' not finished.')(data.cells.filter(cell => !cell.finished).length)), place);
  }

  function again() {
    section('Again', make('p', {class: 'soft'}, 'Each command does that cell again; FILE is the scenario file of the sweep; --plugin JAR belongs to it where that names a protocol of a plugin.'), make('details', {}, make('summary', {}, count(data.cells.length, 'cell')),
      table('Commands', ['cell', 'command'], data.cells.map(cell => [cell.id, command({cell: cell.id})]), [1])));
  }
