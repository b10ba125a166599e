// The parts of the page: tools above, legend to the left, the picture in the middle, details to the right.

import { make } from "../common/dom.js";
import { say } from "../common/page.js";

/** A button with a word; `key` is what it does by. */
export const button = (word, act, properties = {}) => make("button", { type: "button", onclick: act, ...properties }, word);

const ICONS = {
  undo: "M3 8h10a5 5 0 0 1 0 10H8M3 8l4-4M3 8l4 4",
  redo: "M17 8H7a5 5 0 0 0 0 10h5M17 8l-4-4M17 8l-4 4",
  fit: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  settle: "M10 8v-5M10 12v5M8 10H3M12 10h5M10 10h.01M6 6l2 2M14 6l-2 2M6 14l2-2M14 14l-2-2",
  paths: "M5 5a2 2 0 1 0 .01 0M15 13a2 2 0 1 0 .01 0M7 7c5 0 1 7 6 8",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 8v8",
  save: "M10 3v10M6 9l4 4 4-4M3 14v3h14v-3",
  link: "M8 12l4-4M7 9l-2 2a3 3 0 0 0 4 4l2-2M13 11l2-2a3 3 0 0 0-4-4l-2 2",
  help: "M7.5 7.5a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1 .9-1 1.7M10 15h.01",
  showFilters: "M3 5h14M3 10h14M3 15h14",
};
const icon = (name) => make("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" }, make("path", { d: ICONS[name] }));
const tool = (name, properties = {}) => make("button", { type: "button", class: "tool", id: `tool-${name}`, title: say(name), "aria-label": say(name), ...properties }, icon(name), make("span", { class: "word" }, say(name)));

/** Build the page; gives its parts by name. */
export function buildRoom(root) {
  const parts = {
    views: make("div", { class: "views", role: "group", "aria-label": say("views") }),
    search: make("input", { type: "search", id: "graph-finder", autocomplete: "off", spellcheck: "false", maxlength: 200, placeholder: say("addThing"), "aria-label": say("addThing") }),
    undo: tool("undo", { title: `${say("undo")} (Ctrl Z)` }),
    redo: tool("redo", { title: `${say("redo")} (Ctrl Shift Z)` }),
    fit: tool("fit", { title: `${say("fit")} (F)` }),
    settle: tool("settle"),
    paths: tool("paths"),
    table: tool("table", { "aria-pressed": "false", title: `${say("table")} (T)` }),
    save: make("details", { class: "menu" }, make("summary", { class: "tool", id: "tool-save", title: say("save"), "aria-label": say("save") }, icon("save"), make("span", { class: "word" }, say("save")))),
    link: tool("link"),
    help: tool("help"),
    drawer: tool("showFilters", { "aria-expanded": "false", "aria-controls": "legend" }),
    legend: make("aside", { id: "legend", class: "legend", "aria-label": say("legend"), tabindex: -1 }),
    canvas: make("div", { id: "canvas", class: "canvas", tabindex: 0, role: "application", "aria-roledescription": say("canvasRole"), "aria-label": say("canvas"), "aria-describedby": "canvas-help" }),
    trail: make("div", { id: "trail", class: "trail" }),
    count: make("p", { id: "seen", class: "seen" }),
    notice: make("p", { id: "notice", class: "notice", hidden: true }),
    empty: make("p", { id: "empty", class: "empty", hidden: true }, say("nothingSeen")),
    status: make("p", { class: "hidden-visually", role: "status", id: "graph-status" }),
    sheet: make("div", { id: "table", class: "sheet", hidden: true, tabindex: -1, role: "region", "aria-label": say("table") }),
    panel: make("aside", { id: "panel", class: "panel", "aria-label": say("panel"), tabindex: -1 }),
    keys: make("dialog", { id: "keys", class: "keys", "aria-label": say("keys") }),
  };
  const bar = make(
    "div",
    { class: "tools", role: "group", "aria-label": say("tools") },
    parts.drawer,
    parts.views,
    make("div", { class: "finder" }, parts.search),
    make("div", { class: "group" }, parts.undo, parts.redo),
    make("div", { class: "group" }, parts.fit, parts.settle, parts.paths, parts.table),
    make("div", { class: "group" }, parts.save, parts.link, parts.help),
  );
  const stage = make(
    "div",
    { class: "stage" },
    parts.canvas,
    make("p", { id: "canvas-help", class: "hidden-visually" }, say("canvasHelp")),
    parts.trail,
    parts.count,
    parts.empty,
    parts.notice,
    parts.sheet,
    parts.status,
  );
  root.replaceChildren(bar, parts.legend, stage, parts.panel, parts.keys);
  return parts;
}

const KEYS = [
  [["/"], "keySearch"],
  [["↑", "↓", "←", "→"], "keyArrows"],
  [["Enter"], "keyEnter"],
  [["N", "Shift N"], "keyNeighbour"],
  [["E"], "keyExpand"],
  [["H"], "keyHide"],
  [["P"], "keyPin"],
  [["O"], "keyFocus"],
  [["F"], "keyFit"],
  [["+", "−"], "keyZoom"],
  [["Shift ↑ ↓ ← →"], "keyMove"],
  [["Ctrl Z", "Ctrl Shift Z"], "keyUndo"],
  [["Esc"], "keyEscape"],
  [["L"], "keyLegend"],
  [["D"], "keyPanel"],
  [["T"], "keyTable"],
  [["G"], "keyGraph"],
  [["?"], "keyHelp"],
];
const GESTURES = [
  ["click", "keyClick"],
  ["double", "keyDouble"],
  ["drag", "keyDrag"],
  ["wheel", "keyWheel"],
];

/** What keys and gestures do. */
export function fillKeys(dialog) {
  const row = (marks, words) => make("div", {}, make("dt", {}, marks.map((mark) => make("kbd", {}, mark))), make("dd", {}, say(words)));
  dialog.replaceChildren(
    make("h2", {}, say("keys")),
    make("dl", {}, KEYS.map(([keys, words]) => row(keys, words === "keyMove" ? "keyShiftArrows" : words)), GESTURES.map(([gesture, words]) => row([say(`gesture-${gesture}`)], words))),
    button(say("close"), () => dialog.close()),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}
