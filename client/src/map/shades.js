// Counts as a few shades: limits that a reader can say, each about as far from the next.

const MOST = 5;

/**
 * The least number of each shade, the lightest first.
 * @param {number[]} counts
 */
export function limits(counts) {
  const most = Math.max(0, ...counts);
  if (most <= MOST) return Array.from({ length: most }, (_, at) => at + 1);
  const round = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000].filter((one) => one <= most);
  const skip = Math.ceil(round.length / MOST);
  return round.filter((_, at) => at % skip === 0);
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
