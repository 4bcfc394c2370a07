// SPDX-License-Identifier: MIT
'use strict';

const {
  arrayJoin, hasOwn, isArray, keysOf, mapEntries, mapIteratorNext, mapSize, repeat, setIteratorNext, setSize, setValues,
} = require('internal/intrinsics');
const { stringWidth } = require('internal/string_width');
const { inspect } = require('internal/inspect');
const { isMap, isMapIterator, isSet, isSetIterator, isTypedArray } = require('internal/types');

const maxShownProperties = 2;
const indexHeader = '(index)';
const iterationHeader = '(iteration index)';
const keyHeader = 'Key';
const valuesHeader = 'Values';

/** Draws the table: a header row and one column of cells per header. */
function drawTable(headers, columns) {
  const widths = [];
  const rowCount = columns[0].length;
  for (let column = 0; column < headers.length; column++) {
    let widest = stringWidth(headers[column]);
    for (let row = 0; row < rowCount; row++) widest = Math.max(widest, stringWidth(columns[column][row] ?? ''));
    widths[column] = widest + 2;
  }
  const lines = [border(widths, '┌', '┬', '┐'), drawRow(headers, widths), border(widths, '├', '┼', '┤')];
  for (let row = 0; row < rowCount; row++) {
    const cells = [];
    for (let column = 0; column < headers.length; column++) cells[column] = columns[column][row] ?? '';
    lines[lines.length] = drawRow(cells, widths);
  }
  lines[lines.length] = border(widths, '└', '┴', '┘');
  return arrayJoin(lines, '\n');
}

function border(widths, left, middle, right) {
  let text = left;
  for (let i = 0; i < widths.length; i++) text += (i === 0 ? '' : middle) + repeat('─', widths[i]);
  return text + right;
}

function drawRow(cells, widths) {
  let text = '';
  for (let i = 0; i < cells.length; i++) {
    text += `│ ${cells[i]}${repeat(' ', widths[i] - stringWidth(cells[i]) - 1)}`;
  }
  return `${text}│`;
}

// A cell is one line: few elements, one level, and nothing of an object with many properties.
function cellText(value, inspectOptions) {
  const isWide = value !== null && typeof value === 'object' && !isArray(value) && !isTypedArray(value) &&
    keysOf(value).length > maxShownProperties;
  return inspect(value, { maxArrayLength: 3, breakLength: Infinity, ...inspectOptions, depth: isWide ? -1 : 0 });
}

function indexColumn(count) {
  const column = [];
  for (let i = 0; i < count; i++) column[i] = `${i}`;
  return column;
}

function tableOfPairs(keys, values) {
  return drawTable([iterationHeader, keyHeader, valuesHeader], [indexColumn(keys.length), keys, values]);
}

function tableOfList(values) {
  return drawTable([iterationHeader, valuesHeader], [indexColumn(values.length), values]);
}

function tableOfMap(map, cell) {
  const iterator = mapEntries(map);
  const keys = [];
  const values = [];
  for (let i = mapSize(map); i > 0; i--) {
    const pair = mapIteratorNext(iterator).value;
    keys[keys.length] = cell(pair[0]);
    values[values.length] = cell(pair[1]);
  }
  return tableOfPairs(keys, values);
}

function tableOfSet(set, cell) {
  const iterator = setValues(set);
  const values = [];
  for (let i = setSize(set); i > 0; i--) values[values.length] = cell(setIteratorNext(iterator).value);
  return tableOfList(values);
}

function tableOfIterator(iterator, isOfMap, cell) {
  const preview = binding.previewEntries === undefined ? [[], isOfMap] : binding.previewEntries(iterator);
  const flat = preview[0];
  const isPairs = isOfMap && preview[1];
  const keys = [];
  const values = [];
  for (let i = 0; i < flat.length; i++) {
    const column = isPairs && i % 2 === 0 ? keys : values;
    column[column.length] = cell(flat[i]);
  }
  return isPairs ? tableOfPairs(keys, values) : tableOfList(values);
}

function isPrimitiveRow(item) {
  return item === null || (typeof item !== 'object' && typeof item !== 'function');
}

/** Makes one row per own key; columns are the keys of the rows, or the given properties, and one for primitives. */
function tableOfRows(data, properties, cell) {
  const columns = { __proto__: null };
  const primitives = [];
  let hasPrimitives = false;
  const rowKeys = keysOf(data);
  for (let row = 0; row < rowKeys.length; row++) {
    const item = data[rowKeys[row]];
    const isPrimitive = isPrimitiveRow(item);
    if (isPrimitive && properties === undefined) {
      hasPrimitives = true;
      primitives[row] = cell(item);
    } else {
      const keys = properties ?? keysOf(item);
      for (let i = 0; i < keys.length; i++) {
        const column = (columns[keys[i]] ??= []);
        if (!isPrimitive && hasOwn(item, keys[i])) column[row] = cell(item[keys[i]]);
      }
    }
  }
  const headers = [indexHeader];
  const cells = [rowKeys];
  const names = keysOf(columns);
  for (let i = 0; i < names.length; i++) {
    headers[headers.length] = names[i];
    cells[cells.length] = columns[names[i]];
  }
  if (hasPrimitives) {
    headers[headers.length] = valuesHeader;
    cells[cells.length] = primitives;
  }
  return drawTable(headers, cells);
}

/** Text of `console.table` for an object, array, map, set or an iterator over one. */
function formatTable(data, properties, inspectOptions) {
  const cell = (value) => cellText(value, inspectOptions);
  if (isMap(data)) return tableOfMap(data, cell);
  if (isSet(data)) return tableOfSet(data, cell);
  if (isMapIterator(data)) return tableOfIterator(data, true, cell);
  if (isSetIterator(data)) return tableOfIterator(data, false, cell);
  return tableOfRows(data, properties, cell);
}

module.exports = { formatTable };
