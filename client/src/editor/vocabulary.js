// What a query can speak of: the prefixes and terms of the build, fetched once, and how a thing is written in a query.

import { ask } from "../common/api.js";
import { spoken } from "../common/page.js";

let kept = null;

/** The prefixes and terms; asked for again where it did not work. */
export function vocabulary() {
  kept ??= ask("/api/vocabulary").catch((error) => {
    kept = null;
    throw error;
  });
  return kept;
}

const LOCAL = /^[\p{L}\p{Nd}〇_](?:[\p{L}\p{Nd}〇_.-]*[\p{L}\p{Nd}〇_-])?$/u;

/** A thing as a query names it: with its prefix where its name can stand so, else in full. */
export function written(id, prefixes) {
  const at = id.indexOf("/");
  const [prefix, local] = [id.slice(0, at), id.slice(at + 1)];
  if (!(prefix in prefixes)) return `<${id}>`;
  return LOCAL.test(local) ? `${prefix}:${local}` : `<${prefixes[prefix]}${local}>`;
}

/** The known term that is spelt most like a misspelt one, or nothing. */
export function nearest(short, terms) {
  const wanted = short.toLowerCase();
  let best = null;
  let least = Math.min(3, short.length / 3);
  for (const term of Object.keys(terms)) {
    const apart = distance(wanted, term.toLowerCase(), least);
    if (apart < least) [best, least] = [term, apart];
  }
  return best;
}

/** How many letters differ (Levenshtein); not worked out to the end where it is `most` or more. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) >= most) return most;
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      line.push(Math.min(before[column] + 1, line[column - 1] + 1, before[column - 1] + same));
    }
    before = line;
  }
  return before[other.length];
}

/** What a term is called in the reader's language; its short form where it has no label. */
export const called = (short, term) => spoken(term.labels, short);
