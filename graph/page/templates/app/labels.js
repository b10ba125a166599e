// Labels of one size at every zoom, like a map's: the best connected first, none over another, the rest as one zooms in.

const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]];
const HUB = 0.5;
const CELL = 64;
let placed = { scale: 0, labels: new Map() };
const widths = new Map();

const forgetLabels = () => { placed = { scale: 0, labels: new Map() }; };
const labelPixels = (scale) => Math.max(11, Math.min(15, 13 * Math.sqrt(scale)));

let mostConnected = 1;

/** How much a node stands out, between 0 and 1. */
const weight = (node) => (node.heart ? 1 : node.degree < 5 ? 0 : node.degree / mostConnected);

/** The width of a line in heights of its characters. */
function ems(ctx, line) {
  if (!widths.has(line)) {
    const font = ctx.font;
    ctx.font = `100px ${theme.font}`;
    widths.set(line, ctx.measureText(line).width / 100);
    ctx.font = font;
  }
  return widths.get(line);
}

/** Rectangles that must not overlap, found again through the cells of a grid. */
class Room {
  #cells = new Map();

  constructor(cell) { this.cell = cell; }

  free(box) { return this.met(box).length === 0; }

  /** What a rectangle would cover, its own owner's aside. */
  met(box) {
    const near = new Set(this.#keys(box).flatMap((key) => this.#cells.get(key) ?? []));
    return [...near].filter((other) => box.owner !== other.owner && box.left < other.right && other.left < box.right
      && box.top < other.bottom && other.top < box.bottom);
  }

  take(box) { for (const key of this.#keys(box)) addTo(this.#cells, key, box); }

  #keys(box) {
    const keys = [];
    for (let x = Math.floor(box.left / this.cell); x * this.cell < box.right; x += 1) {
      for (let y = Math.floor(box.top / this.cell); y * this.cell < box.bottom; y += 1) keys.push(`${x},${y}`);
    }
    return keys;
  }
}

/** The radius of a node as drawn: small ones grow while one zooms out, so that they can still be hit. */
const radius = (node, scale) => Math.max(node.size, Math.min((narrow.matches ? 7 : 4) / scale, 0.3 * spacing));

/** About how far the visible nodes stand apart. */
let spacing = 100;

function reckon(ids) {
  const some = ids.map((id) => nodes.get(id));
  mostConnected = Math.max(5, ...some.map((node) => node.degree));
  if (some.length < 2) return;
  const [left, right] = range(some.map((node) => node.x));
  const [top, bottom] = range(some.map((node) => node.y));
  spacing = Math.sqrt(Math.max((right - left) * (bottom - top), 1) / some.length);
}

function shapeBox(node, scale) {
  const reach = radius(node, scale);
  return { owner: node.id, shape: true, left: node.x - reach, right: node.x + reach, top: node.y - reach, bottom: node.y + reach };
}

/** Where a label stands on a side of its node (across, down), in the coordinates of the drawing. */
function labelBox(ctx, node, [across, down], scale) {
  const em = (labelPixels(scale) * (1 + 0.12 * weight(node))) / scale;
  const width = Math.max(...node.lines.map((line) => ems(ctx, line))) * em;
  const height = node.lines.length * em * 1.28;
  const gap = radius(node, scale) + 5 / scale;
  const aslant = across && down ? 0.6 : 1;
  const x = across * (gap * aslant + width / 2);
  const y = down * (gap * aslant + height / 2);
  return { owner: node.id, x: node.x + x, y: node.y + y, em,
    left: node.x + x - width / 2, right: node.x + x + width / 2,
    top: node.y + y - height / 2, bottom: node.y + y + height / 2 };
}

function labelsFor(ctx, ids, scale, room, keep = new Map()) {
  const found = new Map();
  const slack = 16 / scale; // less than what fit leaves free around it
  const [west, east, north, south] = extent([...visible.nodes], scale)
    .map((edge, side) => edge / scale + (side % 2 ? slack : -slack));
  // What fits the whole drawing to the stage reckons with these edges; a label beyond them would be cut off.
  const inside = (box) => box.left >= west && box.right <= east && box.top >= north && box.bottom <= south;
  const order = ids.map((id) => nodes.get(id)).sort((a, b) => keep.has(b.id) - keep.has(a.id) || b.degree - a.degree);
  for (const node of order) {
    const choices = keep.has(node.id) ? [keep.get(node.id)] : SIDES.map((side) => labelBox(ctx, node, side, scale));
    const box = choices.find((choice) => inside(choice) && room.free(choice))
      ?? (weight(node) > HUB ? leastCovering(choices.filter(inside), room) ?? leastCovering(choices, room) : null);
    if (!box) continue;
    room.take(box);
    found.set(node.id, box);
  }
  return found;
}

/** For a node that must have its name: the place that covers the fewest shapes, and no other label. */
function leastCovering(choices, room) {
  const counted = choices.map((box) => ({ box, met: room.met(box) })).filter(({ met }) => met.every((one) => one.shape));
  counted.sort((a, b) => a.met.length - b.met.length);
  return counted[0]?.box;
}

function roomWith(ids, scale) {
  const room = new Room(CELL / scale);
  for (const id of ids) room.take(shapeBox(nodes.get(id), scale));
  return room;
}

/** The labels of everything visible at this scale; worked out anew only when the scale or the filters change. */
function allLabels(ctx, scale) {
  if (placed.scale !== scale) {
    const ids = [...visible.nodes];
    placed = { scale, labels: labelsFor(ctx, ids, scale, roomWith(ids, scale)) };
  }
  return placed.labels;
}

/** Where on an edge its label may stand: how far along, and how many lines beside it. */
const EDGE_PLACES = [[0.5, 0], [0.42, 0], [0.58, 0], [0.34, 0], [0.66, 0], [0.5, -1.2], [0.5, 1.2]];

function linkWords(link) {
  const [first, ...others] = shownProperties(link);
  if (!first) return ''; // a frame may be drawn while filters change
  const [name, forward, backward] = first;
  return `${propertyName(name)} ${forward + backward}${others.length ? ` +${linkCount(link) - forward - backward}` : ''}`;
}

function edgeWords(edge) {
  if (edge.properties) return linkWords(edge);
  const join = (names, call) => names.map(call).join(say('listSeparator'));
  const forward = join(edge.forward, propertyName);
  const backward = join(edge.backward, propertyName);
  if (!forward || !backward) return forward || backward;
  const rightwards = nodes.get(edge.to).x >= nodes.get(edge.from).x;
  return rightwards ? `◂ ${backward}  ${forward} ▸` : `◂ ${forward}  ${backward} ▸`;
}

/** A label on an edge, at the first place along it that is free. */
function edgeLabel(ctx, edge, scale, room) {
  if (edge.properties && edge.background) return null;
  const em = 11.5 / scale;
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  const text = edgeWords(edge);
  if (!text) return null;
  const [width, height] = [(ems(ctx, text) + 0.9) * em, 1.5 * em];
  for (const [along, aside] of EDGE_PLACES) {
    const [x, y] = [from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along + aside * em];
    const box = { owner: edge.id, text, em, x, y, left: x - width / 2, right: x + width / 2,
      top: y - height / 2, bottom: y + height / 2 };
    if (room.free(box)) { room.take(box); return box; }
  }
  return null;
}
