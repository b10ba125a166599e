// Counts as horizontal bars.

import { scaleLinear } from "d3-scale";
import { brief, counting } from "../common/numbers.js";
import { make } from "../common/dom.js";
import { cut, length } from "../common/text.js";
import { mark, sheet } from "./sheet.js";

const ROW = 28;
const BAR = 16;

/**
 * @param {HTMLElement} element
 * @param {{label: string, count: number, href?: string, colour?: string, note?: string}[]} rows as they shall stand
 * @param {{title: string, about?: string, counted?: string}} words
 * @returns {boolean} whether there was anything to draw
 */
export function barChart(element, rows, words) {
  if (!rows.length) return false;
  const most = Math.max(1, ...rows.map((row) => row.count));
  sheet(element, words, (width) => {
    const label = Math.min(Math.max(...rows.map((row) => length(row.label))) + 12, width * 0.42);
    const along = scaleLinear([0, most], [label, width - length(brief(most)) - 12]);
    const marks = rows.map((row, at) => bar(row, at, label, along, words.counted));
    return { height: rows.length * ROW, layers: marks.map((one) => one.element), marks };
  });
  return true;
}

function bar(row, at, label, along, counted) {
  const y = at * ROW + ROW / 2;
  const end = Math.max(along(row.count), label + 1);
  const said = [`${row.label}: ${counting(row.count, counted)}`, row.note].filter(Boolean).join(", ");
  const element = mark(
    row.href,
    said,
    make("rect", { class: "chart-hit", x: 0, y: y - ROW / 2, width: along.range()[1] + 12, height: ROW }),
    make("text", { class: "chart-label", x: label - 8, y, dy: "0.35em", "text-anchor": "end" }, cut(row.label, label - 8)),
    make("rect", { class: "chart-bar", x: label, y: y - BAR / 2, width: end - label, height: BAR, rx: 2, style: row.colour ? { "--kind": row.colour } : {} }),
    make("text", { class: "chart-value", x: end + 6, y, dy: "0.35em" }, brief(row.count)),
  );
  return { element, x: label, y };
}
