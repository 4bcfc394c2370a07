// SPDX-License-Identifier: MIT
'use strict';

const { arrayJoin, includes, padEnd, padStart, repeat } = require('internal/intrinsics');
const { lengthWithoutColors } = require('internal/control_sequences');
const { stringWidth } = require('internal/string_width');

const separatorWidth = 2;
const groupingThreshold = 6;
const maxColumns = 15;
// A column counts as about two and a half characters high per character of width, which makes the block look square.
const heightToWidth = 2.5;

// Elements share lines only when three of the widest fit, and the widths are even enough not to leave great holes.
function isWorthGrouping(context, widest, totalWidth) {
  const cell = widest + separatorWidth;
  return cell * 3 + context.indentation < context.breakLength &&
    (totalWidth / cell > 5 || widest <= groupingThreshold);
}

function columnCount(context, widest, totalWidth, elementCount, entryCount) {
  const cell = widest + separatorWidth;
  const unevenness = Math.sqrt(cell - totalWidth / entryCount);
  const cellWidth = Math.max(cell - 3 - unevenness, 1);
  return Math.min(
    Math.round(Math.sqrt(heightToWidth * cellWidth * elementCount) / cellWidth),
    Math.floor((context.breakLength - context.indentation) / cell),
    context.compact * 4,
    maxColumns);
}

function isNumeric(value, count) {
  for (let i = 0; i < count; i++) {
    const type = typeof value[i];
    if (type !== 'number' && type !== 'bigint') return false;
  }
  return true;
}

/** Puts the elements of a long array into aligned columns; numbers align right, everything else left. */
function groupElements(context, entries, value) {
  const hasTrailer = context.maxArrayLength < entries.length;
  const count = hasTrailer ? entries.length - 1 : entries.length;
  const widths = [];
  let totalWidth = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = stringWidth(entries[i], context.colors);
    widths[i] = width;
    totalWidth += width + separatorWidth;
    if (width > widest) widest = width;
  }
  if (!isWorthGrouping(context, widest, totalWidth)) return entries;
  const columns = columnCount(context, widest, totalWidth, count, entries.length);
  if (columns <= 1) return entries;
  const columnWidths = widestPerColumn(widths, columns, count);
  const isRightAligned = value === undefined || isNumeric(value, entries.length);
  const rows = [];
  for (let start = 0; start < count; start += columns) {
    const end = Math.min(start + columns, count);
    rows[rows.length] = formatRow(entries, widths, columnWidths, start, end, isRightAligned);
  }
  if (hasTrailer) rows[rows.length] = entries[count];
  return rows;
}

function widestPerColumn(widths, columns, count) {
  const result = [];
  for (let column = 0; column < columns; column++) {
    let widest = 0;
    for (let i = column; i < count; i += columns) if (widths[i] > widest) widest = widths[i];
    result[column] = widest + separatorWidth;
  }
  return result;
}

// Padding counts code units, so what is wider or narrower on the screen than its length gets the difference added.
function formatRow(entries, widths, columnWidths, start, end, isRightAligned) {
  let row = '';
  for (let i = start; i < end; i++) {
    const isLast = i === end - 1;
    const text = isLast ? entries[i] : `${entries[i]}, `;
    const room = columnWidths[i - start] + entries[i].length - widths[i];
    if (isRightAligned) row += padStart(text, isLast ? room - separatorWidth : room, ' ');
    else row += isLast ? text : padEnd(text, room, ' ');
  }
  return row;
}

function fitsOnOneLine(context, entries, start, base) {
  let length = entries.length + start;
  if (length + entries.length > context.breakLength) return false;
  for (let i = 0; i < entries.length; i++) {
    length += context.colors ? lengthWithoutColors(entries[i]) : entries[i].length;
    if (length > context.breakLength) return false;
  }
  return base === '' || !includes(base, '\n');
}

/**
 * Joins formatted entries between braces, on one line where the options allow it. `elements` is the array whose
 * entries these are, when they may be grouped in columns.
 */
function layOut(context, entries, { base, open, close, isArrayLike }, depth, elements) {
  const before = base === '' ? '' : `${base} `;
  const indent = `\n${repeat(' ', context.indentation)}`;
  if (context.compact === true) {
    if (fitsOnOneLine(context, entries, 0, base)) {
      return `${open}${base === '' ? '' : ` ${base}`} ${arrayJoin(entries, ', ')} ${close}`;
    }
    const first = base === '' && open.length === 1 ? ' ' : `${base === '' ? '' : ` ${base}`}${indent}  `;
    return `${open}${first}${arrayJoin(entries, `,${indent}  `)} ${close}`;
  }
  if (typeof context.compact === 'number' && context.compact >= 1) {
    const count = entries.length;
    if (isArrayLike && count > groupingThreshold) entries = groupElements(context, entries, elements);
    if (context.deepest - depth < context.compact && count === entries.length) {
      const start = entries.length + context.indentation + open.length + base.length + 10;
      if (fitsOnOneLine(context, entries, start, base)) {
        const line = arrayJoin(entries, ', ');
        if (!includes(line, '\n')) return `${before}${open} ${line} ${close}`;
      }
    }
  }
  return `${before}${open}${indent}  ${arrayJoin(entries, `,${indent}  `)}${indent}${close}`;
}

module.exports = { layOut };
