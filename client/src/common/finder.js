// A field that finds things as one types (the combobox of the ARIA practices): arrows choose, Enter takes, Escape closes.

import { ask } from "./api.js";
import { make } from "./dom.js";
import { say, spoken } from "./page.js";

const WAIT = 120;
let schema = null;
let count = 0;

/**
 * Make an input find things.
 * @param {HTMLInputElement} input
 * @param {(hit: {id: string, name: string, class: string}, event: Event) => void} take what happens to the hit that is taken
 * @param {{first?: boolean}} options whether Enter takes the first hit unless another is chosen, or what was typed stays
 */
export function finder(input, take, { first = true } = {}) {
  const id = `results-${(count += 1)}`;
  const list = make("ul", { class: "results", role: "listbox", id, hidden: true, "aria-label": say("search") });
  const status = make("span", { class: "hidden-visually", role: "status" });
  input.after(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" })) {
    input.setAttribute(name, value);
  }
  let hits = [];
  let active = -1;
  let running = new AbortController();
  let timer = 0;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (at) => {
    active = at;
    list.querySelectorAll("[role=option]").forEach((option, number) => {
      option.setAttribute("aria-selected", number === at);
      if (number === at) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const taken = (at, event) => {
    close();
    take(hits[at], event);
  };
  const show = (found) => {
    hits = found.hits;
    status.textContent = say("results", { n: found.count });
    const options = hits.map((hit, at) =>
      make(
        "li",
        { role: "option", id: `${id}-${at}`, "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: (event) => taken(at, event) },
        make("span", {}, hit.name),
        make("span", { class: "kind", style: { "--kind": schema.classes[hit.class]?.colour ?? "" } }, spoken(schema.classes[hit.class]?.labels, hit.class)),
        make("span", { class: "note" }, hit.matched ? `${say("also")} ${hit.matched}` : `${hit.documents} ${say("articles")}`),
      ),
    );
    const near = found.near.length ? [make("li", { class: "note" }, `${say("near")} ${found.near.join(say("listSeparator"))}`)] : [];
    list.replaceChildren(...(options.length ? options : [make("li", { class: "note" }, say("nothing")), ...near]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(first && options.length ? 0 : -1);
  };
  const search = async () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    if (!input.value.trim()) return close();
    try {
      schema ??= await ask("/api/schema");
      show(await ask("/api/search", { q: input.value }, { signal }));
    } catch (error) {
      if (error.name !== "AbortError") list.replaceChildren(make("li", { class: "note" }, say("failed", { why: error.message })));
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  input.addEventListener("focus", () => input.value && hits.length && list.hidden && search());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // an input method is at work
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && !list.hidden && active >= 0) taken(active, event);
    else if (event.key === "ArrowDown" && hits.length && !list.hidden) choose((active + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length && !list.hidden) choose((Math.max(active, 0) + hits.length - 1) % hits.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
