// Figures over time: a small chart for each measure and unit, one below the other over the same axis.

import { scaleLinear } from "d3-scale";
import { line, symbol, symbolCircle, symbolTriangle } from "d3-shape";
import { brief, measured } from "../common/numbers.js";
import { make } from "../common/dom.js";
import { say } from "../common/page.js";
import { cut, length } from "../common/text.js";
import { span, timeScale, timeTicks } from "./dates.js";
import { mark, sheet, timeAxis } from "./sheet.js";

const HIGH = 118;
const HEAD = 34; // with the name of a measure, which one alone has none of
const FOOT = 24;
const MOST = 8; // charts
const UP = new Set(["moreThan", "atLeast"]);
const DOWN = new Set(["lessThan", "atMost"]);

/**
 * @typedef {object} Figure
 * @property {string} measure what is measured, in the reader's language
 * @property {number} value
 * @property {string} [unit]
 * @property {string} [from] for when it holds: a day, month or year
 * @property {string} [to]
 * @property {string} [comparator] `exactly`, `approximately`, `moreThan`, `atLeast`, `lessThan`, `atMost`
 * @property {string} [status] `asserted`, `planned`, …
 * @property {string} [href] where its sentence stands
 */

/**
 * @param {HTMLElement} element
 * @param {Figure[]} figures those without a date are left out
 * @param {{title: string, about?: string}} words
 * @returns {boolean} whether there was anything to draw
 */
export function timeChart(element, figures, words) {
  const dated = figures.map((one) => ({ ...one, span: span(one.from, one.to) })).filter((one) => one.span && Number.isFinite(one.value));
  const all = series(dated);
  if (!all.length) return false;
  sheet(element, words, (width) => drawn(all, width));
  return true;
}

/** Figures of one measure and unit together; those with most figures first, and no more than can be looked at. */
export function series(figures) {
  const found = Map.groupBy(figures, (one) => `${one.measure}\n${one.unit ?? ""}`);
  return [...found.values()]
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST)
    .map((list) => list.sort((one, other) => middle(one) - middle(other)));
}

const middle = (one) => (one.span[0].getTime() + one.span[1].getTime()) / 2;

function drawn(all, width) {
  const left = Math.max(...all.flat().map((one) => length(brief(one.value)))) + 14;
  const spans = all.flat().map((one) => one.span);
  const along = timeScale(spans, left, width - 30);
  const ticks = timeTicks(along, spans);
  const marks = [];
  const head = all.length > 1 ? HEAD : 0;
  const layers = all.map((list, at) => {
    const top = at * (HIGH + head) + head;
    const bottom = top + HIGH;
    const up = scaleLinear([Math.min(0, ...list.map((one) => one.value)), Math.max(0, ...list.map((one) => one.value))], [bottom, top + 18]).nice(3);
    const points = list.map((one) => point(one, along, up, width));
    marks.push(...points);
    const { measure, unit } = list[0];
    return make(
      "g",
      {},
      all.length > 1 && make("text", { class: "chart-head", x: 0, y: top - 8 }, cut(unit ? `${measure} · ${unit}` : measure, width)),
      values(up, left, width),
      make("path", { class: "chart-line", d: line()(joined(list, along, up)) ?? "" }),
      ...points.map((one) => one.element),
    );
  });
  const height = all.length * (HIGH + head);
  return { height: height + FOOT, layers: [timeAxis(ticks, head, height), ...layers], marks };
}

/** A line joins what is asserted and exact enough to be joined. */
function joined(list, along, up) {
  return list
    .filter((one) => (one.status ?? "asserted") === "asserted" && !UP.has(one.comparator) && !DOWN.has(one.comparator))
    .map((one) => [along(new Date(middle(one))), up(one.value)]);
}

function values(up, left, width) {
  const ticks = up.ticks(3);
  return make(
    "g",
    { "aria-hidden": "true" },
    ...ticks.map((tick) => make("line", { class: "chart-grid", x1: left, x2: width, y1: up(tick), y2: up(tick) })),
    ...ticks.map((tick) => make("text", { class: "chart-tick", x: left - 8, y: up(tick), dy: "0.35em", "text-anchor": "end" }, brief(tick))),
  );
}

function point(one, along, up, width) {
  const [from, to] = one.span.map(along);
  const [x, y] = [along(new Date(middle(one))), up(one.value)];
  const kind = UP.has(one.comparator) || DOWN.has(one.comparator) ? symbolTriangle : symbolCircle;
  const turn = DOWN.has(one.comparator) ? " rotate(180)" : "";
  const classes = ["chart-point", one.status, one.comparator === "approximately" && "about"].filter(Boolean).join(" ");
  const text = brief(one.value);
  const anchor = x + length(text) / 2 > width ? "end" : "middle";
  const element = mark(
    one.href,
    told(one),
    make("line", { class: "chart-span", x1: from, x2: to, y1: y, y2: y }),
    make("circle", { class: "chart-hit", cx: x, cy: y, r: 12 }),
    make("path", { class: classes, d: symbol(kind, 70)(), transform: `translate(${x} ${y})${turn}` }),
    make("text", { class: "chart-value", x, y: y - 10, "text-anchor": anchor }, text),
  );
  return { element, x, y };
}

function told(one) {
  const when = one.to && one.to !== one.from ? say("between", one) : one.from;
  const about = one.comparator && one.comparator !== "exactly" ? `${say(one.comparator)} ` : "";
  const status = one.status && one.status !== "asserted" ? `, ${say(one.status)}` : "";
  return `${one.measure}: ${about}${measured(one.value, one.unit)}, ${when}${status}`;
}
