// A map of places and of areas with counts, as SVG: what is on it can be read, focused and opened. A table beside it says the same.

import { geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import { brief, counting } from "../common/numbers.js";
import { make, shape } from "../common/dom.js";
import { language, say } from "../common/page.js";
import { rove, stop } from "../common/roving.js";
import { length } from "../common/text.js";
import { moved } from "./moving.js";
import { placed } from "./labels.js";
import { named } from "./names.js";
import { coordinatesOf, projecting } from "./projecting.js";
import { limits, shade, spans } from "./shades.js";

const CHINA = "156"; // its outline lies below the areas, whose own lines are finer
const TALLEST = 560;
let number = 0;

/**
 * @typedef {object} Place
 * @property {string} id
 * @property {string} label its name in the reader's language
 * @property {number} lat
 * @property {number} long
 * @property {number} [count] how large its mark is
 * @property {string} [href] where it leads
 * @property {string} [colour] of its class
 *
 * @typedef {object} Area
 * @property {string} code of GB/T 2260; the first two digits count
 * @property {string} label its name in the articles
 * @property {number} count
 * @property {string} [href]
 */

/**
 * Draw a map into an element, in the place of what it had.
 * @param {HTMLElement} element
 * @param {{places?: Place[], areas?: Area[]}} data
 * @param {{title: string, about?: string, counted?: string}} words the map's name, what it shows, what a count counts (`firm|firms`)
 * @returns {Promise<boolean>} whether there was anything to draw
 */
export async function drawMap(element, { places = [], areas = [] }, words) {
  if (!places.length && !areas.length) return false;
  const { default: outlines } = await import("zhimai:outlines");
  const drawn = new Drawn(element, outlines, places, areas, words);
  drawn.draw();
  return true;
}

class Drawn {
  constructor(element, outlines, places, areas, words) {
    this.element = element;
    this.words = words;
    this.places = [...places].sort((one, other) => (other.count ?? 1) - (one.count ?? 1));
    this.most = Math.max(1, ...places.map((place) => place.count ?? 1));
    this.byCode = new Map(areas.map((area) => [area.code.slice(0, 2), area]));
    this.steps = limits(areas.map((area) => area.count));
    this.fullest = Math.max(0, ...areas.map((area) => area.count));
    this.shapes = feature(outlines.areas, outlines.areas.objects.all).features;
    this.land = feature(outlines.countries, outlines.countries.objects.all);
    this.borders = mesh(outlines.countries, outlines.countries.objects.all, (a, b) => a !== b && a.id !== CHINA && b.id !== CHINA);
    this.name = `map-${(number += 1)}`;
  }

  draw() {
    this.svg = make("svg", { class: "map-sheet", role: "group", "aria-labelledby": `${this.name}-title ${this.name}-about` });
    const tools = make("div", { class: "map-tools", role: "group", "aria-label": this.words.title });
    this.view = moved(this.svg, tools, () => this.place());
    const legend = this.steps.length ? [this.legend()] : [];
    this.element.classList.add("map");
    this.element.replaceChildren(make("div", { class: "map-frame" }, this.svg, tools), ...legend, make("p", { class: "note" }, say("mapBorders")));
    rove(this.svg, () => this.marks);
    this.svg.addEventListener("focusin", ({ target }) => this.ring.setAttribute("d", target.querySelector(".map-area")?.getAttribute("d") ?? ""));
    this.svg.addEventListener("focusout", () => this.ring.setAttribute("d", ""));
    this.width = 0;
    new ResizeObserver(() => this.fit()).observe(this.element);
    this.fit();
  }

  /** Everything anew, as large as the element is. */
  fit() {
    const width = Math.round(this.element.clientWidth);
    if (!width || width === this.width) return;
    this.width = width;
    this.height = Math.round(Math.min(TALLEST, Math.max(300, width * 0.66)));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${this.height}`);
    this.projection = projecting(this.shown(), width, this.height);
    const path = geoPath(this.projection).digits(1);
    this.sheet = make("g", {}, make("path", { class: "map-land", d: path(this.land) }), make("path", { class: "map-border", d: path(this.borders) }));
    const areas = this.shapes.map((one) => this.area(one, path));
    this.ring = make("path", { class: "map-ring" }); // over all lines of the neighbours
    this.sheet.append(...areas.map((one) => one.element), this.ring);
    const dots = apart(this.places.map((place) => this.dot(place)));
    this.names = make("g", { class: "map-names", "aria-hidden": "true" });
    this.svg.replaceChildren(
      make("title", { id: `${this.name}-title` }, this.words.title),
      make("desc", { id: `${this.name}-about` }, [this.words.about, say("mapKeys")].filter(Boolean).join(" ")),
      make("rect", { class: "map-sea", width, height: this.height }),
      this.sheet,
      make("g", {}, ...dots.map((one) => one.element).reverse()),
      this.names,
    );
    this.areas = areas.sort((one, other) => (other.counted?.count ?? 0) - (one.counted?.count ?? 0));
    this.dots = dots;
    this.marks = [...this.areas, ...dots].filter((one) => one.element.hasAttribute("tabindex"));
    stop(this.marks);
    this.view.start(width, this.height);
  }

  /** Longitude and latitude of all that has to be in sight. */
  shown() {
    const counted = this.shapes.filter((one) => this.byCode.has(one.id.slice(0, 2)));
    const far = counted.length && !this.places.length ? this.shapes : counted; // counts by area are read in the whole
    const found = [...far.flatMap((one) => coordinatesOf(one.geometry)), ...this.places.map((place) => [place.long, place.lat])];
    return found.length ? found : this.shapes.flatMap((one) => coordinatesOf(one.geometry));
  }

  area(one, path) {
    const counted = this.byCode.get(one.id.slice(0, 2));
    const outline = make("path", { class: `map-area shade-${counted ? shade(counted.count, this.steps) : 0}`, d: path(one) });
    const { home, wide } = room(one, path);
    const name = named(one.id);
    if (!counted) return { element: outline, name, home, wide };
    const called = language === "en" ? `${name} ${counted.label}` : counted.label;
    const said = `${called}: ${counting(counted.count, this.words.counted)}`;
    return { element: linked(counted.href, said, outline), name, counted, home, wide };
  }

  dot(place) {
    const home = this.projection([place.long, place.lat]);
    const radius = 4 + 9 * Math.sqrt(((place.count ?? 1) - 1) / Math.max(1, this.most - 1));
    const said = place.count > 1 ? `${place.label}: ${counting(place.count, this.words.counted)}` : place.label;
    const mark = make("circle", { class: "map-dot", r: radius.toFixed(1), style: place.colour ? { "--kind": place.colour } : {} });
    return { element: linked(place.href, said, mark), place, home, radius };
  }

  /** All where it stands after a movement. */
  place() {
    const { k, x, y } = this.view;
    this.sheet.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    for (const one of [...this.areas, ...this.dots]) [one.x, one.y] = [one.home[0] * k + x, one.home[1] * k + y];
    for (const dot of this.dots) [dot.x, dot.y] = [dot.x + dot.aside[0], dot.y + dot.aside[1]];
    for (const dot of this.dots) dot.element.setAttribute("transform", `translate(${dot.x.toFixed(1)} ${dot.y.toFixed(1)})`);
    this.label();
  }

  /** The names of places and areas, as many as find room: those of places first, those without a count last. */
  label() {
    const dots = this.dots.map((dot) => ({ ...at(dot), gap: dot.radius, text: dot.place.label }));
    const areas = this.areas
      .filter((area) => area.counted || area.wide * this.view.k > length(area.name) / 2)
      .map((area) => ({ ...at(area), centred: true, quiet: !area.counted, text: [area.name, area.counted && brief(area.counted.count)].filter(Boolean).join(" ") }));
    const wanted = [...dots, ...areas];
    const texts = placed(wanted, this.width, this.height).map((found, number) => {
      const { text, quiet } = wanted[number];
      return found && make("text", { class: quiet && "quiet", x: found.x.toFixed(1), y: found.y.toFixed(1), "text-anchor": found.anchor, dy: "0.35em" }, text);
    });
    this.names.replaceChildren(...texts.filter(Boolean));
  }

  legend() {
    const items = spans(this.steps, this.fullest).map((text, at) => make("li", { class: `shade-${at + 1}` }, text));
    return make("ul", { class: "map-legend", "aria-label": this.words.counted?.split("|").at(-1) ?? this.words.title }, ...items);
  }
}

/** About where the name of an area stands, the middle of its largest part, and how wide that is. */
function room({ geometry }, path) {
  const parts = geometry.type === "Polygon" ? [geometry] : geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  const largest = parts.reduce((best, part) => (path.area(part) > path.area(best) ? part : best));
  const [[left], [right]] = path.bounds(largest);
  return { home: path.centroid(largest), wide: right - left };
}

/** Dots of the same spot (a province has the coordinates of its capital) stand around it, so that each can be reached. */
function apart(dots) {
  const spots = Map.groupBy(dots, ({ place }) => `${place.lat.toFixed(3)} ${place.long.toFixed(3)}`);
  for (const same of spots.values()) {
    const far = same.length === 1 ? 0 : Math.max(same[0].radius + 2, (same.length * 10) / Math.PI);
    same.forEach((dot, number) => {
      const angle = (2 * Math.PI * number) / same.length;
      dot.aside = [far * Math.cos(angle), far * Math.sin(angle)];
    });
  }
  return dots;
}

const at = ({ x, y }) => ({ x, y, gap: 0 });

/** A mark that says what it is and leads somewhere, where it does. */
function linked(href, said, mark) {
  const title = make("title", {}, said);
  return href
    ? shape("a", { href, class: "mark", "aria-label": said, tabindex: -1 }, title, mark)
    : shape("g", { class: "mark", role: "img", "aria-label": said, tabindex: -1 }, title, mark);
}
