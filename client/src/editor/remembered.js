// The queries that were asked on this machine. A browser may keep nothing; then there are none.

const KEY = "zhimai-asked";
const MOST = 50;

/** Those that are kept, the latest first. */
export function asked() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.sparql === "string") : [];
  } catch {
    return [];
  }
}

/** Keep one more; an equal one before is given up. */
export function remember(one) {
  keep([one, ...asked().filter((other) => other.sparql !== one.sparql)].slice(0, MOST));
}

/** Keep these and no others. */
export function keep(all) {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // nothing is kept
  }
}
