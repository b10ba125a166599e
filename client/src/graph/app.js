// The room as a whole: what changes the view, and what follows when it has changed.

import { many, say } from "../common/page.js";
import { hashFor, written } from "./address.js";
import { Deeds } from "./deeds.js";
import { svgText } from "./files.js";
import { listenKeys } from "./keys.js";
import { Knowledge, schema } from "./knowledge.js";
import { MOST_SETTLED, Settling } from "./layout.js";
import { lead } from "./leading.js";
import { Legend } from "./legend.js";
import { Look, onTheme, readTheme } from "./look.js";
import { Panel } from "./panel.js";
import { PathForm } from "./pathform.js";
import { buildRoom, fillKeys } from "./room.js";
import { sceneOf, summaryScene } from "./scene.js";
import { Stage } from "./stage.js";
import { Tables } from "./table.js";
import { listenTools } from "./tools.js";
import { showTrail, showViews } from "./trail.js";
import { History, movesBetween, overview } from "./view.js";

const STEPS = 160;
const FEW = 30;
const FRESH_STEPS = 50;
const WRITE_AFTER = 350;
const NOTICE = 6000;
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export class Room {
  asksPaths = false;
  filtered = null;

  constructor(root) {
    this.root = root;
    this.parts = buildRoom(root);
    this.knowledge = new Knowledge();
    this.look = new Look(this.knowledge);
    this.stage = new Stage(this.parts.canvas, this.look, {
      choose: (chosen) => this.select(chosen),
      open: (chosen) => this.#opened(chosen),
      moved: (id, place, from) => this.deeds.moved(this.stage.scene.nodes.get(id), place, from),
      camera: () => this.#writeSoon(),
    });
    this.history = new History(overview(), (view, last) => this.#changed(view, last));
    this.deeds = new Deeds(this.knowledge, this.look, this);
    this.panel = new Panel(this.parts.panel, this);
    this.legend = new Legend(this.parts.legend, this);
    this.tables = new Tables(this.parts.sheet, this);
    this.pathForm = new PathForm(this.parts.panel, this);
    listenTools(this);
    fillKeys(this.parts.keys);
    listenKeys(this);
    onTheme(() => {
      this.look.theme = readTheme();
      this.#redraw();
    });
    addEventListener("popstate", () => this.#follow().catch(this.failed));
  }

  /** Begin as the address says. */
  async begin() {
    await this.#follow(true);
    globalThis.zhimai = Object.freeze(this.#forScripts());
    this.root.dataset.ready = "true";
  }

  /** Go where the address says; where that is nowhere, say so above the overview. */
  async #follow(first = false) {
    try {
      await lead(this, location.hash, first);
    } catch (error) {
      this.failed(error);
      if (this.history.view.scene === "summary") await this.deeds.openSummary("class");
    }
  }

  /** Show what an address restores. */
  restore(view, selected, camera) {
    this.#selecting = selected;
    if (this.begun) this.history.change(view);
    else this.history.begin(view);
    this.begun = true;
    this.stage.camera = camera;
  }

  #selecting = null;

  /** Go to another scene: a step of undo, and one of the browser's back. */
  async enter(view, selected = null) {
    if (this.begun) await this.write().catch(() => {}); // so that *back* leads to what is seen now
    this.#selecting = selected;
    this.asksPaths = false;
    if (this.begun) {
      history.pushState(null, "", location.href);
      this.history.change(view);
    } else this.history.begin(view);
    this.begun = true;
    this.stage.fit(undefined, false);
  }

  fit(ids) {
    this.stage.fit(ids);
  }

  // --- what follows a change

  #changed(view, last) {
    this.settling?.stop();
    this.look.by = view.colour;
    const moved = movesBetween(last, view);
    if (moved) this.stage.hold(view.pinned, moved);
    else this.#redraw();
    const selected = this.#selecting ?? this.stage.selected;
    this.#selecting = null;
    const there = selected && (selected.kind === "node" ? this.stage.scene.nodes : this.stage.scene.lines).has(selected.id);
    this.stage.select(there ? selected : null);
    if (view.scene !== last.scene || view.shown.size !== last.shown.size || view.paths !== last.paths) this.#light(view);
    this.#tell();
    this.panel.show();
  }

  #redraw() {
    const { view } = this.history;
    this.stage.show(view.scene === "summary" ? summaryScene(this.deeds.summaryKnown(view.by), this.look) : sceneOf(view, this.knowledge, this.look));
  }

  /** Light the paths of the view. */
  #light(view) {
    if (!view.paths.length) {
      this.stage.light(null);
      return;
    }
    const nodes = new Set(view.paths.flat());
    const lines = new Set();
    for (const path of view.paths) for (let at = 1; at < path.length; at += 1) lines.add([path[at - 1], path[at]].sort().join("\n"));
    const known = [...this.stage.scene.lines.keys()].filter((id) => lines.has(id.split("\n").sort().join("\n")));
    this.stage.light({ nodes, lines: new Set(known) });
  }

  /** Say what is seen, in all places that do. */
  #tell() {
    const { parts, history: steps, stage } = this;
    const { view } = steps;
    const number = (value) => value.toLocaleString("en");
    const { nodes, things, facts } = stage.scene;
    parts.count.textContent = view.scene === "summary" ? say("seenGroups", { groups: nodes.size, nodes: number(schema.things) }) : say("seen", { things: many("someThings", things.size), facts: many("someFacts", facts.length) });
    this.root.classList.toggle("summary", view.scene === "summary");
    parts.canvas.setAttribute("aria-label", `${say("canvas")}${say("colon")}${parts.count.textContent}`);
    if (this.filtered && this.filtered !== view.filter) this.say(parts.count.textContent);
    this.filtered = view.filter;
    parts.empty.hidden = nodes.size > 0;
    parts.undo.disabled = !steps.canUndo;
    parts.redo.disabled = !steps.canRedo;
    parts.settle.disabled = view.scene === "summary" || nodes.size > MOST_SETTLED;
    showViews(this, view);
    showTrail(this, view);
    this.legend.show();
    if (!parts.sheet.hidden) this.tables.show();
    this.#writeSoon();
  }

  #writeSoon() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.write().catch(() => {}), WRITE_AFTER);
  }

  /** Let the address say what is seen. */
  async write() {
    clearTimeout(this.writing);
    if (!this.deeds || (this.history.view.scene === "summary" && !this.deeds.summaryKnown(this.history.view.by))) return;
    const address = await written(this.history.view, this.stage.selected, this.stage.camera);
    if (address !== location.hash) history.replaceState(null, "", address === hashFor({ by: "class" }) ? location.pathname + location.search : address);
  }

  // --- what is done

  select(chosen) {
    if (!chosen && this.history.view.paths.length && !this.asksPaths) this.deeds.clearPaths();
    this.asksPaths = this.asksPaths && !chosen;
    this.stage.select(chosen);
    if (chosen?.kind === "node") this.say(say("selected", { name: this.stage.scene.nodes.get(chosen.id).name }));
    this.panel.show();
    this.#writeSoon();
  }

  /** Select the line of a fact of the table. */
  selectFact(edge) {
    this.showTable(false);
    const line = [...this.stage.scene.lines.values()].find((one) => one.facts.includes(edge));
    if (line) this.select({ kind: "line", id: line.id });
  }

  /** Open a group, or add the best neighbours of a thing. */
  open(node) {
    if (node.kind === "thing") return this.busy(this.deeds.expand(node.id));
    if (this.history.view.scene === "summary") return this.busy(this.deeds.openGroup(node.by, node.key));
    return this.deeds.openClosed(node.key);
  }

  #opened(chosen) {
    if (chosen?.kind === "node") this.open(this.stage.scene.nodes.get(chosen.id));
    else if (!chosen) this.fit();
  }

  openPaths(id) {
    const thing = id && this.knowledge.things.get(id);
    this.asksPaths = true;
    document.body.classList.add("with-panel");
    this.pathForm.show(thing ? { id, name: thing.name } : undefined);
  }

  closePaths() {
    this.asksPaths = false;
    if (this.history.view.paths.length) this.deeds.clearPaths();
    this.panel.show();
  }

  /** One step back: a sheet, the paths, what is selected, what is narrowed. */
  back() {
    const { view } = this.history;
    if (!this.parts.sheet.hidden) this.showTable(false);
    else if (document.body.classList.contains("with-legend")) this.showLegend(false);
    else if (this.asksPaths) this.closePaths();
    else if (view.paths.length) this.deeds.clearPaths();
    else if (this.stage.hovered) this.stage.hover(null);
    else if (this.stage.selected) this.select(null);
    else if (view.focus) this.deeds.showAll();
  }

  step(way) {
    const before = this.history.view;
    if (!this.history[way]()) {
      this.say(say("nothingToUndo"));
      return;
    }
    const { view } = this.history;
    if (view.scene !== before.scene || view.closed !== before.closed || view.focus !== before.focus || Math.abs(view.shown.size - before.shown.size) > FEW) this.fit();
    this.say(say(way === "undo" ? "undone" : "redone"));
  }

  /** New things find their places; what was there stays. */
  settleNew(fresh) {
    const { nodes } = this.stage.scene;
    const free = [...fresh].filter((id) => nodes.has(id));
    if (!free.length) return;
    if (nodes.size > MOST_SETTLED) this.stage.include(free);
    else this.#settle(new Set([...nodes.keys()].filter((id) => !fresh.has(id))), FRESH_STEPS).then((done) => done && this.stage.include(free));
  }

  /** All that is not pinned is arranged anew. */
  settleAll() {
    const { nodes } = this.stage.scene;
    if (nodes.size > MOST_SETTLED) return undefined;
    this.history.change({ shown: new Map(this.history.view.shown) });
    return this.#settle(new Set(this.history.view.pinned), STEPS).then((done) => done && this.fit());
  }

  async #settle(fixed, steps) {
    this.settling?.stop();
    const { nodes, lines } = this.stage.scene;
    const settling = new Settling(nodes, lines.values(), fixed, steps);
    this.settling = settling;
    const places = await settling.run(STILL.matches ? null : (now) => this.stage.move(now.filter(([id]) => !fixed.has(id))));
    if (!places) return false;
    this.stage.move(places);
    this.history.settle(places);
    this.#writeSoon();
    return true;
  }

  showTable(on) {
    this.parts.sheet.hidden = !on;
    this.parts.table.setAttribute("aria-pressed", String(on));
    if (on) {
      this.tables.show();
      this.parts.sheet.focus();
    } else this.parts.canvas.focus();
  }

  showLegend(on) {
    document.body.classList.toggle("with-legend", on);
    this.parts.drawer.setAttribute("aria-expanded", String(on));
  }

  // --- what is told

  /** To screen readers. */
  say(text) {
    this.parts.status.textContent = text;
  }

  /** To everybody, for a while. */
  notify(text) {
    this.parts.notice.textContent = text;
    this.parts.notice.hidden = false;
    clearTimeout(this.noticing);
    this.noticing = setTimeout(() => { this.parts.notice.hidden = true; }, NOTICE);
    this.say(text);
  }

  failed = (error) => this.notify(say("failed", { why: error.message }));

  async busy(work) {
    document.body.classList.add("busy");
    try {
      return await work;
    } catch (error) {
      this.failed(error);
      return undefined;
    } finally {
      document.body.classList.remove("busy");
    }
  }

  /** What a script needs to drive the page. */
  #forScripts() {
    return {
      seen: () => ({ nodes: [...this.stage.scene.nodes.keys()], things: [...this.stage.scene.things], facts: this.stage.scene.facts.map((edge) => edge.id), lines: [...this.stage.scene.lines.keys()] }),
      where: (id) => this.stage.toScreen(this.stage.scene.nodes.get(id)),
      labels: () => this.stage.painter.labels.map(({ id, left, right, top, bottom }) => ({ id, left, right, top, bottom })),
      view: () => this.history.view,
      select: (id) => this.select(id ? { kind: "node", id } : null),
      selected: () => this.stage.selected,
      fit: () => this.stage.fit(undefined, false),
      settled: () => !this.settling || this.settling.left <= 0,
      link: async () => { await this.write(); return location.href; },
      svg: () => svgText(this),
    };
  }
}
