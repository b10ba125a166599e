// What the picture is of: everything that a link restores and undo takes back. A view never changes; each change makes a new one.

const MOST_STEPS = 200;

/** By what things are grouped and coloured. */
export const KINDS = ["class", "province", "community"];

/** Statuses that are no facts; they are off at first. */
export const DOUBTFUL = ["claimed", "hypothetical", "denied"];

export const NO_FILTER = Object.freeze({
  classes: new Set(),
  properties: new Set(),
  statuses: new Set(DOUBTFUL),
  least: 0,
  from: "",
  to: "",
  timeless: true,
  reported: true,
  background: true,
  lone: true,
});

/** The first view: groups of a kind. */
export const overview = (by = "class") => ({
  scene: "summary",
  by,
  group: null,
  shown: new Map(),
  pinned: new Set(),
  hidden: new Set(),
  focus: null,
  closed: { by: "", keys: new Set() },
  colour: "class",
  filter: NO_FILTER,
  paths: [],
});

/** A view of things at their places. */
export const thingsView = (places, more = {}) => ({ ...overview(), scene: "things", shown: places, ...more });

/** The view of now, with those before it and those that were taken back. */
export class History {
  #before = [];
  #after = [];
  #merged = "";

  /** @param {object} view @param {(view: object, last: object) => void} changed */
  constructor(view, changed) {
    this.view = view;
    this.changed = changed;
  }

  /** Go on to another view. Changes of one kind in a row (a slider) are one step where `merge` names the kind. */
  change(patch, merge = "") {
    const last = this.view;
    if (!merge || merge !== this.#merged) this.#before.push(last);
    if (this.#before.length > MOST_STEPS) this.#before.shift();
    this.#after = [];
    this.#merged = merge;
    this.view = { ...last, ...patch };
    this.changed(this.view, last);
  }

  /** Begin anew with a view: nothing before it. */
  begin(view) {
    const last = this.view;
    this.#before = [];
    this.#after = [];
    this.#merged = "";
    this.view = view;
    this.changed(view, last);
  }

  /** Where things stand now, without a step of its own. */
  settle(places) {
    const shown = new Map(this.view.shown);
    for (const [id, place] of places) if (shown.has(id)) shown.set(id, place);
    this.view = { ...this.view, shown };
  }

  get canUndo() {
    return this.#before.length > 0;
  }

  get canRedo() {
    return this.#after.length > 0;
  }

  undo() {
    return this.#move(this.#before, this.#after);
  }

  redo() {
    return this.#move(this.#after, this.#before);
  }

  #move(from, to) {
    if (!from.length) return false;
    const last = this.view;
    to.push(last);
    this.view = from.pop();
    this.#merged = "";
    this.changed(this.view, last);
    return true;
  }
}

/** A set with something in it, or without. */
export function toggled(set, one, on = !set.has(one)) {
  const found = new Set(set);
  if (on) found.add(one);
  else found.delete(one);
  return found;
}

/** Whether something of a view is hidden, held, grouped or filtered. */
export function isNarrowed(view) {
  return view.hidden.size > 0 || view.pinned.size > 0 || Boolean(view.focus || view.closed.by) || told(view.filter) !== told(NO_FILTER);
}

const told = (filter) => JSON.stringify(Object.entries(filter).map(([name, value]) => [name, value instanceof Set ? [...value].sort() : value]).sort());

/** The places that a view has otherwise than the last, where nothing but places and pins is different; else nothing. */
export function movesBetween(last, view) {
  const same = Object.keys(view).every((name) => name === "shown" || name === "pinned" || view[name] === last[name]);
  if (!same || view.scene === "summary" || view.closed.by || view.shown.size !== last.shown.size || !view.filter.lone) return null;
  const moved = [];
  for (const [id, place] of view.shown) {
    const before = last.shown.get(id);
    if (!before) return null;
    if (before !== place) moved.push([id, place]);
  }
  return moved;
}
