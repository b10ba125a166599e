// Editions and events over time: a row for each series, a mark for each of its dates.

import { make } from "../common/dom.js";
import { say } from "../common/page.js";
import { cut, length } from "../common/text.js";
import { span, timeScale, timeTicks } from "./dates.js";
import { mark, sheet, timeAxis } from "./sheet.js";

const ROW = 34;
const FOOT = 24;
const POINT = 9; // pixels: what lasts no longer is a point

/**
 * @typedef {object} Moment
 * @property {string} label
 * @property {string} from a day, month or year
 * @property {string} [to]
 * @property {string} [href]
 * @property {string} [status] `planned`, where it has not been when it was written; as statements have it
 */

/**
 * @param {HTMLElement} element
 * @param {{label: string, href?: string, colour?: string, moments: Moment[]}[]} rows as they shall stand
 * @param {{title: string, about?: string}} words
 * @returns {boolean} whether there was anything to draw
 */
export function timeline(element, rows, words) {
  const dated = rows
    .map((row) => ({ ...row, moments: row.moments.map((one) => ({ ...one, span: span(one.from, one.to) })).filter((one) => one.span) }))
    .filter((row) => row.moments.length);
  if (!dated.length) return false;
  sheet(element, words, (width) => drawn(dated, width));
  return true;
}

function drawn(rows, width) {
  const narrow = width < 520; // names stand above their rows
  const left = narrow ? 4 : Math.min(Math.max(...rows.map((row) => length(row.label))) + 14, width * 0.34);
  const high = narrow ? ROW + 14 : ROW;
  const height = rows.length * high;
  const spans = rows.flatMap((row) => row.moments.map((one) => one.span));
  const along = timeScale(spans, left, width - 6);
  const marks = [];
  const layers = rows.map((row, at) => {
    const y = at * high + high - ROW / 2;
    const name = narrow
      ? make("text", { class: "chart-label", x: 4, y: y - ROW / 2 - 1, dy: "0.35em" }, cut(row.label, width - 8))
      : make("text", { class: "chart-label", x: left - 10, y, dy: "0.35em", "text-anchor": "end" }, cut(row.label, left - 12));
    const found = row.moments.map((one) => moment(one, row, y, along));
    const title = row.href ? { element: mark(row.href, row.label, name), x: 0, y } : { element: name };
    if (row.href) marks.push(title);
    marks.push(...found);
    const rule = make("line", { class: "chart-row", x1: left, x2: width, y1: y, y2: y });
    return make("g", {}, title.element, rule, ...found.map((one) => one.element));
  });
  return { height: height + FOOT, layers: [timeAxis(timeTicks(along, spans), 0, height), ...layers], marks };
}

function moment(one, row, y, along) {
  const [from, to] = one.span.map(along);
  const class_ = `chart-moment ${one.status ?? ""}`.trim();
  const style = row.colour ? { "--kind": row.colour } : {};
  const x = (from + to) / 2;
  const drawing =
    to - from > POINT
      ? make("rect", { class: class_, x: from, y: y - 5, width: to - from, height: 10, rx: 5, style })
      : make("circle", { class: class_, cx: x, cy: y, r: 6, style });
  const when = one.to && one.to !== one.from ? `${one.from} – ${one.to}` : one.from;
  const said = [one.label, when, one.status && one.status !== "asserted" ? say(one.status) : ""].filter(Boolean).join(", ");
  return { element: mark(one.href, said, make("rect", { class: "chart-hit", x: Math.min(from, x - 9), y: y - 12, width: Math.max(18, to - from), height: 24 }), drawing), x, y };
}
