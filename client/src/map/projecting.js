// Where on the drawing a place of the earth stands.

import { geoConicEqualArea, geoEqualEarth } from "d3-geo";

const CHINA = [60, -5, 150, 60]; // what one cone shows without much distortion: west, south, east, north
const TOOLS = 44; // pixels at the right that the buttons take
const LEAST = 9; // degrees that are shown at least, so that one place alone stands in its region

/**
 * A projection that shows coordinates as large as they fit, and reaches some way beyond the drawing.
 * @param {[number, number][]} coordinates longitude and latitude
 */
export function projecting(coordinates, width, height) {
  const shown = widened(coordinates);
  const [[west, east], [south, north]] = [extent(shown, 0), extent(shown, 1)];
  const inChina = west >= CHINA[0] && south >= CHINA[1] && east <= CHINA[2] && north <= CHINA[3];
  const projection = inChina ? geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]).precision(0) : geoEqualEarth().rotate([-(west + east) / 2, 0]);
  const margin = Math.min(width, height) * 0.06;
  projection.fitExtent([[margin, margin], [width - margin - TOOLS, height - margin]], { type: "MultiPoint", coordinates: shown });
  return projection.clipExtent([[-width, -height], [2 * width, 2 * height]]);
}

/** Coordinates, and so much of what is around them that they are some degrees apart. */
function widened(coordinates) {
  const more = [0, 1].map((at) => extent(coordinates, at)).map(([low, high]) => Math.max(0, LEAST - (high - low)) / 2);
  const around = ([x, y]) => [[x - more[0], y], [x + more[0], y], [x, y - more[1]], [x, y + more[1]]];
  return more.some(Boolean) ? [...coordinates, ...coordinates.flatMap(around)] : coordinates;
}

function extent(coordinates, at) {
  return coordinates.reduce(([low, high], one) => [Math.min(low, one[at]), Math.max(high, one[at])], [Infinity, -Infinity]);
}

/** All coordinates of a geometry, one after the other. */
export function coordinatesOf(geometry) {
  const found = [];
  const gather = (part) => (typeof part[0] === "number" ? found.push(part) : part.forEach(gather));
  gather(geometry.coordinates);
  return found;
}
