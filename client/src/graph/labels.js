// Labels of one size at every zoom, like a map's: the best connected first, none over another, the rest as one zooms in.

const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [0.7, 1], [-0.7, 1], [0.7, -1], [-0.7, -1]];
const CELL = 64;
const GAP = 3;
const MOST = 420;
const MOST_TRIED = 2500;
const LONGEST = 12;

/** Rectangles that must not overlap, found again through the cells of a grid. */
export class Room {
  #cells = new Map();

  /** What a rectangle would cover, but for what is its own owner's: how many discs, and whether a label. */
  covered(box) {
    const discs = new Set();
    for (const key of keys(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (other.id === box.id || box.left >= other.right || other.left >= box.right || box.top >= other.bottom || other.top >= box.bottom) continue;
        if (!other.disc) return Infinity;
        discs.add(other);
      }
    }
    return discs.size;
  }

  take(box) {
    for (const key of keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }
}

function* keys(box) {
  for (let x = Math.floor(box.left / CELL); x * CELL < box.right; x += 1) {
    for (let y = Math.floor(box.top / CELL); y * CELL < box.bottom; y += 1) yield x * 100003 + y;
  }
}

/** A name in one or two lines. */
export function cut(name) {
  const characters = [...name];
  const wide = /[\u2e80-\u9fff\uf900-\uffef]/.test(name);
  const most = wide ? LONGEST : 2 * LONGEST;
  if (characters.length <= most) return [name];
  let at = most;
  const space = characters.lastIndexOf(" ", most);
  if (!wide && space > most / 2) at = space;
  const rest = characters.slice(at).join("").trim();
  const second = [...rest];
  return [characters.slice(0, at).join(""), second.length > most ? `${second.slice(0, most - 1).join("")}…` : rest];
}

/**
 * Where labels stand.
 * @param {CanvasRenderingContext2D} context with the font set
 * @param {{id: string, name: string, x: number, y: number, radius: number, size: number, must?: boolean, hub?: boolean}[]} wanted on the screen, the first first
 * @param {{x: number, y: number, radius: number, id: string}[]} discs what labels must not cover
 */
export function place(context, wanted, discs, { width, height }, measure) {
  const room = new Room();
  for (const disc of discs) {
    const reach = disc.radius + 1;
    room.take({ disc: true, id: disc.id, left: disc.x - reach, right: disc.x + reach, top: disc.y - reach, bottom: disc.y + reach });
  }
  const found = [];
  let tried = 0;
  for (const node of wanted) {
    if (found.length >= MOST || (tried += 1) > MOST_TRIED) break;
    if (node.x < -80 || node.y < -40 || node.x > width + 80 || node.y > height + 40) continue;
    const lines = node.lines ?? cut(node.name);
    const wide = Math.max(...lines.map((line) => measure(line, node.size)));
    const high = lines.length * node.size * 1.22;
    let box = null;
    let least = node.hub ? 12 : 1; // who must be named may cover discs, the fewest; nobody covers a name
    for (const [across, down] of SIDES) {
      const aslant = across && down ? 0.75 : 1;
      const x = node.x + across * (node.radius + GAP + wide / 2);
      const y = node.y + down * (aslant * (node.radius + GAP) + high / 2);
      const candidate = { id: node.id, x, y, left: x - wide / 2 - 2, right: x + wide / 2 + 2, top: y - high / 2, bottom: y + high / 2, lines, size: node.size, strong: node.strong };
      const count = room.covered(candidate);
      if (count >= least && !(node.must && !box)) continue;
      [box, least] = [candidate, Math.min(count, least)];
      if (!count) break;
    }
    if (!box) continue;
    room.take(box);
    found.push(box);
  }
  return found;
}
