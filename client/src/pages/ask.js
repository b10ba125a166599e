// The room of SPARQL: the editor, what is at hand beside it, and the answer in place.

import { enhance, mistake, show } from "../answer/show.js";
import { send } from "../common/api.js";
import { make } from "../common/dom.js";
import { language, many, say, told } from "../common/page.js";
import { beside } from "../editor/beside.js";
import { editor, fill } from "../editor/editor.js";
import { asked, keep, remember } from "../editor/remembered.js";
import { indented, prefixLines } from "../editor/tidying.js";
import { vocabulary } from "../editor/vocabulary.js";

const LONGEST_ADDRESS = 8000;
const form = document.getElementById("asking");
const field = document.getElementById("query");
const section = document.getElementById("answer");
const data = told("asking-data");
let running = null;

const status = make("p", { class: "note status", role: "status" });
const tell = (words) => (status.textContent = words);
const view = editor(field, { nonce: form.dataset.nonce, run: () => form.requestSubmit(), tell });

vocabulary().catch(() => {}); // so that it is there when somebody types

const tool = (word, onclick) => make("button", { type: "button", onclick }, say(word));
const stop = tool("stop", () => running?.abort());
stop.hidden = true;
const prefixes = async () => {
  const lines = prefixLines(field.value, (await vocabulary()).prefixes);
  view.dispatch({ changes: { from: 0, insert: lines }, userEvent: "input" });
};
const indent = () => fill(view, indented(field.value));
const copy = async () => {
  history.replaceState(null, "", address());
  const done = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  tell(say(done ? "copied" : "uncopied"));
};
form.querySelector(".tools").append(stop, tool("prefixes", prefixes), tool("indent", indent), tool("copy", copy));
form.querySelector(".tools").after(status, make("p", { class: "note", id: "keys" }, say("keys")));

const address = () => `/ask?${new URLSearchParams({ query: field.value })}`;

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const sparql = field.value;
  if (!sparql.trim()) return;
  section.setAttribute("aria-busy", "true");
  stop.hidden = false;
  tell(say("running"));
  try {
    const answer = await send("/api/table", { sparql }, { signal });
    show(section, answer, sparql, data.files);
    if (address().length < LONGEST_ADDRESS) history.replaceState(null, "", address());
    tell("");
    if (section.getBoundingClientRect().top > innerHeight * 0.7) section.scrollIntoView();
    if (!answer.mistake) remember({ sparql, count: answer.count, at: Date.now() });
    before();
  } catch (error) {
    if (signal.aborted && running.signal !== signal) return; // another one is asked
    if (error.name === "AbortError") tell(say("stopped"));
    else section.replaceChildren(mistake({ what: error.message }));
  }
  section.removeAttribute("aria-busy");
  stop.hidden = true;
});

const load = (sparql) => {
  fill(view, sparql);
  view.focus();
};
beside(document.getElementById("ready"), data.parameters, load);

const list = make("ul", { class: "ready" });
const forget = tool("forget", () => (keep([]), before()));
document.getElementById("ready").after(make("details", { id: "before" }, make("summary", {}, say("askedBefore")), list, forget));

/** What was asked before, as it is kept now. */
function before() {
  const all = asked();
  const time = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short" });
  const items = all.map((one) => {
    const first = make("button", { type: "button", class: "line", onclick: () => load(one.sparql) }, one.sparql.replace(/\s+/g, " ").slice(0, 120));
    return make("li", {}, first, make("span", { class: "note" }, `${time.format(one.at)} · ${many("asked", one.count)}`));
  });
  list.replaceChildren(...(items.length ? items : [make("li", { class: "note" }, say("none"))]));
  forget.hidden = !items.length;
}
before();
if (data.form) enhance(section, data.form, field.value);
