  head();
  if (data.kind === 'sweep') { sweep(); declaredCharts(); again(); }
  else if (data.kind === 'comparison') comparison();
  else { runTables(); runCharts(); declaredCharts(); network(); runRest(); }
  drawn.forEach(entry => entry.draw());
  dark.addEventListener('change', () => drawn.forEach(entry => entry.draw()));
  window.addEventListener('resize', () => drawn.forEach(entry => { if (entry.chart) { entry.chart.resize(); entry.draw(); } }));
  document.documentElement.dataset.ready = String(drawn.length);
