// Where things stand that come into the picture.

import { around } from "./layout.js";
import { upright } from "./scene.js";

const BESIDE = 160;

/** The places of a picture; on end, as the screen is. */
export const spots = (picture) => new Map(picture.nodes.map((node) => [node.id, upright() ? [node.y, node.x] : [node.x, node.y]]));

/**
 * Places for what is added: around one thing, else beside what each is linked to.
 * @param {string[]} ids
 * @param {string | null} source
 * @param {Map<string, [number, number]>} shown what is there, with its places
 * @param {import("./knowledge.js").Knowledge} knowledge
 */
export function placesFor(ids, source, shown, knowledge) {
  if (source && shown.has(source)) {
    const near = knowledge.around(source).map((edge) => (edge.source === source ? edge.target : edge.source));
    const places = near.filter((one) => shown.has(one) && one !== source).map((one) => shown.get(one));
    const free = around(shown.get(source), places, ids.length);
    return ids.map((id, at) => [id, free[at]]);
  }
  const right = Math.max(...[...shown.values()].map(([x]) => x), 0);
  return ids.map((id, at) => {
    const near = knowledge.around(id).map((edge) => shown.get(edge.source === id ? edge.target : edge.source)).filter(Boolean);
    if (!near.length) return [id, [right + BESIDE + 90 * Math.floor(at / 12), (at % 12) * 50 - Math.min(ids.length, 12) * 25]];
    const [x, y] = near.reduce(([a, b], [c, d]) => [a + c / near.length, b + d / near.length], [0, 0]);
    const turn = at * 2.4;
    return [id, [x + 90 * Math.cos(turn), y + 90 * Math.sin(turn)]];
  });
}

/** Places for what paths bring: between what is there already. */
export function placesAlong(paths, shown) {
  const places = new Map();
  paths.forEach((path, number) => {
    path.forEach((id, at) => {
      if (shown.has(id) || places.has(id)) return;
      const before = shown.get(path[at - 1]) ?? places.get(path[at - 1]);
      const next = path.slice(at + 1).find((one) => shown.has(one));
      const after = shown.get(next) ?? [before?.[0] + 220 || 0, before?.[1] || 0];
      const start = before ?? [after[0] - 220, after[1]];
      const share = 1 / (path.length - at);
      const bend = (number % 2 ? -1 : 1) * Math.ceil(number / 2) * 46;
      places.set(id, [start[0] + (after[0] - start[0]) * share, start[1] + (after[1] - start[1]) * share + bend]);
    });
  });
  return places;
}
