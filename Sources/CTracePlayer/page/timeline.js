// SPDX-License-Identifier: MIT
'use strict';

/** The run at a glance, above the slider: a block for each task, a stroke for each event that printed. */
class Overview {
  #canvas = byId('overview');

  constructor(trace) {
    this.trace = trace;
    this.tasks = trace.events.filter(beginsTask).map(event => {
      const ended = trace.lives.get(event.subject)?.ended ?? trace.events.length;
      return { from: event.index, to: ended > event.index ? ended : event.index };
    });
    this.outputs = trace.events.filter(event => event.kind === 'output').map(event => event.index);
    this.gaps = trace.events.filter(event => event.kind === 'dropped').map(event => event.index);
    new ResizeObserver(() => this.draw()).observe(this.#canvas);
  }

  draw() {
    const canvas = this.#canvas;
    const ratio = window.devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (width === 0) return;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    const style = getComputedStyle(canvas);
    const scale = width / Math.max(1, this.trace.events.length);
    context.fillStyle = style.getPropertyValue('--block');
    for (const { from, to } of this.tasks) {
      context.fillRect(from * scale, height * 0.45, Math.max(1, (to - from + 1) * scale - 1), height * 0.55);
    }
    context.fillStyle = style.getPropertyValue('--stroke');
    for (const index of this.outputs) context.fillRect((index + 0.5) * scale - 0.75, 0, 1.5, height * 0.4);
    context.fillStyle = style.getPropertyValue('--gap');
    for (const index of this.gaps) context.fillRect(index * scale - 1, 0, 3, height);
  }
}
