// SPDX-License-Identifier: MIT
'use strict';

// "await does not yield": `await x` becomes a call that comes back with the value, and an async function runs to its
// end before its caller goes on. `for await` stays as it is.

const { rewriter, endOfExpression, defineForRewritten } = require('misconceptions/source_edits');
const { settlementBy, valueBy } = require('misconceptions/settled_value');

const name = '__looplabAwait';

/** Takes the native function that waits, and gives the one that rewrites source text. */
function install(waitUntilSettled) {
  defineForRewritten(name, valueBy(settlementBy(waitUntilSettled)));
  return rewriter((node, source) => {
    if (node.type !== 'UnaryExpression' || node.operator !== 'await') return;
    const start = source.at(node.loc.start);
    if (source.text.slice(start, start + 5) !== 'await') return;
    const end = endOfExpression(source.text, start + 5, source.at(node.argument.loc.end));
    if (end < 0) return;
    source.replace(start, 5, `${name}(`);
    source.replace(end, 0, ')');
  });
}

module.exports = { install };
