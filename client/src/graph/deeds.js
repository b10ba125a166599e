// What can be done to the picture. Each asks the server for what is not known yet and then changes the view by one step.

import { ask, send } from "../common/api.js";
import { say } from "../common/page.js";
import { placesAlong, placesFor, spots } from "./placing.js";
import { groupId } from "./scene.js";
import { NO_FILTER, overview, thingsView, toggled } from "./view.js";

const GROUP = 80;
const RELATED = 60;
const NEIGHBOURS = 12;
const BEST = 10;
const QUERY = 300;
const WHOLE = 25_000;

export class Deeds {
  #summaries = new Map();
  #around = new Map();

  /**
   * @param {import("./knowledge.js").Knowledge} knowledge
   * @param {import("./look.js").Look} look
   * @param {{history: import("./view.js").History, show: (options: object) => void, say: (text: string) => void}} room
   */
  constructor(knowledge, look, room) {
    this.knowledge = knowledge;
    this.look = look;
    this.room = room;
  }

  get view() {
    return this.room.history.view;
  }

  /** The groups of a kind; asked for once. */
  async summary(by) {
    if (!this.#summaries.has(by)) {
      const told = await ask("/api/summary", { by });
      this.look.know(told);
      this.#summaries.set(by, told);
    }
    return this.#summaries.get(by);
  }

  summaryKnown(by) {
    return this.#summaries.get(by);
  }

  /** By which relations a thing can be expanded. */
  async waysFrom(id) {
    if (!this.#around.has(id)) this.#around.set(id, await ask("/api/around", { id }));
    return this.#around.get(id);
  }

  /** Ask for a picture and keep it. */
  async picture(path, asked) {
    const picture = await send(path, asked);
    this.knowledge.take(picture);
    return picture;
  }

  async openSummary(by) {
    await this.summary(by);
    await this.room.enter({ ...overview(by), colour: this.view.colour, filter: this.view.filter });
  }

  /** Open a group of the summary: its best connected members, and what they are linked to. */
  async openGroup(by, key) {
    const picture = await this.picture("/api/group", { by, key, limit: GROUP, related: RELATED });
    const group = { by, key, count: picture.count, drawn: Math.min(GROUP, picture.count) };
    await this.#enter(thingsView(spots(picture), { group, colour: by === "class" ? this.view.colour : by, filter: this.view.filter }));
  }

  async moreMembers() {
    const { group } = this.view;
    const picture = await send("/api/group", { by: group.by, key: group.key, limit: GROUP, start: group.drawn, related: 0, have: [...this.view.shown.keys()] });
    await this.#add(picture, null, { group: { ...group, drawn: Math.min(group.count, group.drawn + GROUP) } });
  }

  /** Begin with some things and the best of what is around them. */
  async start(ids, near = NEIGHBOURS) {
    const picture = await this.picture("/api/start", { ids, around: near });
    if (picture.missing.length) this.room.notify(say("missing", { names: picture.missing.join(say("listSeparator")) }));
    await this.#enter(thingsView(spots(picture), { colour: this.view.colour, filter: this.view.filter }), ids.length === 1 ? { kind: "node", id: ids[0] } : null);
  }

  async query(asked) {
    const picture = await this.picture("/api/query", { ...asked, limit: QUERY });
    await this.#enter(thingsView(spots(picture), { colour: this.view.colour, filter: this.view.filter }));
    this.room.notify(say("queryDrawn", { shown: picture.nodes.length, count: picture.count }));
  }

  /** Everything that is linked. */
  async whole(limit = WHOLE) {
    const picture = await this.picture("/api/whole", { limit });
    const places = spots(picture);
    await this.#enter(thingsView(places, { colour: this.view.colour, filter: this.view.filter, whole: { limit, ids: new Set(places.keys()), places } }));
  }

  async #enter(view, selected = null) {
    await this.learn(view.colour, [...view.shown.keys()]);
    await this.room.enter(view, selected);
  }

  /** Add a thing that was searched for, or select it where it is there. */
  async add(id) {
    if (this.view.scene === "summary") return this.start([id]);
    if (this.view.shown.has(id)) {
      this.reveal([id]);
      this.room.select({ kind: "node", id });
      return undefined;
    }
    await this.#add(await send("/api/add", { ids: [id], have: [...this.view.shown.keys()] }), null);
    this.room.select({ kind: "node", id });
    return undefined;
  }

  /** Add the best connected neighbours that are not there. */
  async expand(id, count = BEST) {
    const ways = await this.waysFrom(id);
    const wanted = new Set();
    for (let at = 0; wanted.size < count && ways.some((way) => at < way.ids.length); at += 1) {
      for (const way of ways) {
        const one = way.ids[at];
        if (one && !this.view.shown.has(one) && wanted.size < count) wanted.add(one);
      }
    }
    await this.addAround(id, [...wanted]);
  }

  /** Add so many of those that a relation leads to. */
  async expandBy(id, way, count) {
    const there = new Set(this.view.shown.keys());
    await this.addAround(id, way.ids.filter((one) => !there.has(one)).slice(0, count), way.ids);
  }

  async addAround(id, ids, revealed = ids) {
    const picture = ids.length ? await send("/api/add", { ids, have: [...this.view.shown.keys()] }) : { nodes: [], edges: [] };
    await this.#add(picture, id, {}, revealed);
  }

  /** Put new things into the picture: around one, else beside what they are linked to. */
  async #add(picture, source, patch = {}, revealed = []) {
    const ids = this.knowledge.take(picture);
    await this.learn(this.view.colour, ids);
    if (this.view.closed.by) await this.learn(this.view.closed.by, ids);
    const shown = new Map(this.view.shown);
    for (const [id, place] of placesFor(ids, source, shown, this.knowledge)) shown.set(id, place);
    const bring = [...ids, ...revealed.filter((id) => shown.has(id))];
    const hidden = new Set([...this.view.hidden].filter((id) => !bring.includes(id)));
    const focus = this.view.focus && new Set([...this.view.focus, ...bring]);
    this.room.history.change({ shown, hidden, focus, ...patch });
    this.room.say(say("added", { n: ids.length }));
    this.room.settleNew(new Set(ids));
  }

  /** Take away what a relation brought and nothing else holds. */
  collapse(id, way) {
    const { shown, pinned } = this.view;
    const gone = way.ids.filter((one) => {
      if (!shown.has(one) || pinned.has(one) || one === id) return false;
      return this.knowledge.around(one).every((edge) => {
        const other = edge.source === one ? edge.target : edge.source;
        return other === id || !shown.has(other);
      });
    });
    const kept = new Map(shown);
    for (const one of gone) kept.delete(one);
    this.room.history.change({ shown: kept });
  }

  hide(ids) {
    this.room.history.change({ hidden: new Set([...this.view.hidden, ...ids]) });
    this.room.say(say("hidden", { name: ids.map((id) => this.knowledge.name(id)).join(say("listSeparator")) }));
  }

  pin(id, on = !this.view.pinned.has(id)) {
    this.room.history.change({ pinned: toggled(this.view.pinned, id, on) });
    this.room.say(say(on ? "pinned" : "unpinned", { name: this.knowledge.name(id) }));
  }

  /** Somebody moved something: it stays there. */
  moved(node, place, from) {
    if (this.view.scene === "summary") return;
    const shown = new Map(this.view.shown);
    const pinned = new Set(this.view.pinned);
    if (node.kind === "thing") {
      shown.set(node.id, place);
      pinned.add(node.id);
    } else {
      const [dx, dy] = [place[0] - from[0], place[1] - from[1]];
      for (const id of node.ids) shown.set(id, [shown.get(id)[0] + dx, shown.get(id)[1] + dy]);
    }
    this.room.history.change({ shown, pinned });
  }

  /** Only a thing and what it is linked to. */
  keep(id) {
    const near = this.knowledge.around(id).map((edge) => (edge.source === id ? edge.target : edge.source));
    this.room.history.change({ focus: new Set([id, ...near.filter((one) => this.view.shown.has(one))]) });
    this.room.fit();
  }

  /** Bring back what is hidden or out of focus. */
  reveal(ids) {
    const { hidden, focus } = this.view;
    if (!ids.some((id) => hidden.has(id) || (focus && !focus.has(id)))) return;
    this.room.history.change({ hidden: new Set([...hidden].filter((id) => !ids.includes(id))), focus: focus && new Set([...focus, ...ids]) });
  }

  showAll() {
    this.room.history.change({ hidden: new Set(), focus: null, paths: [] });
    this.room.fit();
  }

  /** Take back all that narrows, filters, groups and holds; what is there stays. */
  reset() {
    this.room.history.change({ hidden: new Set(), focus: null, pinned: new Set(), filter: NO_FILTER, closed: { by: "", keys: new Set() }, paths: [] });
    this.room.fit();
  }

  /** Collapse all things into their groups, or by "" open all again. */
  async groupBy(by) {
    if (by) await this.learn(by, [...this.view.shown.keys()]);
    const keys = by ? new Set([...this.view.shown.keys()].map((id) => this.knowledge.key(by, id))) : new Set();
    this.room.history.change({ closed: { by, keys } });
    this.room.fit();
  }

  async closeGroup(by, key) {
    await this.learn(by, [...this.view.shown.keys()]);
    const keys = this.view.closed.by === by ? this.view.closed.keys : new Set();
    this.room.history.change({ closed: { by, keys: toggled(keys, key, true) } });
    this.room.select({ kind: "node", id: groupId(by, key) });
  }

  openClosed(key) {
    const keys = toggled(this.view.closed.keys, key, false);
    this.room.history.change({ closed: { by: keys.size ? this.view.closed.by : "", keys } });
  }

  async colourBy(by) {
    await this.learn(by, [...this.view.shown.keys()]);
    this.room.history.change({ colour: by });
  }

  /** Ask which groups some things are in, where colours or groups want to know. */
  async learn(by, ids) {
    if (by === "class") return;
    await this.summary(by);
    const unknown = by === "community" ? ids.filter((id) => !this.knowledge.communities.has(id)) : [];
    if (!unknown.length) return;
    const told = await send("/api/belonging", { by, ids: unknown });
    for (const [id, key] of Object.entries(told)) this.knowledge.communities.set(id, key);
  }

  filter(patch, merge = "") {
    this.room.history.change({ filter: { ...this.view.filter, ...patch } }, merge);
  }

  clearFilter() {
    this.room.history.change({ filter: NO_FILTER });
  }

  /** The shortest paths between two things, added to the picture and lit. */
  async paths(from, to, { background, without }) {
    const found = await send("/api/paths", { from, to, limit: 8, background, without });
    if (!found.paths.length) return found;
    const ids = this.knowledge.take(found);
    await this.learn(this.view.colour, ids);
    const summary = this.view.scene === "summary";
    const shown = new Map(summary ? spots(found) : this.view.shown);
    const fresh = ids.filter((id) => !shown.has(id));
    if (!summary && fresh.length) {
      const more = await send("/api/add", { ids: fresh, have: [...shown.keys()] });
      this.knowledge.take(more);
    }
    if (!summary) for (const [id, place] of placesAlong(found.paths, shown)) shown.set(id, place);
    const hidden = new Set([...this.view.hidden].filter((id) => !ids.includes(id)));
    const focus = this.view.focus && new Set([...this.view.focus, ...ids]);
    const patch = { shown, hidden, focus, paths: found.paths };
    if (summary) await this.room.enter(thingsView(shown, { paths: found.paths, colour: this.view.colour, filter: this.view.filter }));
    else {
      this.room.history.change(patch);
      this.room.settleNew(new Set(fresh));
      this.room.fit(ids);
    }
    return found;
  }

  onlyPaths() {
    this.room.history.change({ focus: new Set(this.view.paths.flat()) });
    this.room.fit();
  }

  clearPaths() {
    this.room.history.change({ paths: [] });
  }
}
