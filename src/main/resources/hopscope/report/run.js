  function runTables() {
    // The best mean, if it is of one protocol and no other one has more of its runs in it.
    const best = m => {
      const means = data.summary.map(row => row.figures[m][2]);
      if (means.length < 2 || data.metrics[m][2] === 'NEITHER' || means.some(v => v === null)) return null;
      const value = data.metrics[m][2] === 'LOWER' ? Math.min(...means) : Math.max(...means);
      const best = data.summary.filter(row => row.figures[m][2] === value);
      return best.length === 1 && data.summary.every(row => row.figures[m][1] >= best[0].figures[m][1]) ? value : null;
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
    const one = data.summary.every(row => row.figures.every(f => f[0] + f[1] <= 1));
    section('Summary', make('p', {class: 'soft'}, (one ? 'The value of the only run, which tells nothing of chance' : 'Mean ± half the width of the 95 % confidence interval')
      + (data.protocols.length < 2 ? '.' : '; the better ' + (one ? 'value' : 'mean') + ' is bold, whether or not the difference is beyond chance.')),
      table('Summary of all metrics', ['metric'].concat(data.protocols), rows));
    section('Verdicts', table('Verdicts', ['protocol', 'verdicts of its runs'], data.summary.map(row => [row.protocol, verdicts(row.verdicts)]), [1]));
  }

  const originOfRun = run => ({cell: '', protocol: data.protocols[run.protocol], replication: run.replication});
  const pointOf = (run, value, text) => ({value, at: originOfRun(run),
    text: [data.protocols[run.protocol] + ', replication ' + run.replication].concat(text, command(originOfRun(run))).join('\n')});

  function runCharts() {
    const of = p => data.runs.filter(run => run.protocol === p);
    const keys = {keys: protocolKeys};
    const ends = 'Ctrl and wheel, the bar under it, or the keys + - 0 and arrows zoom; a click on it tells its command.';
    let level = 3;
    const LEVELS = ['', 'known', 'reaching', 'optimal'];
    const overTime = chart('Pairs of nodes with a route, over time', 'A line per run; virtual time; faults are dashed lines. ' + ends, () => ({
      text: item => item.seriesName,
      values: () => ({head: ['protocol', 'replication', 'virtual time (s)', LEVELS[level] + ' (%)', 'command'], rows: data.runs.flatMap(run => {
        const rows = [];
        for (let i = 0; i < run.series.length; i += 4) rows.push([data.protocols[run.protocol], run.replication, number(run.series[i]), number(100 * run.series[i + level]), command(originOfRun(run))]);
        return rows;
      })}),
      parts: {xAxis: axis('virtual time (s)', {max: data.duration}), yAxis: axis(LEVELS[level] + ' (%)', {max: 100, nameGap: 40}),
        series: data.protocols.flatMap((name, p) => of(p).filter(run => run.series.length).map(run => {
          const points = [];
          for (let i = 0; i < run.series.length; i += 4) points.push([run.series[i], 100 * run.series[i + level]]);
          if (points.length) points.push([data.duration, points[points.length - 1][1]]);
          return named(p, {type: 'line', step: 'end', showSymbol: false, triggerLineEvent: true, at: originOfRun(run), data: points, lineStyle: {color: colour(p), width: 1.6, opacity: 0.75},
            markLine: {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: css('--soft'), type: 'dashed'}, data: data.faults.map(t => ({xAxis: t}))}});
        }))}}), keys);
    let m = metric('convergence_optimal_s');
    const perRun = chart('A metric, run by run', 'Each point is a run; runs without a value are left out here and counted in the summary. ' + ends, () => ({
      values: () => ({head: ['protocol', 'replication', title(m), 'command'], rows: data.runs.map(run =>
        [data.protocols[run.protocol], run.replication, run.values[m] === null ? 'none' : number(run.values[m]), command(originOfRun(run))])}),
      parts: {xAxis: axis('replication', {minInterval: 1}), yAxis: axis(title(m), {scale: true, nameGap: 48}),
        series: data.protocols.map((name, p) => named(p, {type: 'scatter', symbolSize: 9, data: of(p).filter(r => r.values[m] !== null)
          .map(r => pointOf(r, [r.replication, r.values[m]], title(m) + ': ' + number(r.values[m])))}))}}), keys);
    const shares = p => {
      const total = data.hops[p].reduce((a, b) => a + b, 0);
      let sum = 0;
      return total ? data.hops[p].map((n, h) => [h, 100 * (sum += n) / total]) : [];
    };
    const all = p => ({cell: '', protocol: data.protocols[p], replication: -1});
    const hops = chart('Links that messages crossed', 'Share of delivered messages that crossed at most so many links, all runs. ' + ends, () => ({
      trigger: 'axis',
      values: () => ({head: ['protocol', 'links', 'messages (%)', 'command'], rows: data.protocols.flatMap((name, p) => shares(p).map(([h, share]) => [name, h, number(share), command(all(p))]))}),
      parts: {xAxis: axis('links', {minInterval: 1}), yAxis: axis('messages (%)', {max: 100, nameGap: 40}),
        series: data.protocols.map((name, p) => named(p, {type: 'line', step: 'end', triggerLineEvent: true, at: all(p), data: shares(p)}))}}), keys);
    const [x, y] = [metric('control_bytes_per_node_per_s'), metric('convergence_optimal_s')];
    const cost = chart('Overhead against convergence', 'Each point is a run that converged; the lower left corner is best. ' + ends, () => ({
      values: () => ({head: ['protocol', 'replication', title(x), title(y), 'command'], rows: data.runs.filter(run => run.values[y] !== null).map(run =>
        [data.protocols[run.protocol], run.replication, number(run.values[x]), number(run.values[y]), command(originOfRun(run))])}),
      parts: {xAxis: axis(title(x), {scale: true}), yAxis: axis(title(y), {scale: true, nameGap: 48}),
        series: data.protocols.map((name, p) => named(p, {type: 'scatter', symbolSize: 10, data: of(p).filter(r => r.values[x] !== null && r.values[y] !== null)
          .map(r => pointOf(r, [r.values[x], r.values[y]], [title(x) + ': ' + number(r.values[x]), title(y) + ': ' + number(r.values[y])]))}))}}), keys);
    section('Charts', make('div', {class: 'controls'},
      select('Routes over time', LEVELS.slice(1), 2, i => { level = i + 1; overTime.draw(); }),
      select('Metric run by run', data.metrics.map((z, i) => title(i)), m, i => { m = i; perRun.draw(); })),
      make('div', {class: 'grid'}, overTime.figure, perRun.figure, hops.figure, cost.figure));
  }

  const LINKS_SHOWN = 500;
  function runRest() {
    if (data.links) {
      const lines = data.links.trim().split('\n').map(line => line.split(','));
      section('Links: configured and measured', lines.length - 1 > LINKS_SHOWN ? make('p', {class: 'soft'}, 'The first ' + LINKS_SHOWN + ' of ' + (lines.length - 1) + ' rows; links.csv has all.') : '',
        table('Links', lines[0].map(name => name.replaceAll('_', ' ')), lines.slice(1, LINKS_SHOWN + 1), [0, 2]));
    }
    section('Runs', make('p', {class: 'soft'}, 'Each command does that run again; scenario.effective.yaml lies in the folder of the results.'),
      make('details', {}, make('summary', {}, count(data.runs.length, 'run')), table('Runs', ['protocol', 'replication', 'verdict', 'fingerprint', 'command'],
        data.runs.map(run => [data.protocols[run.protocol], run.replication, run.verdict, run.fingerprint, command(originOfRun(run))]), [2, 3, 4])));
    section('Effective scenario', make('details', {}, make('summary', {}, 'Every setting, defaults included'), make('pre', {tabindex: '0'}, data.scenario)));
  }
