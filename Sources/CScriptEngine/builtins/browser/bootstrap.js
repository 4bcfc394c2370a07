// SPDX-License-Identifier: MIT
'use strict';

// Builds the globals of a page and hands the host the functions that it calls. It stands in for internal/bootstrap, as
// every file here does for the one of its name in builtins/internal.

const { define, defineLazy, hooks, install } = require('internal/global_scope');
const { Window, install: installWindow, looplab } = require('internal/window');

installWindow(globalThis);
install();
define('Window', Window);
for (const name of ['window', 'self', 'frames', 'parent', 'top']) define(name, globalThis, true);
define('looplab', looplab);

const frames = require('internal/frames');
for (const name of ['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback']) {
  define(name, frames[name], true);
}
define('IdleDeadline', frames.IdleDeadline);
defineLazy('document', 'internal/document', 'document', true);
defineLazy('postMessage', 'internal/message_port', 'postMessage', true);
defineLazy('Document', 'internal/document');
defineLazy('Element', 'internal/element');

module.exports = { ...hooks, runAnimationFrame: frames.runAnimationFrame, runIdle: frames.runIdle };
