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
      return {text: item => item.dataType === 'node' ? item.name + ': ' + item.data.value : '', parts: {dataZoom: [], series: [{type: 'graph', layout: 'none', roam: true, ...fitted(box),
        label: {show: nodes.length <= 60, position: 'right', color: css('--ink'), fontSize: 11}, labelLayout: {hideOverlap: true}, emphasis: {disabled: nodes.length > 300},
        data: nodes.map((node, i) => ({id: String(i), name: node[0], x: node[1], y: node[2],
          symbol: i === destination ? 'path://M50 5 61 39 98 39 68 60 79 95 50 73 21 95 32 60 2 39 39 39Z' : STATE_SYMBOLS[state[i]],
          symbolSize: i === destination ? size * 2 : state[i] === 2 ? size * 1.4 : size, itemStyle: {color: i === destination ? shade(4) : tone(state[i])},
          value: i === destination ? 'destination' : STATES[state[i]]})),
        
        links: links.map(([a, b], i) => ({source: String(a), target: String(b), lineStyle: dead.has(i) ? {type: 'dashed', color: css('--soft'), width: 1, opacity: 0.8}
          : used.get(i) === 2 ? {color: tone(2), width: 4, opacity: 1} : used.has(i) ? {color: tone(1), width: nodes.length > 300 ? 0.8 : 2, opacity: 0.9} : {color: css('--rule'), width: 1, opacity: 1}}))}]}};
    }, {tall: true});
    const said = make('p', {'aria-live': 'polite', id: 'moment'});
    const slider = make('input', {type: 'range', min: '0', value: '0', step: '1', 'aria-label': 'Moment of the run', id: 'time'});
    const targets = make('span');
    function show(fresh) {
      const {state, moment, destination} = now();
      const many = s => state.filter((x, i) => x === s && i !== destination).length;
      said.textContent = 'At ' + moment.t.toFixed(3) + ' s, ' + many(1) + ' of ' + (nodes.length - 1) + ' nodes reach ' + nodes[destination][0]
        + '; ' + many(2) + ' run into a loop, ' + many(3) + ' into a black hole, ' + many(0) + ' have no route, ' + many(4) + ' are down; '
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

