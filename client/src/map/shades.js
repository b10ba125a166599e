// Counts as a few shades, with limits that a reader can say.

import { scaleLinear } from "d3-scale";

const MOST = 5;
const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/**
 * The least number of each shade, the lightest first: in equal steps, or in growing ones where most counts are small beside the largest.
 * @param {number[]} counts
 */
export function limits(counts) {
  const sorted = [...counts].sort((one, other) => one - other);
  const most = sorted.at(-1) ?? 0;
  if (most <= MOST) return Array.from({ length: most }, (_, at) => at + 1);
  const even = sorted[Math.floor(sorted.length / 2)] * 4 >= most;
  const steps = even ? [1, ...scaleLinear([0, most], [0, 1]).ticks(MOST).filter((one) => one > 1 && one <= most)] : ROUND.filter((one) => one <= most);
  const kept = Math.min(MOST, steps.length);
  return Array.from({ length: kept }, (_, at) => steps[Math.round((at * (steps.length - 1)) / Math.max(1, kept - 1))]);
}

/** The number of the shade of a count, from 1; 0 for none. */
export function shade(count, steps) {
  return steps.filter((least) => count >= least).length;
}

/**
 * What each shade stands for, as text.
 * @param {number[]} steps
 * @param {number} most the largest count
 */
export function spans(steps, most) {
  return steps.map((least, at) => {
    const last = at === steps.length - 1 ? most : steps[at + 1] - 1;
    return last === least ? `${least}` : `${least}–${last}`;
  });
}
