// Numbers as readers of a language write them short: 1.2万, 3亿; 12K, 300M.

import { language } from "./page.js";

const short = new Intl.NumberFormat(language || "en", { notation: "compact", maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat(language || "en", { maximumFractionDigits: 4 });

/** A number in few characters. */
export function brief(value) {
  return Math.abs(value) < 10_000 ? whole.format(value) : short.format(value);
}

/** A number and what it counts, of which there may be a form for one and one for many, split by a bar. */
export function counting(count, word = "") {
  const forms = word.split("|");
  return `${brief(count)} ${count === 1 ? forms[0] : forms.at(-1)}`.trim();
}

/** A number with its unit, which Chinese writes without a blank. */
export function measured(value, unit = "") {
  return `${brief(value)}${unit === "%" || language !== "en" ? "" : " "}${unit}`.trim();
}
