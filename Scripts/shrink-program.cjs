// SPDX-License-Identifier: MIT
// Reduces a program that behaves differently on Node and on LoopLab, keeping the difference.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { sameOutcome } = require('./behaviour-programs.cjs');

/** How far a line opens (positive) or closes (negative) brackets; brackets in short strings rarely matter here. */
function bracketBalance(line) {
  const code = line.replace(/'(?:\\.|[^'\\])*'/g, '').replace(/\/\/.*$/, '');
  return (code.match(/[([{]/g) ?? []).length - (code.match(/[)\]}]/g) ?? []).length;
}

/** The line after the statement that starts at `start`: the first one at which every opened bracket is closed. */
function statementEnd(lines, start) {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    depth += bracketBalance(lines[i]);
    if (depth < 0) return undefined;
    if (depth === 0) return i + 1;
  }
  return undefined;
}

/** The spans `[start, end)` worth deleting: runs of whole statements, longest first, then the shells of blocks. */
function* deletions(lines) {
  const starts = [];
  for (let i = 0; i < lines.length; i++) {
    const end = statementEnd(lines, i);
    if (end !== undefined) starts.push([i, end]);
  }
  for (let run = 16; run >= 2; run >>= 1) {
    for (const [start] of starts) {
      let end = start;
      for (let k = 0; k < run && end !== undefined && end < lines.length; k++) end = statementEnd(lines, end);
      if (end !== undefined && end > start) yield [...lines.slice(0, start), ...lines.slice(end)];
    }
  }
  for (const [start, end] of starts) yield [...lines.slice(0, start), ...lines.slice(end)];
  for (const [start, end] of starts) {
    // A block becomes its body; the candidate is rejected where that is no program.
    if (end - start >= 3) {
      yield [...lines.slice(0, start), ...lines.slice(start + 1, end - 1), ...lines.slice(end)];
    }
  }
}

/** Whether a text still differs between Node (where it must be valid and stable) and the other runner. */
async function stillDiffers(text, file, onNode, here) {
  fs.writeFileSync(file, text);
  const [expected, actual] = await Promise.all([onNode(file), here(file)]);
  if (/SyntaxError/.test(expected.stderr) || typeof expected.code !== 'number') return false;
  if (sameOutcome(expected, actual)) return false;
  return sameOutcome(expected, await onNode(file));
}

/** Deletes lines and statements of `program` while the difference stays; resolves with the new file and its length. */
async function shrinkProgram(program, onNode, here) {
  const { dir, name, ext } = path.parse(program);
  const scratch = path.join(dir, `.shrinking-${name}${ext}`);
  let lines = fs.readFileSync(program, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const seen = new Set();
  let progress = true;
  try {
    while (progress) {
      progress = false;
      for (const candidate of deletions(lines)) {
        const text = `${candidate.join('\n')}\n`;
        if (seen.has(text)) continue;
        seen.add(text);
        if (!(await stillDiffers(text, scratch, onNode, here))) continue;
        lines = candidate;
        progress = true;
        break;
      }
    }
  } finally {
    fs.rmSync(scratch, { force: true });
  }
  const file = path.join(dir, `${name}.shrunk${ext}`);
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  return { file, lines: lines.length };
}

module.exports = { shrinkProgram };
