// The parts of the page: tools above, legend to the left, the picture in the middle, details to the right.

import { make } from "../common/dom.js";
import { say } from "../common/page.js";

/** A button with a word; `key` is what it does by. */
export const button = (word, act, properties = {}) => make("button", { type: "button", onclick: act, ...properties }, word);

const tool = (name, mark, properties = {}) =>
  make("button", { type: "button", class: "tool", id: `tool-${name}`, title: say(name), ...properties }, make("span", { class: "mark", "aria-hidden": "true" }, mark), make("span", { class: "word" }, say(name)));

/** Build the page; gives its parts by name. */
export function buildRoom(root) {
  const parts = {
    views: make("div", { class: "views", role: "group", "aria-label": say("views") }),
    search: make("input", { type: "search", id: "graph-finder", autocomplete: "off", spellcheck: "false", maxlength: 200, placeholder: say("addThing"), "aria-label": say("addThing") }),
    undo: tool("undo", "↶", { title: `${say("undo")} (Ctrl Z)` }),
    redo: tool("redo", "↷", { title: `${say("redo")} (Ctrl Shift Z)` }),
    fit: tool("fit", "⤢", { title: `${say("fit")} (F)` }),
    settle: tool("settle", "✣"),
    paths: tool("paths", "⇝"),
    table: tool("table", "▤", { "aria-pressed": "false", title: `${say("table")} (T)` }),
    save: make("details", { class: "menu" }, make("summary", { class: "tool", id: "tool-save" }, make("span", { class: "mark", "aria-hidden": "true" }, "⭳"), make("span", { class: "word" }, say("save")))),
    link: tool("link", "⎘"),
    help: tool("help", "?"),
    drawer: tool("showFilters", "☰", { "aria-expanded": "false", "aria-controls": "legend" }),
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
    { class: "tools", role: "toolbar", "aria-label": say("tools") },
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
