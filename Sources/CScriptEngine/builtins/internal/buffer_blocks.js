// SPDX-License-Identifier: MIT
'use strict';

const { allocate } = require('internal/buffer');
const { blockLength, copyBlock } = binding;

/** A block of bytes from native code, which may come from a thread of the pool, as a Buffer. */
function bufferOfBlock(block) {
  const buffer = allocate(blockLength(block));
  copyBlock(block, buffer);
  return buffer;
}

module.exports = { bufferOfBlock };
