// Selecting, hovering, keys, languages, and the start of it all.

const REACH = 7;
const DOUBLE = 300;

function select(chosen, silent = false) {
  state.selected = chosen;
  state.hovered = null;
  if (chosen?.kind === 'node' && nodes.has(chosen.id) && !visible.nodes.has(chosen.id)) {
    state.revealed.add(chosen.id);
    refresh();
  }
  const left = !chosen && byId('panel').contains(document.activeElement);
  showPanel();
  showHint();
  network?.redraw();
  if (left) byId('graph').focus();
  if (chosen && !silent) byId('panel').focus({ preventScroll: true });
  const mark = chosen?.kind === 'node' ? `#${encodeURI(chosen.id)}` : ' ';
  try { history.replaceState(null, '', mark.trim() || location.pathname + location.search); } catch { /* not in this frame */ }
}

/** Select a node and bring it into view. */
function go(id) {
  if (!entities.has(id)) return;
  closeDrawer();
  select({ kind: 'node', id });
  centre([id]);
  announce(`${nameOf(id)}, ${className(id)}`);
}

/** Show only a node and its neighbours; done again inside, it adds the neighbours of another. */
function focusOn(id) {
  const around = nodes.get(id).edges.filter(allowed).map((edge) => (edge.from === id ? edge.to : edge.from));
  state.focus = new Set([...(state.focus ?? []), id, ...around]);
  refresh();
  select({ kind: 'node', id });
  fit([...state.focus].filter((one) => visible.nodes.has(one)));
}

function clearAll() {
  const narrowed = state.focus !== null || state.revealed.size > 0;
  const open = state.selected !== null;
  state.focus = null;
  state.revealed.clear();
  if (narrowed) refresh();
  select(null, true);
  if (narrowed) fit();
  return narrowed || open;
}

function showHint() {
  const hint = byId('hint');
  hint.hidden = !state.focus;
  hint.textContent = state.focus ? say('focused') : '';
}

/** What lies under the pointer: a node or its label, else an edge, else null. */
function under(event) {
  const frame = byId('graph').getBoundingClientRect();
  const { x, y } = network.DOMtoCanvas({ x: event.clientX - frame.left, y: event.clientY - frame.top });
  const scale = network.getScale();
  let best = null;
  for (const id of visible.nodes) {
    const node = nodes.get(id);
    const away = Math.hypot(node.x - x, node.y - y) - node.size;
    if (away < 3 / scale && (!best || away < best.away)) best = { id, away };
  }
  if (best) return { kind: 'node', id: best.id };
  for (const [id, box] of placed.labels) {
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return { kind: 'node', id };
  }
  return edgeUnder(x, y, REACH / scale);
}

function edgeUnder(x, y, reach) {
  let best = null;
  for (const id of visible.edges) {
    const edge = edges.get(id);
    const [a, b] = [nodes.get(edge.from), nodes.get(edge.to)];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    const away = Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
    if (away < reach && (!best || away < best.away)) best = { id, away };
  }
  return best && { kind: 'edge', id: best.id };
}

const same = (a, b) => a?.kind === b?.kind && a?.id === b?.id;

function hover(chosen) {
  if (same(chosen, state.hovered)) return;
  state.hovered = chosen;
  byId('graph').classList.toggle('over', Boolean(chosen));
  network.redraw();
}

/** Whether the panel, once open, would lie under a point of the stage: a second click there must still reach the node. */
function underPanel({ x, y }) {
  const stage = byId('stage').getBoundingClientRect();
  return stage.width < 640 ? y > 0.4 * stage.height : x > stage.width - 410;
}

function openPointer() {
  const graph = byId('graph');
  let waiting = null;
  graph.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse') return;
    if (event.buttons) { hover(null); return; }
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => hover(under(event)));
  });
  graph.addEventListener('pointerleave', () => { cancelAnimationFrame(waiting); hover(null); });
  const target = (params) => {
    const frame = graph.getBoundingClientRect();
    return under({ clientX: params.pointer.DOM.x + frame.left, clientY: params.pointer.DOM.y + frame.top });
  };
  let later = null;
  network.on('click', (params) => {
    clearTimeout(later);
    const chosen = target(params);
    if (chosen?.kind !== 'node') { select(chosen, true); return; }
    const opened = () => { select(chosen, true); uncover(chosen.id); };
    state.selected = chosen;
    network.redraw();
    if (byId('panel').hidden && underPanel(params.pointer.DOM)) later = setTimeout(opened, DOUBLE);
    else { select(chosen, true); later = setTimeout(() => uncover(chosen.id), DOUBLE); }
  });
  network.on('doubleClick', (params) => {
    clearTimeout(later);
    const chosen = target(params);
    if (chosen?.kind === 'node') focusOn(chosen.id);
    else if (!chosen) fit();
  });
}

function openKeys() {
  const typing = () => /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName) && document.activeElement.type !== 'checkbox';
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') { closeDrawer(); clearAll(); return; }
    if (typing()) return;
    if (event.key === '/') { byId('query').focus(); event.preventDefault(); }
    if (event.key === 'f' || event.key === 'F') fit();
  });
  byId('graph').addEventListener('keydown', (event) => {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const zoom = { '+': 1.25, '=': 1.25, '-': 0.8 }[event.key];
    if (step) network.moveTo({ position: { x: x + (step[0] * 60) / scale, y: y + (step[1] * 60) / scale } });
    if (zoom) network.moveTo({ scale: scale * zoom });
    if (step || zoom) event.preventDefault();
  });
}

function setLanguage(tag) {
  language = tag;
  document.documentElement.lang = tag;
  const field = byId('query');
  field.placeholder = say('search');
  field.setAttribute('aria-label', say('search'));
  byId('fit').textContent = say('fit');
  byId('fit').title = say('fitHint');
  byId('drawer').textContent = say('legend');
  byId('graph').setAttribute('aria-label', say('graph'));
  byId('graph').lang = content.language;
  byId('languages').replaceChildren(...LANGUAGES.map((one) => element('button', { type: 'button', lang: one,
    'aria-pressed': String(one === tag), text: interfaceWords[one].language, onclick: () => setLanguage(one) })));
  showLegend();
  showPanel();
  showHint();
  showEmptiness();
  network?.redraw();
}

function closeDrawer() {
  document.body.classList.remove('with-drawer');
  byId('drawer').setAttribute('aria-expanded', 'false');
}

function openTools() {
  byId('fit').addEventListener('click', () => fit());
  byId('drawer').addEventListener('click', () => {
    const open = document.body.classList.toggle('with-drawer');
    byId('drawer').setAttribute('aria-expanded', String(open));
  });
  byId('graph').addEventListener('pointerdown', closeDrawer);
}

/** The stage may get its final size after the first fit, or another one later: fit again until the user moves something. */
function fitWhileUntouched() {
  let untouched = true;
  for (const kind of ['pointerdown', 'wheel', 'keydown']) {
    byId('graph').addEventListener(kind, () => { untouched = false; }, { capture: true, passive: true });
  }
  network.on('resize', () => { if (untouched && !state.selected) fit(undefined, false); });
}

/** The entity that the page's address names after its #. */
function addressed() {
  try { return decodeURI(location.hash.slice(1)); } catch { return ''; }
}

openScene();
refresh();
setLanguage(content.language);
openPointer();
openSearch();
openKeys();
openTools();
fit(undefined, false);
fitWhileUntouched();
go(addressed());

window.zhimai = Object.freeze({
  select: go,
  selectEdge: (id) => { if (edges.has(id)) select({ kind: 'edge', id }); },
  edgesBetween: (a, b) => [...edges.values()].filter((edge) => pairKey(edge.from, edge.to) === pairKey(a, b)).map((edge) => edge.id),
  focus: focusOn,
  find,
  fit,
  clear: clearAll,
  setLanguage,
  visible: () => ({ nodes: [...visible.nodes], edges: [...visible.edges] }),
  labels: () => [...placed.labels.values()],
  onStage: (point) => network.canvasToDOM(point),
  where: (id) => network.canvasToDOM({ x: nodes.get(id).x, y: nodes.get(id).y }),
});
