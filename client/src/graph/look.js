// Colours of things and groups, by class, province or community; and those of the page, which light and dark change.

import { groupName, schema } from "./knowledge.js";

/** Told apart also by who sees few colours, as far as so many can be; the rest is grey. */
const PALETTE = ["#4e79a7", "#e08a3c", "#59a14f", "#c75c5c", "#6fa8a3", "#a8842c", "#8f6bb1", "#d67ba0", "#8c6d57", "#3f7f93", "#93a53d", "#b3528a", "#5f74c7", "#c9792f", "#4a8f6a", "#a85848", "#7d93b8", "#b19a3e", "#74578c", "#5d9fb8"];
const PLAIN = "#8a8f98";

export class Look {
  #places = { province: new Map(), community: new Map() };
  names = new Map(Object.entries(schema.provinces));

  constructor(knowledge) {
    this.knowledge = knowledge;
    this.by = "class";
    this.theme = readTheme();
  }

  /** The keys of a kind of groups, the largest first; they get the colours in that order. */
  know(summary) {
    const places = this.#places[summary.kind];
    summary.groups.forEach((group) => {
      if (places && group.key !== "rest" && !places.has(group.key)) places.set(group.key, places.size);
      if (group.name) this.names.set(group.key, group.name);
    });
  }

  knows(by) {
    return by === "class" || this.#places[by].size > 0;
  }

  groupColour(by, key) {
    if (by === "class") return schema.classes[key]?.colour ?? PLAIN;
    const at = this.#places[by].get(key);
    return at === undefined ? PLAIN : PALETTE[at % PALETTE.length];
  }

  groupName(by, key) {
    return groupName(by, key, this.names);
  }

  colour(id) {
    return this.groupColour(this.by, this.knowledge.key(this.by, id));
  }
}

/** The page's colours of now. */
export function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    paper: of("--paper"),
    ink: of("--ink"),
    quiet: of("--quiet"),
    line: of("--graph-line"),
    faint: of("--graph-faint"),
    planned: of("--graph-planned"),
    doubtful: of("--graph-doubtful"),
    accent: of("--accent"),
    font: style.fontFamily,
  };
}

/** Call when the colours of the page change: the system's, or by the switch. */
export function onTheme(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  new MutationObserver(changed).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}
