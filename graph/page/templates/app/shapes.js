// The shapes of nodes, once for the canvas and for the legend: paths in a square from -1 to 1, of much the same weight.

const polygon = (points) => `M${points.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}Z`;

const regular = (corners, reach, turn) => polygon(Array.from({ length: corners }, (_, at) => {
  const angle = turn + (2 * Math.PI * at) / corners;
  return [reach * Math.cos(angle), reach * Math.sin(angle)];
}));

const star = polygon(Array.from({ length: 10 }, (_, at) => {
  const angle = -Math.PI / 2 + (Math.PI * at) / 5;
  const reach = at % 2 ? 0.52 : 1.16;
  return [reach * Math.cos(angle), reach * Math.sin(angle)];
}));

const circle = 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z';

const SHAPES = {
  dot: circle,
  circle,
  square: 'M-.7 -.88H.7Q.88 -.88 .88 -.7V.7Q.88 .88 .7 .88H-.7Q-.88 .88 -.88 .7V-.7Q-.88 -.88 -.7 -.88Z',
  box: 'M-.9 -.72H.9Q1.12 -.72 1.12 -.5V.5Q1.12 .72 .9 .72H-.9Q-1.12 .72 -1.12 .5V-.5Q-1.12 -.72 -.9 -.72Z',
  ellipse: 'M-1.2 0A1.2 .8 0 1 1 1.2 0A1.2 .8 0 1 1 -1.2 0Z',
  diamond: regular(4, 1.16, 0),
  triangle: regular(3, 1.22, -Math.PI / 2),
  triangleDown: regular(3, 1.22, Math.PI / 2),
  hexagon: regular(6, 1.06, 0),
  star,
  database: 'M-.8 -.6Q-.8 -1 0 -1T.8 -.6V.6Q.8 1 0 1T-.8 .6Z',
};

const shapePath = (name) => SHAPES[name] ?? SHAPES.dot;

const canvasPaths = new Map();

function canvasPath(name) {
  if (!canvasPaths.has(name)) canvasPaths.set(name, new Path2D(shapePath(name)));
  return canvasPaths.get(name);
}

/** A small picture of a class's shape in its colour. */
function glyph(shape, colour) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '-1.3 -1.3 2.6 2.6');
  svg.setAttribute('class', 'glyph');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shapePath(shape));
  path.setAttribute('fill', colour);
  svg.append(path);
  return svg;
}

const classGlyph = (id) => { const item = classOf(id); return glyph(item?.shape, item?.colour ?? '#8a8f98'); };
