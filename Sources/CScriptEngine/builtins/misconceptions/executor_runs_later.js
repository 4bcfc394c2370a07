// SPDX-License-Identifier: MIT
'use strict';

// "the function given to new Promise runs later": `new Promise(f)` queues f as a microtask.

const { rewriter, defineForRewritten } = require('misconceptions/source_edits');
const { NativePromise } = require('misconceptions/settled_value');
const { enqueueMicrotask } = binding;

const name = '__looplabLater';

function DeferredPromise(executor) {
  if (typeof executor !== 'function') return new NativePromise(executor);
  let resolve, reject;
  const promise = new NativePromise((first, second) => {
    resolve = first;
    reject = second;
  });
  enqueueMicrotask(() => {
    try {
      executor(resolve, reject);
    } catch (error) {
      reject(error);
    }
  });
  return promise;
}

/** Gives the function that rewrites `Promise` behind `new`; one that the program itself has made stays as it is. */
function install() {
  defineForRewritten(name, (constructor) => constructor === NativePromise ? DeferredPromise : constructor);
  return rewriter((node, source) => {
    if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'Promise') return;
    const start = source.at(node.callee.loc.start);
    if (source.text.slice(start, start + 7) !== 'Promise') return;
    source.replace(start, 7, `(${name}(Promise))`);
  });
}

module.exports = { install };
