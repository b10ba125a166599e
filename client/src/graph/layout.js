// Where things stand: new ones around what they came from; then all settle, a step a frame, by ForceAtlas2 (Jacomy et al. 2014), and
// labels get room.

import iterate from "graphology-layout-forceatlas2/iterate.js";

/** More things than this stay where the server put them. */
export const MOST_SETTLED = 5000;
const BUDGET = 12;
const PER_NODE = 10;
const PER_EDGE = 3;
const [X, Y, MASS, CONVERGENCE, SIZE, FIXED] = [0, 1, 6, 7, 8, 9];
const RING = 105;
const ARC = 62;
const ROOM_X = 74;
const ROOM_Y = 34;

/**
 * Places for new things around one that is there: in the widest gap between its neighbours, on one ring or several.
 * @param {[number, number]} centre
 * @param {[number, number][]} near where its neighbours are
 */
export function around(centre, near, count) {
  const turns = near.map(([x, y]) => Math.atan2(y - centre[1], x - centre[0])).sort((a, b) => a - b);
  let [start, gap] = [0, 2 * Math.PI];
  turns.forEach((turn, at) => {
    const next = at + 1 < turns.length ? turns[at + 1] : turns[0] + 2 * Math.PI;
    if (turns.length > 1 && at === 0) gap = 0;
    if (turns.length === 1) [start, gap] = [turn + 0.5, 2 * Math.PI - 1];
    else if (next - turn > gap) [start, gap] = [turn, next - turn];
  });
  if (turns.length > 1) [start, gap] = gap > 1.2 ? [start + 0.25, gap - 0.5] : [start, Math.max(gap, 1)];
  const places = [];
  for (let ring = 0; places.length < count; ring += 1) {
    const radius = RING + 72 * ring;
    const room = Math.max(1, Math.floor((gap * radius) / ARC));
    const here = Math.min(room, count - places.length);
    for (let at = 0; at < here; at += 1) {
      const turn = start + (gap * (at + 0.5)) / here + (ring % 2) * 0.1;
      places.push([centre[0] + radius * Math.cos(turn), centre[1] + radius * Math.sin(turn)]);
    }
  }
  return places;
}

/** Things that settle, until they are done or somebody stops them. */
export class Settling {
  #stopped = false;

  /**
   * @param {Map<string, object>} nodes with x, y, size
   * @param {Iterable<{from: string, to: string}>} lines
   * @param {Set<string>} fixed who stays
   * @param {number} steps
   */
  constructor(nodes, lines, fixed, steps) {
    this.ids = [...nodes.keys()];
    this.fixed = fixed;
    this.left = steps;
    const at = new Map(this.ids.map((id, number) => [id, number * PER_NODE]));
    this.nodes = new Float32Array(this.ids.length * PER_NODE);
    const kept = [...lines];
    this.edges = new Float32Array(kept.length * PER_EDGE);
    this.ids.forEach((id, number) => {
      const node = nodes.get(id);
      const start = number * PER_NODE;
      this.nodes[start + X] = node.x;
      this.nodes[start + Y] = node.y;
      this.nodes[start + MASS] = 1;
      this.nodes[start + CONVERGENCE] = 1;
      this.nodes[start + SIZE] = node.size + 14;
      this.nodes[start + FIXED] = fixed.has(id) ? 1 : 0;
    });
    kept.forEach((line, number) => {
      const [a, b] = [at.get(line.from), at.get(line.to)];
      this.nodes[a + MASS] += 1;
      this.nodes[b + MASS] += 1;
      this.edges.set([a, b, 1], number * PER_EDGE);
    });
    const many = this.ids.length > 400;
    this.settings = { linLogMode: false, outboundAttractionDistribution: false, adjustSizes: !many, edgeWeightInfluence: 0, scalingRatio: 420, strongGravityMode: false, gravity: 2.5, slowDown: many ? 6 : 3, barnesHutOptimize: many, barnesHutTheta: 0.8 };
  }

  /** Where all stand now. */
  places() {
    return this.ids.map((id, at) => [id, [this.nodes[at * PER_NODE + X], this.nodes[at * PER_NODE + Y]]]);
  }

  #step(budget) {
    const until = performance.now() + budget;
    do {
      iterate(this.settings, this.nodes, this.edges);
      this.left -= 1;
    } while (this.left > 0 && performance.now() < until);
  }

  /**
   * Settle; with `seen`, a step a frame. Gives the places, or nothing where it was stopped.
   * @param {((places: [string, [number, number]][]) => void) | null} seen
   */
  async run(seen) {
    while (this.left > 0) {
      await new Promise((go) => (seen ? requestAnimationFrame(go) : setTimeout(go)));
      if (this.#stopped) return null;
      this.#step(seen ? BUDGET : 4 * BUDGET);
      seen?.(this.places());
    }
    const places = apart(this.places(), this.fixed);
    seen?.(places);
    return places;
  }

  stop() {
    this.#stopped = true;
  }
}

/** Room for labels: things whose names would stand over each other give way, those that are fixed do not. */
export function apart(places, fixed, rounds = 24) {
  const found = places.map(([id, [x, y]]) => ({ id, x, y, still: fixed.has(id) }));
  for (let round = 0; round < rounds; round += 1) {
    const cells = new Map();
    let moved = false;
    found.forEach((one) => {
      const key = `${Math.floor(one.x / ROOM_X)},${Math.floor(one.y / ROOM_Y)}`;
      if (cells.has(key)) cells.get(key).push(one);
      else cells.set(key, [one]);
    });
    for (const one of found) {
      const [cx, cy] = [Math.floor(one.x / ROOM_X), Math.floor(one.y / ROOM_Y)];
      for (let i = cx - 1; i <= cx + 1; i += 1) {
        for (let j = cy - 1; j <= cy + 1; j += 1) {
          for (const other of cells.get(`${i},${j}`) ?? []) moved = push(one, other) || moved;
        }
      }
    }
    if (!moved) break;
  }
  return found.map(({ id, x, y }) => [id, [x, y]]);
}

function push(one, other) {
  if (one.id >= other.id || (one.still && other.still)) return false;
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const [over, under] = [ROOM_X - Math.abs(dx), ROOM_Y - Math.abs(dy)];
  if (over <= 0.5 || under <= 0.5) return false;
  // The shorter way out; labels are wider than high, so that is mostly up or down.
  const [mx, my] = over < under ? [Math.sign(dx || 1) * over, 0] : [0, Math.sign(dy || (one.id < other.id ? 1 : -1)) * under];
  const shares = one.still ? [0, 1] : other.still ? [1, 0] : [0.5, 0.5];
  one.x -= mx * shares[0] * 0.8;
  one.y -= my * shares[0] * 0.8;
  other.x += mx * shares[1] * 0.8;
  other.y += my * shares[1] * 0.8;
  return true;
}
