// Sigma, as the stage needs it.

import Sigma from "sigma";

/**
 * Sigma's discs and lines, and one canvas over them. Without picking by the graphics card: things are found by where they are, which
 * draws nothing twice and waits for nothing. Without the layers that stay empty, which cost a copy a frame where there is no
 * graphics card.
 */
export class Drawing extends Sigma {
  constructor(...given) {
    super(...given);
    for (const layer of ["edgeLabels", "labels", "hoverNodes"]) this.killLayer(layer);
  }

  createWebGLContext(id, options = {}) {
    return super.createWebGLContext(id, { ...options, picking: false });
  }

  getNodeAtPosition() {
    return null;
  }

  clear() {
    const layers = this.webGLContexts;
    for (const layer of [layers.nodes, layers.edges]) {
      layer.bindFramebuffer(layer.FRAMEBUFFER, null);
      layer.clear(layer.COLOR_BUFFER_BIT);
    }
    return this;
  }

  renderLabels() {}

  renderEdgeLabels() {}

  renderHighlightedNodes() {}
}

/** Whether this browser can. */
export function canDraw() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
}
