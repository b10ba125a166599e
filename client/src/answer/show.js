// An answer on the page: what templates/answer.html makes on the server, and what a script can add to that.

import { make } from "../common/dom.js";
import { many, say } from "../common/page.js";
import { cell } from "./cell.js";
import { picture } from "./picture.js";
import { sortable } from "./sorting.js";

/**
 * Show an answer of /api/table in a section, in place of what stood there.
 * @param {HTMLElement} section
 * @param {object} told
 * @param {string} sparql
 * @param {Record<string, [string, string][]>} files form → the files that the answer can be had as: suffix and name of each
 */
export function show(section, told, sparql, files) {
  if (told.mistake) return section.replaceChildren(mistake(told.mistake));
  section.replaceChildren(
    heading(told),
    ...told.hints.map((hint) => make("p", { class: "hint" }, hint)),
    ...(told.form === "answer" ? [] : [told.rows.length ? table(told) : make("p", {}, say("nothing"))]),
    ...(told.turtle ? [fold("turtle", make("pre", { class: "wide", tabindex: "0" }, told.turtle))] : []),
    downloads(told, sparql, files),
  );
  enhance(section, told.form, sparql);
}

/** Add to an answer what only a script can: sorting, and a picture that is drawn when it is opened. */
export function enhance(section, form, sparql) {
  const rows = section.querySelector("table.answered");
  if (rows) sortable(rows);
  if (!rows || form === "answer") return;
  const drawing = make("div");
  const details = fold("picture", drawing);
  details.addEventListener("toggle", () => details.open && !drawing.firstChild && picture(drawing, sparql));
  section.querySelector(".files").before(details);
  details.open = form === "triples";
}

/** What is wrong, with its place. */
export function mistake({ what, remedy, line, column, picture: shown }) {
  const place = line ? [make("strong", {}, say("place", { line, column })), say("colon")] : [];
  const words = make("p", {}, ...place, remedy ? `${what}; ${remedy}` : what);
  return make("div", { class: "mistake", role: "alert" }, words, shown ? make("pre", { class: "wide", tabindex: "0" }, shown) : null);
}

function heading(told) {
  const count = told.form === "answer" ? say(told.rows[0][0].value === "true" ? "yes" : "no") : many(told.form === "triples" ? "triples" : "asked", told.count);
  const some = told.count > told.rows.length ? ` (${many("firstRows", told.rows.length)})` : "";
  return make("p", { class: "told", role: "status" }, make("strong", {}, count), `${some} · ${say("took", { s: told.seconds.toFixed(3) })}`);
}

function table(told) {
  const head = make("tr", {}, told.names.map((name) => make("th", { scope: "col" }, name)));
  const rows = told.rows.map((row) => make("tr", {}, row.map((term) => make("td", {}, cell(term, told.known)))));
  const whole = make("table", { class: "answered" }, make("thead", {}, head), make("tbody", {}, rows));
  return make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": say("answer") }, whole);
}

function fold(word, content) {
  return make("details", { class: word }, make("summary", {}, say(word)), content);
}

function downloads(told, sparql, files) {
  const link = ([file, called]) => make("a", { href: `/ask?${new URLSearchParams({ query: sparql, file })}`, download: true }, called);
  const parts = files[told.form].map(link);
  if (told.form !== "answer") parts.push(make("a", { href: `/graph#${new URLSearchParams({ sparql })}` }, say("draw")));
  return make("p", { class: "files" }, `${say("download")}${say("colon")}`, parts.flatMap((part, at) => (at ? [" · ", part] : [part])));
}
