// What is seen, to be kept: a picture, a drawing, Turtle with the evidence, tables.

import { ask, sendFor } from "../common/api.js";
import { csv, download } from "../common/download.js";
import { say } from "../common/page.js";
import { className, propertyName, statusName } from "./knowledge.js";
import { svgOf } from "./svg.js";

const PNG_SCALE = 2;
const AT_ONCE = 100;

/** The groups that colours stand for, with how many of each are seen. */
function legendRows({ stage, knowledge, deeds, look }) {
  if (deeds.view.scene === "summary") return [];
  const counts = new Map();
  for (const id of stage.scene.things) {
    const key = knowledge.key(deeds.view.colour, id);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => ({ label: look.groupName(deeds.view.colour, key), colour: look.groupColour(deeds.view.colour, key), count }));
}

export function svgText(room) {
  return new XMLSerializer().serializeToString(svgOf(room.stage, legendRows(room)));
}

export function saveSvg(room) {
  download("graph.svg", svgText(room), "image/svg+xml");
}

/** The drawing as a picture of twice the screen's size. */
export async function png(room) {
  const text = svgText(room);
  const image = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * PNG_SCALE;
    canvas.height = image.naturalHeight * PNG_SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export async function savePng(room) {
  download("graph.png", await png(room), "image/png");
}

export async function saveTurtle({ stage }) {
  const response = await sendFor("/api/turtle", { nodes: [...stage.scene.things], edges: stage.scene.facts.map((edge) => edge.id) });
  download("graph.ttl", await response.text(), "text/turtle");
}

/** The things that are seen, as rows. */
export function thingRows({ stage, knowledge, deeds, look }) {
  if (deeds.view.scene === "summary") return [...stage.scene.nodes.values()].map((node) => [node.name, node.count]);
  const degrees = new Map();
  for (const edge of stage.scene.facts) for (const end of [edge.source, edge.target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return [...stage.scene.things].map((id) => {
    const thing = knowledge.things.get(id);
    const province = thing.province === "rest" ? "" : look.groupName("province", thing.province);
    return [thing.name, className(thing.class), province, degrees.get(id) ?? 0, thing.documents, id];
  });
}

export function saveThings(room) {
  const head = room.deeds.view.scene === "summary" ? [say("name"), "#"] : [say("name"), say("class"), say("province"), say("linksCounted"), say("articlesCounted"), "id"];
  download("things.csv", csv([head, ...thingRows(room)]), "text/csv");
}

/** The facts that are seen, a row for each sentence. */
export async function saveFacts(room) {
  const { stage, knowledge } = room;
  const head = [say("subject"), say("relation"), say("object"), say("status"), say("confidence"), say("time"), say("passage"), say("articleTitle"), say("publisher"), say("published"), "document", "start", "end", "id"];
  const rows = [head];
  for (let at = 0; at < stage.scene.facts.length; at += AT_ONCE) {
    const part = stage.scene.facts.slice(at, at + AT_ONCE);
    const told = await ask("/api/said", { id: part.map((edge) => edge.id) });
    for (const one of told) {
      const time = one.dated ? "" : [...new Set([one.start, one.end])].filter(Boolean).join("/");
      const fact = [knowledge.name(one.source.id), propertyName(one.property), knowledge.name(one.target.id), statusName(one.status), one.confidence, time];
      const evidence = one.evidence?.length ? one.evidence : [{}];
      for (const said of evidence) rows.push([...fact, said.quote, said.title, said.publisher, said.published, said.document, said.start, said.end, one.id]);
    }
  }
  download("facts.csv", csv(rows), "text/csv");
}
