// The questions that are ready, beside the editor: one is put into it, with its parameters as fields.

import { ask, askText } from "../common/api.js";
import { make } from "../common/dom.js";
import { filtered } from "../common/filter.js";
import { finder } from "../common/finder.js";
import { say, spoken } from "../common/page.js";

/**
 * Let the links of the list load their query.
 * @param {HTMLElement} ready
 * @param {Record<string, object[]>} parameters of each query, by its name
 * @param {(sparql: string) => void} load
 */
export function beside(ready, parameters, load) {
  const list = ready.querySelector("ul");
  list.before(filtered([...list.children]));
  const chosen = make("form", { class: "chosen", hidden: true });
  list.before(chosen);
  const put = async (name) => {
    const values = new URLSearchParams(new FormData(chosen));
    try {
      load(await askText(`/api/named/${name}`, values));
    } catch (error) {
      chosen.querySelector("[role=status]").textContent = error.message;
    }
  };
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-name]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { name } = link.dataset;
    const fields = parameters[name].map((one) => labelled(one));
    const button = make("button", {}, say("fill"));
    chosen.replaceChildren(make("strong", {}, link.textContent), ...fields, ...(fields.length ? [button] : []), make("p", { class: "note", role: "status" }));
    chosen.hidden = false;
    chosen.onsubmit = (submitted) => {
      submitted.preventDefault();
      put(name);
    };
    chosen.querySelectorAll("[data-finds]").forEach((input) => finder(input, (hit) => (input.value = hit.name), { first: false }));
    put(name);
  });
}

let count = 0;

function labelled({ name, description, default: usual, naming, terms }) {
  const id = `chosen-${(count += 1)}`;
  const input = make("input", { id, name, value: usual, placeholder: say("any"), autocomplete: "off", "data-finds": naming && "thing", list: terms && `${id}-list` });
  const options = make("datalist", { id: `${id}-list` });
  if (terms) ask("/api/schema").then((schema) => options.append(...Object.values(schema[terms]).map((term) => make("option", { value: spoken(term.labels) }))), () => {});
  return make("div", { class: "parameter" }, make("label", { for: id }, description), input, terms ? options : null);
}
