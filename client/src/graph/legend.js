// The legend: what colours and lines mean, how much of each is seen, switches for them, and the filters.

import { make } from "../common/dom.js";
import { say } from "../common/page.js";
import { className, propertyName, schema, statusName } from "./knowledge.js";
import { button } from "./room.js";
import { KINDS, toggled } from "./view.js";

const words = { class: "classWord", province: "province", community: "communityWord" };

export class Legend {
  /** @param {HTMLElement} box @param {object} room */
  constructor(box, room) {
    this.box = box;
    this.room = room;
  }

  show() {
    const focused = document.activeElement?.closest?.("#legend") ? document.activeElement.dataset.key : "";
    const top = this.box.scrollTop;
    const { view } = this.room.deeds;
    const summary = view.scene === "summary";
    this.box.replaceChildren(
      ...[
        summary ? null : this.#choices("colourBy", KINDS, view.colour, (by) => this.room.deeds.colourBy(by)),
        summary ? null : this.#choices("groupBy", ["", ...KINDS], view.closed.by, (by) => this.room.deeds.groupBy(by)),
        summary ? this.#signs() : null,
        summary ? null : this.#classes(),
        summary || view.colour === "class" ? null : this.#groups(view.colour),
        summary ? null : this.#properties(),
        summary ? null : this.#filters(),
        summary ? null : this.#signs(),
      ].filter(Boolean),
    );
    if (focused) this.box.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    this.box.scrollTop = top;
  }

  #choices(word, kinds, chosen, choose) {
    const select = make("select", { id: word, "data-key": word, onchange: (event) => choose(event.target.value).catch(this.room.failed) }, kinds.map((kind) => make("option", { value: kind, selected: kind === chosen }, kind ? say(words[kind]) : say("nothingBy"))));
    return make("label", { class: "choice" }, say(word), " ", select);
  }

  /** Rows with a switch each, and one that leaves only it. */
  #switches(name, title, rows, off, change) {
    if (!rows.length) return null;
    const all = button(say("all"), () => change(new Set()), { class: "quiet-button", disabled: off.size === 0, "data-key": `${name}-all` });
    return make(
      "section",
      { class: name },
      make("h2", {}, say(title), all),
      make("ul", { class: "plain" }, rows.map((row) => make(
        "li",
        {},
        button([make("span", { class: "swatch", style: { "--kind": row.colour ?? "" } }), make("span", { class: "label" }, row.label), make("span", { class: "number" }, row.count.toLocaleString("en"))], () => change(toggled(off, row.id)), { class: "switch", "aria-pressed": String(!off.has(row.id)), "data-key": `${name}-${row.id}`, "data-id": row.id }),
        button(say("only"), () => change(new Set(rows.filter((other) => other.id !== row.id).map((other) => other.id))), { class: "only", "aria-label": say("onlyOf", { name: row.label }), "data-key": `${name}-only-${row.id}` }),
      ))),
    );
  }

  #classes() {
    const { deeds, knowledge, stage } = this.room;
    const { view } = deeds;
    const seen = counted([...stage.scene.things].map((id) => knowledge.things.get(id).class));
    const there = counted([...view.shown.keys()].map((id) => knowledge.things.get(id).class));
    const coloured = view.colour === "class";
    const rows = [...there].sort((a, b) => b[1] - a[1]).map(([id]) => ({ id, label: className(id), count: seen.get(id) ?? 0, colour: coloured ? schema.classes[id]?.colour : "transparent" }));
    return this.#switches("classes", "classes", rows, view.filter.classes, (classes) => deeds.filter({ classes }));
  }

  /** The groups that the colours stand for; a click collapses one, or opens it again. */
  #groups(by) {
    const { deeds, knowledge, stage, look } = this.room;
    const { closed } = deeds.view;
    const seen = counted([...stage.scene.things].map((id) => knowledge.key(by, id)));
    const rows = [...seen].sort((a, b) => (a[0] === "rest") - (b[0] === "rest") || b[1] - a[1]);
    const isClosed = (key) => closed.by === by && closed.keys.has(key);
    return make(
      "section",
      { class: "groups" },
      make("h2", {}, say(by === "province" ? "provinces" : "communities")),
      make("ul", { class: "plain" }, rows.map(([key, count]) => make("li", {},
        button([make("span", { class: "swatch", style: { "--kind": look.groupColour(by, key) } }), make("span", { class: "label" }, look.groupName(by, key)), make("span", { class: "number" }, count.toLocaleString("en"))],
          () => (isClosed(key) ? deeds.openClosed(key) : deeds.closeGroup(by, key).catch(this.room.failed)),
          { class: "switch", "aria-pressed": String(!isClosed(key)), title: say(isClosed(key) ? "openAgain" : "closeGroup"), "data-key": `group-${key}` })))),
    );
  }

  #properties() {
    const { deeds, knowledge, stage } = this.room;
    const { view } = deeds;
    const seen = counted(stage.scene.facts.map((edge) => edge.property));
    const there = new Set(seen.keys());
    for (const property of view.filter.properties) there.add(property);
    for (const id of view.filter.properties.size ? view.shown.keys() : []) for (const edge of knowledge.around(id)) if (view.shown.has(edge.source) && view.shown.has(edge.target)) there.add(edge.property);
    const rows = [...there].map((id) => ({ id, label: propertyName(id), count: seen.get(id) ?? 0, colour: "transparent" })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    return this.#switches("properties", "properties", rows, view.filter.properties, (properties) => deeds.filter({ properties }));
  }

  #filters() {
    const { deeds } = this.room;
    const { filter } = deeds.view;
    const tick = (name, on, change) => make("label", { class: "tick" }, make("input", { type: "checkbox", checked: on, "data-key": `tick-${name}`, onchange: (event) => change(event.target.checked) }), ` ${name}`);
    const flag = (name) => tick(say(name), filter[name], (on) => deeds.filter({ [name]: on }));
    const year = (name) => make("input", { type: "number", min: 1900, max: 2100, step: 1, inputmode: "numeric", value: filter[name], "aria-label": `${say("years")}${say("colon")}${say(name)}`, placeholder: say(name), "data-key": `year-${name}`, onchange: (event) => deeds.filter({ [name]: event.target.value }) });
    const value = make("output", {}, filter.least.toFixed(2));
    const slider = make("input", { type: "range", min: 0, max: 1, step: 0.05, value: filter.least, "data-key": "least", oninput: (event) => {
      value.textContent = Number(event.target.value).toFixed(2);
      clearTimeout(this.sliding);
      this.sliding = setTimeout(() => deeds.filter({ least: Number(event.target.value) }, "least"), 120);
    } });
    return make(
      "section",
      { class: "filters" },
      make("h2", {}, say("filters"), button(say("clearFilters"), () => deeds.clearFilter(), { class: "quiet-button", "data-key": "clear" })),
      make("label", { class: "slider" }, make("span", {}, say("least")), slider, value),
      make("div", { class: "years", role: "group", "aria-label": say("years") }, make("span", {}, say("years")), year("from"), "–", year("to")),
      filter.from || filter.to ? flag("timeless") : null,
      filter.from || filter.to ? flag("reported") : null,
      make("fieldset", {}, make("legend", {}, say("statuses")), Object.keys(schema.statuses).map((status) => tick(statusName(status), !filter.statuses.has(status), (on) => deeds.filter({ statuses: toggled(filter.statuses, status, !on) })))),
      flag("background"),
      flag("lone"),
    );
  }

  #signs() {
    const { stage } = this.room;
    const styles = new Set([...stage.scene.lines.values()].map((line) => line.style));
    const rows = [["planned", "plannedSign"], ["doubtful", "doubtful"], ["background", "backgroundSign"]].filter(([style]) => styles.has(style));
    if (!rows.length) return null;
    return make("ul", { class: "plain signs" }, rows.map(([style, word]) => make("li", {}, stroke(style), say(word))));
  }
}

function stroke(style) {
  return make("svg", { viewBox: "0 0 28 8", class: `stroke ${style}`, "aria-hidden": "true" }, make("path", { d: "M1 4H27" }));
}

function counted(keys) {
  const found = new Map();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}
