// What all charts have: an SVG with a name, drawn anew when its element grows or shrinks, whose marks can be walked and opened.

import { make, shape } from "../common/dom.js";
import { say } from "../common/page.js";
import { rove, stop } from "../common/roving.js";

let number = 0;

/**
 * @typedef {object} Mark
 * @property {Element} element
 * @property {number} x
 * @property {number} y
 */

/**
 * Put a chart into an element, below what it has; a chart that was there before goes.
 * @param {HTMLElement} element
 * @param {{title: string, about?: string}} words
 * @param {(width: number) => {height: number, layers: Element[], marks: Mark[]}} draw
 */
export function sheet(element, words, draw) {
  const name = `chart-${(number += 1)}`;
  const svg = make("svg", { class: "chart-sheet", role: "group", "aria-labelledby": `${name}-title ${name}-about` });
  let marks = [];
  let width = 0;
  const fit = () => {
    const now = Math.round(element.clientWidth);
    if (!now || now === width) return;
    width = now;
    const drawn = draw(width);
    marks = drawn.marks.filter((mark) => mark.element.hasAttribute("tabindex"));
    stop(marks);
    svg.setAttribute("viewBox", `0 0 ${width} ${drawn.height}`);
    svg.replaceChildren(
      make("title", { id: `${name}-title` }, words.title),
      make("desc", { id: `${name}-about` }, [words.about, say("chartKeys")].filter(Boolean).join(" ")),
      ...drawn.layers,
    );
  };
  element.classList.add("chart");
  element.querySelector(":scope > .chart-sheet")?.remove();
  element.append(svg);
  rove(svg, () => marks);
  new ResizeObserver(fit).observe(element);
  fit();
}

/** A mark that says what it is and leads somewhere, where it does. */
export function mark(href, said, ...shapes) {
  const title = make("title", {}, said);
  return href
    ? shape("a", { href, class: "mark", "aria-label": said, tabindex: -1 }, title, ...shapes)
    : shape("g", { class: "mark", role: "img", "aria-label": said, tabindex: -1 }, title, ...shapes);
}

/** The ticks of an axis of time along the foot of a chart. */
export function timeAxis(ticks, top, bottom) {
  const lines = ticks.map(({ at }) => make("line", { class: "chart-grid", x1: at, x2: at, y1: top, y2: bottom }));
  const texts = ticks.map(({ at, text }) => make("text", { class: "chart-tick", x: at, y: bottom + 15, "text-anchor": "middle" }, text));
  return make("g", { "aria-hidden": "true" }, ...lines, ...texts);
}
