// Names on the map: as many as stand free of each other, the most important first.

import { length } from "../common/text.js";

const LINE = 15; // pixels that a line of text takes

/**
 * Find room for names.
 * @param {{x: number, y: number, gap: number, text: string, centred?: boolean}[]} wanted the most important first
 * @param {number} width of the drawing
 * @param {number} height of the drawing
 * @returns {({x: number, y: number, anchor: string} | null)[]} where each stands
 */
export function placed(wanted, width, height) {
  const taken = wanted.filter((one) => !one.centred).map(({ x, y, gap }) => box(x - gap, y - gap, 2 * gap, 2 * gap));
  return wanted.map((one) => {
    const long = length(one.text) + 4;
    for (const [dx, dy, anchor] of sides(one)) {
      const left = one.x + dx - (anchor === "middle" ? long / 2 : anchor === "end" ? long : 0);
      const found = box(left, one.y + dy - LINE / 2, long, LINE);
      const inside = found.left >= 2 && found.right <= width - 2 && found.top >= 2 && found.bottom <= height - 2;
      if (inside && !taken.some((other) => meets(found, other))) {
        taken.push(found);
        return { x: one.x + dx, y: one.y + dy, anchor };
      }
    }
    return null;
  });
}

function sides({ gap, centred }) {
  if (centred) return [0, -LINE * 0.7, LINE * 0.7, -LINE * 1.4].map((dy) => [0, dy, "middle"]);
  const off = gap + 4;
  return [
    [off, 0, "start"],
    [-off, 0, "end"],
    [0, -off - 5, "middle"],
    [0, off + 5, "middle"],
  ];
}

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const meets = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
