// The panel: what is selected, or else what is seen.

import { ask } from "../common/api.js";
import { make } from "../common/dom.js";
import { entityAddress, say } from "../common/page.js";
import { className, propertyName, schema } from "./knowledge.js";
import { button } from "./room.js";
import { statement } from "./said.js";

const MOST_SAID = 30;
const FEW = 10;
const SOME = 50;
const MOST_LISTED = 24;

export class Panel {
  /** @param {HTMLElement} box @param {object} room */
  constructor(box, room) {
    this.box = box;
    this.room = room;
    this.shown = 0;
  }

  /** Show what is selected. */
  async show() {
    const { room } = this;
    const number = (this.shown += 1);
    const { selected, scene } = room.stage;
    document.body.classList.toggle("with-panel", Boolean(selected) || room.asksPaths);
    if (room.asksPaths) return;
    if (!selected) this.#fill(this.#overview());
    else if (selected.kind === "line") await this.#lineOf(scene.lines.get(selected.id), number);
    else {
      const node = scene.nodes.get(selected.id);
      if (node.kind === "group") this.#fill(this.#group(node));
      else await this.#thing(node, number);
    }
  }

  #fill(content) {
    const left = this.box.contains(document.activeElement) ? document.activeElement : null;
    this.box.replaceChildren(...content.filter(Boolean));
    this.box.scrollTop = 0;
    if (left) this.#takeFocus(left);
  }

  /** What has the focus is new: let it go to the same button, else to the panel, else, where there is none, to the picture. */
  #takeFocus(left) {
    const same = (one) => one.textContent === left.textContent || (left.ariaPressed !== null && one.ariaPressed !== null);
    const heir = left.matches("button, a, summary") ? [...this.box.querySelectorAll(left.localName)].find(same) : null;
    (heir ?? this.box).focus({ preventScroll: true });
    if (!this.box.contains(document.activeElement)) this.room.parts.canvas.focus();
  }

  #head(kind, title, colour) {
    return [
      make("div", { class: "head" }, make("p", { class: colour ? "kind" : "note", style: { "--kind": colour ?? "" } }, kind), button("×", () => this.room.select(null), { class: "close", "aria-label": say("close") })),
      make("h2", { tabindex: -1 }, title),
    ];
  }

  /** A thing's name as a button that goes there. */
  name = ({ id, name, class: cls }) =>
    button(name, () => this.room.deeds.add(id).catch(this.room.failed), { class: "name kind-mark", style: { "--kind": schema.classes[cls ?? this.room.knowledge.things.get(id)?.class]?.colour ?? "" } });

  async #thing(node, number) {
    const { room } = this;
    const { deeds, knowledge } = room;
    const { view } = deeds;
    const thing = knowledge.things.get(node.id);
    const act = (word, deed, more = {}) => button(word, deed, more);
    const pinned = view.pinned.has(node.id);
    const facts = make("div", { class: "ways" }, make("p", { class: "note" }, say("working")));
    this.#fill([
      ...this.#head(className(thing.class), thing.name, schema.classes[thing.class]?.colour),
      make("p", { class: "note" }, `${say("articlesOf", { n: thing.documents })} · ${say("linksOf", { n: thing.links })}`),
      make(
        "div",
        { class: "deeds" },
        make("a", { class: "button", href: entityAddress(node.id) }, say("page")),
        act(say(pinned ? "unpin" : "pin"), () => deeds.pin(node.id), { "aria-pressed": String(pinned) }),
        act(say("hide"), () => deeds.hide([node.id])),
        act(say("keep"), () => deeds.keep(node.id)),
        act(say("pathTo"), () => room.openPaths(node.id)),
        act(say("closeGroup"), () => deeds.closeGroup(view.closed.by || view.colour, knowledge.key(view.closed.by || view.colour, node.id)).catch(room.failed)),
      ),
      make("h3", {}, say("facts")),
      facts,
    ]);
    try {
      const ways = await deeds.waysFrom(node.id);
      if (number === this.shown) facts.replaceChildren(...ways.map((way) => this.#way(node.id, way)));
    } catch (error) {
      facts.replaceChildren(make("p", { class: "note" }, error.message));
    }
  }

  /** A relation: what it leads to, how much of that is seen, and what adds or takes away. */
  #way(id, way) {
    const { deeds } = this.room;
    const { view } = deeds;
    const there = way.ids.filter((one) => view.shown.has(one) && !view.hidden.has(one) && (!view.focus || view.focus.has(one)));
    const left = way.ids.length - there.length;
    const relation = propertyName(way.property, way.direction);
    const add = (count, word) => button(word, () => deeds.expandBy(id, way, count).catch(this.room.failed), { "aria-label": say("expandWith", { relation, n: Math.min(count, left) }) });
    return make(
      "details",
      { class: "way", "data-property": way.property, "data-direction": way.direction },
      make("summary", {}, make("span", { class: "relation" }, relation), make("span", { class: "number" }, left ? `${there.length} / ${way.ids.length}` : way.ids.length)),
      make(
        "div",
        { class: "deeds small" },
        left > 0 ? add(FEW, `+ ${Math.min(FEW, left)}`) : null,
        left > FEW ? add(SOME, `+ ${Math.min(SOME, left)}`) : null,
        left > SOME ? add(left, say("addAll", { n: left })) : null,
        there.length ? button(say("collapse"), () => deeds.collapse(id, way)) : null,
      ),
      make("ul", { class: "plain" }, way.ids.slice(0, MOST_LISTED).filter((one) => this.room.knowledge.things.has(one)).map((one) => make("li", {}, this.name(this.room.knowledge.things.get(one))))),
    );
  }

  #group(node) {
    const { room } = this;
    const { deeds } = room;
    const summary = deeds.view.scene === "summary";
    const members = node.names?.map((name) => make("li", {}, name)) ?? node.ids.slice(0, MOST_LISTED).map((id) => make("li", {}, this.name(room.knowledge.things.get(id))));
    const links = summary ? deeds.summaryKnown(node.by).links.filter((link) => link.source === node.key || link.target === node.key).sort((a, b) => b.count - a.count) : [];
    return [
      ...this.#head(say(node.by === "province" ? "province" : `${node.by}Word`), node.name, node.colour),
      make("p", { class: "note" }, say("groupOf", { n: node.count.toLocaleString("en") })),
      make("div", { class: "deeds" }, button(say("openGroup"), () => room.open(node), { class: "primary" })),
      make("h3", {}, say("best")),
      make("ul", { class: "plain" }, members),
      links.length ? make("h3", {}, say("linksBetween")) : null,
      links.length ? make("ul", { class: "plain links" }, links.slice(0, MOST_LISTED).map((link) => this.#link(node, link))) : null,
    ];
  }

  #link(node, link) {
    const [name, count] = link.properties[0];
    const out = link.source === node.key;
    const other = this.room.look.groupName(node.by, out ? link.target : link.source);
    const rest = link.count - count;
    return make("li", {}, `${out ? "→" : "←"} ${other} `, make("span", { class: "note" }, `${propertyName(name)} ${count}${rest ? ` +${rest}` : ""}`));
  }

  async #lineOf(line, number) {
    const { room } = this;
    const [from, to] = [line.from, line.to].map((id) => room.stage.scene.nodes.get(id));
    const title = `${from.name} – ${to.name}`;
    if (line.links) {
      this.#fill([...this.#head("", title), ...line.links.map((link) => this.#between(link))]);
      return;
    }
    const count = line.facts.length;
    const list = make("div", {}, make("p", { class: "note" }, say("working")));
    this.#fill([...this.#head(count === 1 ? say("statement") : say("statements", { n: count }), title), list]);
    try {
      const told = await ask("/api/said", { id: line.facts.slice(0, MOST_SAID).map((edge) => edge.id) });
      if (number === this.shown) list.replaceChildren(...told.map((one) => statement(one, this.name)));
    } catch (error) {
      list.replaceChildren(make("p", { class: "note" }, error.message));
    }
  }

  #between(link) {
    const { look } = this.room;
    const by = this.room.deeds.view.by;
    return make(
      "section",
      {},
      make("h3", {}, `${look.groupName(by, link.source)} → ${look.groupName(by, link.target)}`),
      make("ul", { class: "plain links" }, link.properties.map(([name, count]) => make("li", {}, `${propertyName(name)} `, make("span", { class: "number" }, count.toLocaleString("en"))))),
    );
  }

  /** Nothing is selected: what is seen, the best of it first. */
  #overview() {
    const { stage, deeds } = this.room;
    const nodes = [...stage.scene.nodes.values()].sort((a, b) => (a.key === "rest") - (b.key === "rest") || b.degree - a.degree);
    const { group } = deeds.view;
    const left = group ? group.count - group.drawn : 0;
    const item = (node) =>
      make("li", {}, node.kind === "group"
        ? button(node.name, () => this.room.select({ kind: "node", id: node.id }), { class: "name kind-mark", style: { "--kind": node.colour } })
        : this.name(this.room.knowledge.things.get(node.id)), make("span", { class: "note" }, ` ${node.kind === "group" ? node.count.toLocaleString("en") : say("linksOf", { n: node.degree })}`));
    return [
      group ? make("h2", {}, this.room.look.groupName(group.by, group.key)) : make("h2", {}, say(deeds.view.scene === "summary" ? `by${deeds.view.by}` : "best")),
      group ? make("p", { class: "note" }, say("members", { shown: group.drawn, count: group.count.toLocaleString("en") })) : null,
      left > 0 ? button(say("moreMembers", { n: Math.min(80, left) }), () => deeds.moreMembers().catch(this.room.failed)) : null,
      deeds.view.scene === "summary" ? make("p", { class: "note" }, say("openHint")) : null,
      make("ul", { class: "plain best" }, nodes.slice(0, MOST_LISTED).map(item)),
      nodes.length ? null : make("p", { class: "note" }, say("nothingSeen")),
    ];
  }
}
