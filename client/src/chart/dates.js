// Dates as articles know them: a day, a month or a year, and how they stand on an axis.

import { scaleUtc } from "d3-scale";
import { language } from "../common/page.js";

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/**
 * The days that a date may mean, the first and the one after the last; nothing where it is no date.
 * @param {string} from `2024`, `2024-05` or `2024-05-17`
 * @param {string} [to] the last, where it is a span
 * @returns {[Date, Date] | null}
 */
export function span(from, to = from) {
  const [first, last] = [parts(from), parts(to || from)];
  if (!first || !last) return null;
  const start = day(first[0], (first[1] ?? 1) - 1, first[2] ?? 1);
  const end = last[2] ? new Date(day(...monthed(last)).getTime() + DAY) : last[1] ? day(last[0], last[1], 1) : day(last[0] + 1, 0, 1);
  return [start, end > start ? end : new Date(start.getTime() + DAY)];
}

const monthed = ([year, month, date]) => [year, month - 1, date];

function parts(text) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text ?? "");
  return found && found.slice(1).filter(Boolean).map(Number);
}

function day(year, month, date) {
  const made = new Date(Date.UTC(2000, month, date));
  made.setUTCFullYear(year); // years below 100 are years below 100
  return made;
}

/** A scale over spans with some room at both ends. */
export function timeScale(spans, left, right) {
  const low = Math.min(...spans.map(([start]) => start));
  const high = Math.max(...spans.map(([, end]) => end));
  const room = Math.max((high - low) * 0.04, (YEAR - (high - low)) / 2, 15 * DAY); // a day is no bar, and a year is no point
  return scaleUtc([new Date(low - room), new Date(high + room)], [left, right]);
}

/** Where an axis of time has ticks, and what they say: years, and between them months where anything is known by the month. */
export function timeTicks(scale, spans) {
  const [left, right] = scale.range();
  const year = new Intl.DateTimeFormat(language || "en", { year: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language || "en", { year: "2-digit", month: "short", timeZone: "UTC" });
  const whole = (date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  const yearly = spans.every((one) => one.every(whole));
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / 90))).filter((tick) => !yearly || whole(tick));
  const days = ticks.some((tick) => tick.getUTCDate() !== 1);
  const date = new Intl.DateTimeFormat(language || "en", { month: "short", day: "numeric", timeZone: "UTC" });
  return ticks.map((tick) => {
    const format = tick.getUTCDate() !== 1 || (days && tick.getUTCMonth()) ? date : tick.getUTCMonth() ? month : year;
    return { at: scale(tick), text: format.format(tick) };
  });
}
