// Pointing: what lies under the pointer, hovering, clicks, dragging.

const REACH = 7;
const TOUCH = 22;
const DOUBLE = 300;

/** What lies under the pointer: a node or its label, else an edge, else null. */
function under(event) {
  const frame = byId('graph').getBoundingClientRect();
  const { x, y } = network.DOMtoCanvas({ x: event.clientX - frame.left, y: event.clientY - frame.top });
  const scale = network.getScale();
  let best = null;
  for (const id of visible.nodes) {
    const node = nodes.get(id);
    const apart = Math.hypot(node.x - x, node.y - y);
    const away = apart - radius(node, scale);
    const hit = away < 3 / scale || (event.touch && apart < TOUCH / scale);
    if (hit && (!best || away < best.away)) best = { id, away };
  }
  if (best) return { kind: 'node', id: best.id };
  for (const [id, box] of placed.labels) {
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return { kind: 'node', id };
  }
  return edgeUnder(x, y, (event.touch ? 2 : 1) * REACH / scale);
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
    const touch = params.event?.pointerType === 'touch';
    return under({ clientX: params.pointer.DOM.x + frame.left, clientY: params.pointer.DOM.y + frame.top, touch });
  };
  let later = null;
  let openedAt = -DOUBLE;
  network.on('click', (params) => {
    clearTimeout(later);
    if (performance.now() - openedAt < DOUBLE) return;
    const chosen = target(params);
    if (groups.has(chosen?.id)) { openedAt = performance.now(); openGroup(chosen.id); return; }
    if (links.has(chosen?.id)) { select({ kind: 'link', id: chosen.id }, true); return; }
    if (chosen?.kind !== 'node') { select(chosen, true); return; }
    const opened = () => { select(chosen, true); uncover(chosen.id); };
    state.selected = chosen;
    network.redraw();
    if (byId('panel').hidden && underPanel(params.pointer.DOM)) later = setTimeout(opened, DOUBLE);
    else { select(chosen, true); later = setTimeout(() => uncover(chosen.id), DOUBLE); }
  });
  network.on('dragEnd', ({ nodes: moved }) => { if (moved.length) pinDragged(moved); });
  network.on('doubleClick', (params) => {
    clearTimeout(later);
    if (performance.now() - openedAt < 2 * DOUBLE) return;
    const chosen = target(params);
    if (chosen?.kind === 'node') focusOn(chosen.id);
    else if (!chosen) fit();
  });
}
