// What is seen as tables: the same for who does not see the picture.

import { make } from "../common/dom.js";
import { entityAddress, say } from "../common/page.js";
import { propertyName, statusName } from "./knowledge.js";
import { thingRows } from "./files.js";
import { button } from "./room.js";

const MOST_ROWS = 500;

export class Tables {
  #sort = { things: [3, -1], facts: [0, 1] };

  constructor(box, room) {
    this.box = box;
    this.room = room;
  }

  show() {
    const { room } = this;
    const summary = room.deeds.view.scene === "summary";
    this.box.replaceChildren(
      make("div", { class: "head" }, make("h2", {}, say("table")), button(say("graphAgain"), () => room.showTable(false))),
      ...(summary ? [this.#groups()] : [this.#things(), this.#facts()]),
    );
  }

  #groups() {
    const nodes = [...this.room.stage.scene.nodes.values()];
    return this.#table("groups", say("views"), [say("name"), say("nodesTable")], nodes.map((node) => [[node.name, button(node.name, () => { this.room.showTable(false); this.room.open(node); }, { class: "name" })], node.count]));
  }

  #things() {
    const rows = thingRows(this.room);
    const heads = [say("name"), say("class"), say("province"), say("linksCounted"), say("articlesCounted")];
    const cells = rows.map(([name, cls, province, links, documents, id]) => [[name, make("a", { href: entityAddress(id) }, name)], cls, province, links, documents]);
    return this.#table("things", say("nodesTable"), heads, cells);
  }

  #facts() {
    const { knowledge, stage } = this.room;
    const heads = [say("subject"), say("relation"), say("object"), say("status"), say("time"), say("articlesCounted")];
    const rows = stage.scene.facts.map((edge) => {
      const end = (id) => [knowledge.name(id), make("a", { href: entityAddress(id) }, knowledge.name(id))];
      const time = edge.dated ? "" : [...new Set([edge.start, edge.end])].filter(Boolean).join(" – ");
      return [end(edge.source), propertyName(edge.property), end(edge.target), statusName(edge.status), time, [edge.documents, button(String(edge.documents), () => this.room.selectFact(edge), { class: "name", "aria-label": `${knowledge.name(edge.source)} ${propertyName(edge.property)} ${knowledge.name(edge.target)}: ${say("articlesOf", { n: edge.documents })}` })]];
    });
    return this.#table("facts", say("factsTable"), heads, rows);
  }

  /** A table; a cell is a value, or a value with the element that shows it. */
  #table(name, title, heads, rows) {
    const [column, way] = this.#sort[name] ?? [1, -1];
    const value = (cell) => (Array.isArray(cell) ? cell[0] : cell);
    const order = (a, b) => {
      const [x, y] = [value(a[column]), value(b[column])];
      return way * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "zh"));
    };
    const sorted = name === "groups" ? rows : [...rows].sort(order);
    const head = heads.map((word, at) => {
      if (name === "groups") return make("th", { scope: "col" }, word);
      const sort = at === column ? (way > 0 ? "ascending" : "descending") : "none";
      return make("th", { scope: "col", "aria-sort": sort }, button(word, () => {
        this.#sort[name] = [at, at === column ? -way : typeof value(rows[0]?.[at]) === "number" ? -1 : 1];
        this.show();
        this.box.querySelectorAll(`[data-table="${name}"] th button`)[at].focus();
      }, { title: say("sortBy", { column: word }) }));
    });
    const cell = (one) => {
      const shown = Array.isArray(one) ? one[1] : one;
      return make("td", { class: typeof value(one) === "number" ? "number" : null }, typeof shown === "number" ? shown.toLocaleString("en") : shown);
    };
    return make(
      "section",
      {},
      make("h3", {}, `${title} (${rows.length.toLocaleString("en")})`),
      rows.length > MOST_ROWS ? make("p", { class: "note" }, say("tooMany", { n: MOST_ROWS })) : null,
      make("div", { class: "wide" }, make("table", { "data-table": name }, make("thead", {}, make("tr", {}, head)), make("tbody", {}, sorted.slice(0, MOST_ROWS).map((row) => make("tr", {}, row.map(cell)))))),
    );
  }
}
