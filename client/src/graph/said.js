// What is said: each statement with its status, confidence and times, and the sentences that say so.

import { make } from "../common/dom.js";
import { documentAddress, language, say, spoken } from "../common/page.js";
import { propertyName, statusName } from "./knowledge.js";

const OPENED = 2;

/** A statement and its evidence. `name` makes what shows a thing. */
export function statement(told, name, opened = true) {
  return make(
    "article",
    { class: `said ${told.status}` },
    make("p", { class: "fact" }, name(told.source), " ", make("span", { class: "relation" }, propertyName(told.property)), " ", name(told.target)),
    make("p", { class: "marks" }, badge(told.status), told.status === "background" ? null : confidence(told.confidence), time(told), told.conflicts?.length ? make("span", { class: "badge conflict", title: told.conflicts.map((one) => one.value).join("、") }, say("conflict")) : null),
    qualifiers(told, name),
    told.evidence ? told.evidence.map((one, at) => passage(one, opened && at < OPENED)) : make("p", { class: "note" }, say("onlyBackground")),
  );
}

/** The status, where it is not the usual one. */
export const badge = (status) => status !== "asserted" && make("span", { class: `badge ${status}` }, statusName(status));

export function confidence(value) {
  const level = value >= 0.85 ? "high" : value >= 0.65 ? "middle" : "low";
  return make("span", { class: `confidence ${level}` }, say("confidence", { n: value.toFixed(2) }));
}

function time({ start, end, dated, times = [] }) {
  const span = dated ? (start === end ? start : `${start} – ${end}`) : times.map((one) => one.replace("/", " – ")).join(", ") || (start === end ? start : `${start} – ${end}`);
  if (!span || span === " – ") return null;
  return make("span", { class: "time" }, dated ? say("reportedIn", { time: span }) : span);
}

function qualifiers({ qualifiers: known = [] }, name) {
  if (!known.length) return null;
  return make("p", { class: "qualifiers" }, known.map((one) => make("span", {}, make("span", { class: "note" }, `${spoken(one.labels)} `), one.id ? name({ id: one.id, name: one.value }) : one.value)));
}

/** A sentence with its names marked, and the article it stands in. */
export function passage(one) {
  const address = documentAddress(one.document, one.start, one.end);
  const title = one.title ?? one.source ?? one.document.slice(one.document.lastIndexOf("/") + 1);
  return make(
    "figure",
    { class: "passage" },
    one.quote ? make("blockquote", { lang: language === "en" ? "zh" : null }, marked(one.quote, one.marks ?? [])) : null,
    make("figcaption", {}, make("a", { href: address }, title), make("span", { class: "note" }, [one.publisher, one.published].filter(Boolean).join(" · ")), one.copyOf ? make("span", { class: "note" }, say("copyOf", { title: one.copyOf })) : null),
  );
}

/** A quote in pieces: what names the subject, what names the object, and the rest. Offsets count characters, not their UTF-16 units. */
function marked(quote, marks) {
  const characters = [...quote];
  const pieces = [];
  let at = 0;
  for (const [start, end, role] of marks) {
    if (start < at) continue;
    pieces.push(characters.slice(at, start).join(""), make("mark", { class: role }, characters.slice(start, end).join("")));
    at = end;
  }
  pieces.push(characters.slice(at).join(""));
  return pieces.filter((piece) => piece !== "");
}
