// What the server has told so far: things and edges, each kept once, so that going back asks for nothing again.

import { say, spoken, told } from "../common/page.js";

/** Classes, properties and statuses of the build, with labels and colours. */
export const schema = told("schema");

export const className = (cls) => spoken(schema.classes[cls]?.labels, cls);
export const statusName = (status) => (status === "background" ? say("backgroundStatus") : spoken(schema.statuses[status], status));

/** A property as it is read from its subject (`to`), or from its object (`from`). */
export function propertyName(property, direction = "to") {
  const known = schema.properties[property];
  if (direction !== "from" || known?.symmetric) return spoken(known?.labels, property);
  return spoken(known?.inverse, "") || `← ${spoken(known?.labels, property)}`;
}

export const isSymmetric = (property) => schema.properties[property]?.symmetric ?? false;

/** Things and edges by their ids. */
export class Knowledge {
  things = new Map();
  edges = new Map();
  #around = new Map();
  communities = new Map();

  /** Keep a picture; gives the ids of its things. */
  take(picture) {
    for (const node of picture.nodes) this.things.set(node.id, node);
    for (const edge of picture.edges) {
      if (this.edges.has(edge.id)) continue;
      this.edges.set(edge.id, edge);
      for (const end of new Set([edge.source, edge.target])) {
        if (!this.#around.has(end)) this.#around.set(end, []);
        this.#around.get(end).push(edge);
      }
    }
    return picture.nodes.map((node) => node.id);
  }

  /** The edges of a thing, as far as known. */
  around(id) {
    return this.#around.get(id) ?? [];
  }

  name(id) {
    return this.things.get(id)?.name ?? id;
  }

  /** The key of the group that a thing is in. */
  key(by, id) {
    if (by === "class") return this.things.get(id).class;
    if (by === "province") return this.things.get(id).province;
    return this.communities.get(id) ?? "rest";
  }
}

/** The name of a group. */
export function groupName(by, key, names) {
  if (by === "class") return className(key);
  if (key === "rest") return say("rest");
  return by === "community" ? say(names.has(key) ? "communityOf" : "community", { n: key, name: names.get(key) }) : (names.get(key) ?? key);
}
