// Everything without a mouse: from name to name, to neighbours, into groups and back; and the list of keys.

const KEYS = [
  [['/'], 'keySearch'], [['↑', '↓', '←', '→'], 'keyArrows'], [['Enter'], 'keyEnter'], [['N', 'Shift N'], 'keyNeighbour'],
  [['E'], 'keyFocus'], [['H'], 'keyHide'], [['D'], 'keyPin'], [['C'], 'keyPath'],
  [['Ctrl Z', 'Ctrl Shift Z'], 'keyUndo'], [['T'], 'keyTable'], [['S'], 'keySave'],
  [['Esc'], 'keyEscape'], [['F'], 'keyFit'], [['+', '−'], 'keyZoom'], [['Shift ↑ ↓ ← →'], 'keyMove'], [['Alt Shift ↑ ↓ ← →'], 'keyNudge'],
  [['G'], 'keyGraph'], [['L'], 'keyLegend'], [['P'], 'keyPanel'], [['O'], 'keyOverview'], [['?'], 'keyHelp'],
];
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The node that the keyboard stands on: the lit one, else the selected one, if it can be seen. */
function cursor() {
  const at = [state.hovered, state.selected].find((one) => one?.kind === 'node' && visible.nodes.has(one.id));
  return at ? nodes.get(at.id) : null;
}

/** Stand on a node: light it, bring it into view, say what it is. */
function standOn(node) {
  hover({ kind: 'node', id: node.id });
  uncover(node.id);
  const many = neighbours(node.id).length;
  announce(node.heart ? `${groupName(node.id)}, ${ofGroup(node)}` : `${nameOf(node.id)}, ${className(node.id)}, ${sayCount('countOfNeighbours', many)}`);
}

/** The nearest node in a direction; what lies aside counts as farther. Without a place to start, the one in the middle. */
function nextNode([dx, dy]) {
  const from = cursor();
  const middle = network.getViewPosition();
  let best = null;
  for (const id of visible.nodes) {
    const node = nodes.get(id);
    const [x, y] = from ? [node.x - from.x, node.y - from.y] : [node.x - middle.x, node.y - middle.y];
    const [along, aside] = [x * dx + y * dy, Math.abs(x * dy - y * dx)];
    if (from && (node === from || along < aside * 0.6)) continue;
    const cost = from ? along + 2 * aside : Math.hypot(x, y);
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}

/** The next neighbour of what is selected, the best connected first. */
function nextNeighbour(step) {
  if (state.selected?.kind !== 'node') {
    const at = cursor();
    if (!at || at.heart) return null;
    select({ kind: 'node', id: at.id }, true);
  }
  const around = [...new Set(neighbours(state.selected.id))].sort((a, b) => nodes.get(b).degree - nodes.get(a).degree || (a < b ? -1 : 1));
  if (!around.length) return null;
  const at = around.indexOf(state.hovered?.id);
  return nodes.get(around[at < 0 ? (step > 0 ? 0 : around.length - 1) : (at + step + around.length) % around.length]);
}

function enter() {
  const at = cursor();
  if (!at) return;
  if (at.heart) openGroup(at.id);
  else { select({ kind: 'node', id: at.id }); uncover(at.id); }
}

function graphKey(event) {
  const way = WAYS[event.key];
  const zoom = { '+': 1.25, '=': 1.25, '-': 0.8 }[event.key];
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  if (way && event.shiftKey && event.altKey) { const at = cursor(); if (at) nudge(at.id, way); }
  else if (way && event.shiftKey) network.moveTo({ position: { x: x + (way[0] * 60) / scale, y: y + (way[1] * 60) / scale } });
  else if (way) { const node = nextNode(way); if (node) standOn(node); }
  else if (zoom) network.moveTo({ scale: scale * zoom });
  else if (event.key === 'Enter') enter();
  else return;
  event.preventDefault();
}

function goTo(id) {
  const place = byId(id);
  (place.querySelector('button:not([disabled])') ?? place).focus();
}

const SHORTCUTS = {
  '/': () => byId('query').focus(),
  '?': () => byId('keys').showModal(),
  f: () => fit(),
  g: () => byId('graph').focus(),
  l: () => { openDrawer(); goTo('legend'); },
  p: () => { if (byId('panel').hidden && state.view.kind !== 'whole') tellOfView(); else byId('panel').focus(); },
  o: () => { if (overviewKinds.length) { setView({ kind: overviewKinds[0] }); byId('graph').focus(); } },
  n: (event) => { const node = nextNeighbour(event.shiftKey ? -1 : 1); if (node) standOn(node); },
  h: () => { const at = cursor(); if (at) hide(at.id); },
  d: () => { const at = cursor(); if (at && !at.heart) togglePin(at.id); },
  c: () => { const at = cursor(); if (at && !at.heart) beginPath(at.id); },
  t: () => toggleTable(),
  s: () => openSaving(),
  e: () => { const at = cursor(); if (at) { if (at.heart) openGroup(at.id); else focusOn(at.id); } },
};

/** Ctrl+Z and Ctrl+Shift+Z, and Ctrl+Y where that is the custom. */
function historyKey(event) {
  const act = { z: event.shiftKey ? redo : undo, y: redo }[event.key.toLowerCase()];
  if (!act) return;
  act();
  event.preventDefault();
}

function openKeys() {
  const typing = () => document.activeElement?.matches('input[type=text], textarea');
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || document.querySelector('dialog[open]')) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing()) historyKey(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { escape(); return; }
    const act = !typing() && !document.activeElement?.matches('select') && SHORTCUTS[event.key.toLowerCase()];
    if (act) { act(event); event.preventDefault(); }
  });
  byId('graph').addEventListener('keydown', graphKey);
  byId('help').addEventListener('click', () => byId('keys').showModal());
  byId('keys').addEventListener('click', (event) => { if (event.target === byId('keys')) byId('keys').close(); });
}

/** Esc goes back one step: the legend's drawer, the table, what is selected or lit or focused, the opened group. */
function escape() {
  const drawer = document.body.classList.contains('with-drawer');
  closeDrawer();
  if (drawer) { byId('drawer').focus(); return; }
  if (state.table) { toggleTable(); return; }
  if (!clearAll()) back();
}

function showKeys() {
  byId('keys').setAttribute('aria-label', say('keys'));
  byId('keys').replaceChildren(element('h2', { text: say('keys') }),
    element('dl', {}, KEYS.map(([keys, words]) => element('div', {},
      element('dt', {}, keys.map((key) => element('kbd', { text: key }))), element('dd', { text: say(words) })))),
    element('p', { class: 'note', text: say('keysNote') }),
    element('button', { type: 'button', class: 'tool', text: say('close'), onclick: () => byId('keys').close() }));
}
