// The view as the end of an address, and back. `#v1=…` is JSON, deflated, in base64url; short views have names of their own.

import { NO_FILTER, overview } from "./view.js";

const VERSION = "v1";
/** Above so many things a view that began as everything is told by what is different. */
const LARGE = 2000;

/** What a plain address asks for, as fields: `#start=…`, `#query=…&p=…`, `#sparql=…`, `#by=…`, `#whole`. */
export function asked(hash) {
  return new URLSearchParams(hash.replace(/^#/, ""));
}

export const hashFor = (fields) => `#${new URLSearchParams(fields)}`;

/** The address of a view: its end, with #. */
export async function written(view, selected, camera) {
  if (view.scene === "summary") return hashFor({ by: view.by });
  return `#${VERSION}=${await packed(shortened(view, selected, camera))}`;
}

/** What an address holds, or nothing where it holds no view; an Error where it cannot be read. */
export async function read(hash) {
  const text = asked(hash).get(VERSION);
  return text ? lengthened(await unpacked(text)) : null;
}

function shortened(view, selected, camera) {
  const whole = view.whole && view.shown.size > LARGE;
  const told = whole ? [...view.shown.keys()].filter((id) => view.pinned.has(id) || !view.whole.ids.has(id)) : [...view.shown.keys()];
  const { filter } = view;
  const places = told.flatMap((id) => view.shown.get(id).map(Math.round));
  const at = new Map(told.map((id, number) => [id, number]));
  // Ids of things that are told go by their number.
  const short = (ids) => [...ids].map((id) => at.get(id) ?? id);
  return {
    i: told,
    p: places,
    w: whole ? view.whole.limit : undefined,
    n: some(short(view.pinned)),
    h: some(short(view.hidden)),
    f: view.focus ? short(view.focus) : undefined,
    c: view.colour === "class" ? undefined : view.colour,
    g: view.closed.by ? [view.closed.by, ...view.closed.keys] : undefined,
    m: view.group ?? undefined,
    t: some(view.paths.map(short)),
    o: some([...filter.classes]),
    r: some([...filter.properties]),
    u: [...filter.statuses],
    l: filter.least || undefined,
    y: filter.from || filter.to ? [filter.from, filter.to] : undefined,
    b: ["timeless", "reported", "background", "lone"].filter((name) => filter[name] !== NO_FILTER[name]),
    s: selected ? [selected.kind, selected.kind === "node" ? (at.get(selected.id) ?? selected.id) : selected.id] : undefined,
    k: [Math.round(camera.x), Math.round(camera.y), Number(camera.scale.toPrecision(4))],
  };
}

function lengthened(told) {
  const long = (ids) => (ids ?? []).map((one) => (typeof one === "number" ? told.i[one] : one));
  const places = new Map(told.i.map((id, at) => [id, [told.p[2 * at], told.p[2 * at + 1]]]));
  const flipped = new Set(told.b ?? []);
  const flags = Object.fromEntries(["timeless", "reported", "background", "lone"].map((name) => [name, flipped.has(name) ? !NO_FILTER[name] : NO_FILTER[name]]));
  const view = {
    ...overview(),
    scene: "things",
    shown: places,
    pinned: new Set(long(told.n)),
    hidden: new Set(long(told.h)),
    focus: told.f ? new Set(long(told.f)) : null,
    colour: told.c ?? "class",
    closed: { by: told.g?.[0] ?? "", keys: new Set(told.g?.slice(1)) },
    group: told.m ?? null,
    paths: (told.t ?? []).map(long),
    filter: { classes: new Set(told.o), properties: new Set(told.r), statuses: new Set(told.u), least: told.l ?? 0, from: told.y?.[0] ?? "", to: told.y?.[1] ?? "", ...flags },
  };
  const selected = told.s ? { kind: told.s[0], id: typeof told.s[1] === "number" ? told.i[told.s[1]] : told.s[1] } : null;
  return { view, selected, whole: told.w, camera: { x: told.k[0], y: told.k[1], scale: told.k[2] } };
}

const some = (list) => (list.length ? list : undefined);

async function packed(value) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(value)));
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Bytes beyond which an address holds no view: a short one could fill the memory. */
const MOST = 2 ** 24;

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes)));
}

async function through(stream, bytes) {
  let size = 0;
  const counted = new TransformStream({
    transform(part, to) {
      size += part.length;
      if (size > MOST) throw new RangeError("too large");
      to.enqueue(part);
    },
  });
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream).pipeThrough(counted)).arrayBuffer());
}
