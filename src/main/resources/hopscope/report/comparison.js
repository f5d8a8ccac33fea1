  function comparison() {
    const p = v => v === null ? '–' : v < 0.0001 ? '< 0.0001' : v.toFixed(4);
    const found = ['A better', 'B better', 'differ'].map(what => [what, data.rows.filter(row => row.conclusion === what).length]).filter(([what, n]) => n > 0);
    section('Verdicts', make('p', {}, 'A: ' + data.a), make('p', {}, 'B: ' + data.b),
      make('p', {}, count(data.rows.length, 'difference') + ': ' + (found.length ? found.map(([what, n]) => n + ' ' + what).join(', ') + '; of the others nothing can be said.' : 'nothing can be said of any.')
        + ' Corrected by Holm: a false one anywhere in 5 of 100 comparisons at most.'),
      ...(data.crossings.length ? [make('ul', {}, ...data.crossings.map(text => make('li', {}, text)))] : []));
    section('Differences', table('Differences', [].concat(data.axes, 'protocols', 'metric', 'A', 'B', 'B − A', '95 % from', 'to', 'pairs or runs', 'p (Holm)', 'conclusion'), data.rows.map(row =>
      [].concat(row.labels, row.protocols, row.metric, number(row.meanA), number(row.meanB), number(row.difference), number(row.low), number(row.high), row.count, p(row.p), row.conclusion)),
      [...data.axes.keys(), data.axes.length, data.axes.length + 1]));
    section('Charts', make('div', {class: 'wide'}, ...data.charts.map(spec => declared(spec).figure)));
    section('Again', make('pre', {tabindex: '0'}, data.command));
  }
