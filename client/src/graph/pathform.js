// Paths: between which two things, what they may not use, and those that were found, in words.

import { ask } from "../common/api.js";
import { finder } from "../common/finder.js";
import { make } from "../common/dom.js";
import { say } from "../common/page.js";
import { propertyName, schema } from "./knowledge.js";
import { passes } from "./scene.js";
import { button } from "./room.js";

export class PathForm {
  from = null;
  to = null;
  without = new Map();
  background = true;

  /** @param {HTMLElement} box @param {object} room */
  constructor(box, room) {
    this.box = box;
    this.room = room;
  }

  /** Show the form; one end may be known. */
  show(from = this.from) {
    this.from = from;
    const end = (name, word) => {
      const input = make("input", { type: "search", id: `path-${name}`, autocomplete: "off", spellcheck: "false", value: this[name]?.name ?? "" });
      const field = make("div", { class: "finder field" }, make("label", { for: `path-${name}` }, say(word)), input);
      return { field, input, name };
    };
    const ends = [end("from", "pathFrom"), end("to", "pathEnd")];
    const avoid = make("input", { type: "search", id: "path-without", autocomplete: "off", spellcheck: "false", placeholder: say("withoutHint") });
    const chips = make("ul", { class: "plain chips" });
    this.results = make("div", { class: "found", "aria-live": "polite" });
    this.box.replaceChildren(
      make("div", { class: "head" }, make("span"), button("×", () => this.room.closePaths(), { class: "close", "aria-label": say("close") })),
      make("h2", {}, say("pathsBetween")),
      make(
        "form",
        { class: "path-form", onsubmit: (event) => { event.preventDefault(); this.find(); } },
        ends.map(({ field }) => field),
        make("div", { class: "finder field" }, make("label", { for: "path-without" }, say("without")), avoid, chips),
        make("label", { class: "tick" }, make("input", { type: "checkbox", checked: this.background, onchange: (event) => { this.background = event.target.checked; } }), ` ${say("withBackground")}`),
        make("button", { class: "primary" }, say("findPaths")),
      ),
      this.results,
    );
    for (const { input, name } of ends) {
      finder(input, (hit) => {
        this[name] = hit;
        input.value = hit.name;
        const other = ends.find((one) => !this[one.name]);
        (other?.input ?? this.box.querySelector(".primary")).focus();
        if (this.from && this.to) this.find();
      });
      input.addEventListener("input", () => { this[name] = null; });
    }
    finder(avoid, (hit) => {
      this.without.set(hit.id, hit.name);
      avoid.value = "";
      this.#chips(chips);
    });
    this.#chips(chips);
    (this.from ? ends[1] : ends[0]).input.focus();
    if (this.room.deeds.view.paths.length) this.#tell(this.room.deeds.view.paths);
  }

  #chips(list) {
    list.replaceChildren(...[...this.without].map(([id, name]) => make("li", {}, button(`${name} ×`, () => { this.without.delete(id); this.#chips(list); }, { class: "chip" }))));
  }

  async find() {
    for (const name of ["from", "to"]) this[name] ??= await this.#typed(name);
    if (!this.from || !this.to) return;
    this.results.replaceChildren(make("p", { class: "note" }, say("working")));
    try {
      const found = await this.room.deeds.paths(this.from.id, this.to.id, { background: this.background, without: [...this.without.keys()] });
      this.#tell(found.paths);
    } catch (error) {
      this.results.replaceChildren(make("p", { class: "note" }, error.message));
    }
  }

  /** The best answer to what was typed, where none was taken. */
  async #typed(name) {
    const input = this.box.querySelector(`#path-${name}`);
    if (!input.value.trim()) return null;
    const hit = (await ask("/api/search", { q: input.value })).hits[0] ?? null;
    if (hit) input.value = hit.name;
    return hit;
  }

  #tell(paths) {
    if (!paths.length) {
      this.results.replaceChildren(make("p", {}, say("noPath")));
      return;
    }
    const steps = paths[0].length - 1;
    this.results.replaceChildren(
      make("h3", {}, `${say("paths")} · ${steps === 1 ? say("step") : say("steps", { n: steps })}`),
      button(say("showOnly"), () => this.room.deeds.onlyPaths()),
      make("ol", { class: "paths" }, paths.map((path) => make("li", {}, this.#words(path)))),
    );
  }

  /** A path as it is read: A —produces→ B ←exhibits— C. */
  #words(path) {
    const { knowledge, deeds } = this.room;
    const parts = [this.#name(path[0])];
    for (let at = 1; at < path.length; at += 1) {
      const [a, b] = [path[at - 1], path[at]];
      const facts = knowledge.around(a).filter((edge) => edge.source === b || edge.target === b).filter((edge) => edge.source === a || edge.source === b);
      const best = facts.filter((edge) => passes(edge, { ...deeds.view.filter, properties: new Set(), least: 0, from: "", to: "", background: true }))[0] ?? facts[0];
      const forth = best?.source === a;
      const relation = best ? propertyName(best.property) : "";
      const symmetric = best && schema.properties[best.property]?.symmetric;
      parts.push(make("span", { class: "step" }, symmetric ? ` —${relation}— ` : forth ? ` —${relation}→ ` : ` ←${relation}— `), this.#name(b));
    }
    return parts;
  }

  #name(id) {
    const thing = this.room.knowledge.things.get(id);
    return button(thing.name, () => this.room.deeds.add(id).catch(this.room.failed), { class: "name kind-mark", style: { "--kind": schema.classes[thing.class]?.colour ?? "" } });
  }
}
