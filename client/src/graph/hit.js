// What lies under a point of the screen: a thing or its label, else a line.

const SLACK = 3;
const FINGER = 20;
const LINE = 5;

/** @returns {{kind: "node"|"line", id: string} | null} */
export function hit(stage, point, finger = false) {
  return nodeAt(stage, point, finger) ?? labelAt(stage, point) ?? lineAt(stage, point, finger);
}

function nodeAt(stage, point, finger) {
  const here = stage.toPicture(point);
  const { scale } = stage;
  const growth = stage.growth(scale);
  let best = null;
  for (const node of stage.scene.nodes.values()) {
    const far = Math.hypot(node.x - here.x, node.y - here.y) * scale - node.size * growth;
    if (far < (finger ? FINGER : SLACK) && (!best || far < best.far)) best = { far, kind: "node", id: node.id };
  }
  return best && { kind: best.kind, id: best.id };
}

function labelAt(stage, { x, y }) {
  for (const label of stage.painter.labels) {
    if (x > label.left && x < label.right && y > label.top && y < label.bottom) return { kind: "node", id: label.id };
  }
  return null;
}

function lineAt(stage, point, finger) {
  const here = stage.toPicture(point);
  const reach = ((finger ? 2.5 : 1) * LINE) / stage.scale;
  const { nodes, lines } = stage.scene;
  let best = null;
  for (const line of lines.values()) {
    const a = nodes.get(line.from);
    const b = nodes.get(line.to);
    if (Math.min(a.x, b.x) - reach > here.x || Math.max(a.x, b.x) + reach < here.x) continue;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = Math.max(0, Math.min(1, ((here.x - a.x) * dx + (here.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    const far = Math.hypot(a.x + along * dx - here.x, a.y + along * dy - here.y);
    if (far < reach && (!best || far < best.far)) best = { far, kind: "line", id: line.id };
  }
  return best && { kind: best.kind, id: best.id };
}
