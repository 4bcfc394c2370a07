// SPDX-License-Identifier: MIT
'use strict';

const {
  arraySort, arraySplice, hasOwn, keysOf, lastIndexOf, mapEntries, mapIteratorNext, numberToString, setIteratorNext,
  setValues, slice, typedArrayLength,
} = require('internal/intrinsics');
const { bigIntText, numberText } = require('internal/inspect_primitives');
const { formatProperty, isIndex } = require('internal/inspect_properties');
const { layOut } = require('internal/inspect_layout');

const plural = (count) => (count > 1 ? 's' : '');
const moreItems = (count) => `... ${count} more item${plural(count)}`;

/** Number of elements to show of a container that has `size` of them. */
function shownCount(context, size) {
  return Math.min(Math.max(0, context.maxArrayLength), size);
}

function emptyItems(context, count) {
  return context.stylize(`<${count} empty item${plural(count)}>`, 'undefined');
}

/** Entries of an array: its elements, up to the limit, with runs of holes counted. */
function arrayEntries(context, value, depth) {
  const { length } = value;
  const limit = shownCount(context, length);
  const output = [];
  for (let i = 0; i < limit; i++) {
    if (!hasOwn(value, i)) return sparseEntries(context, value, depth, limit, output, i);
    output[i] = formatProperty(context, value, depth, i, true);
  }
  if (length > limit) output[output.length] = moreItems(length - limit);
  return output;
}

// A run of holes takes one entry however long it is, so the elements are looked up by key instead of counted.
function sparseEntries(context, value, depth, limit, output, firstHole) {
  const keys = keysOf(value);
  let index = firstHole;
  for (let i = firstHole; i < keys.length && output.length < limit; i++) {
    const key = keys[i];
    if (!isIndex(key)) break;
    if (key !== `${index}`) {
      output[output.length] = emptyItems(context, key - index);
      index = +key;
      if (output.length === limit) break;
    }
    output[output.length] = formatProperty(context, value, depth, key, true);
    index++;
  }
  const rest = value.length - index;
  if (rest > 0) output[output.length] = output.length === limit ? moreItems(rest) : emptyItems(context, rest);
  return output;
}

const viewProperties = ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'];

/** Entries of a typed array: numbers up to the limit and, with `showHidden`, what the view is over. */
function typedArrayEntries(context, value, depth) {
  const length = typedArrayLength(value);
  const limit = shownCount(context, length);
  const output = [];
  for (let i = 0; i < limit; i++) {
    const element = value[i];
    output[i] = typeof element === 'bigint' ?
      context.stylize(bigIntText(element, context.numericSeparator), 'bigint') :
      context.stylize(numberText(element, context.numericSeparator), 'number');
  }
  if (length > limit) output[output.length] = moreItems(length - limit);
  if (context.showHidden) {
    context.indented(2, () => {
      for (let i = 0; i < viewProperties.length; i++) {
        const key = viewProperties[i];
        output[output.length] = `[${key}]: ${context.formatValue(value[key], depth, true)}`;
      }
    });
  }
  return output;
}

/** Entries of a set; all of them, whatever the limit, where `isUnlimited`. */
function setEntries(context, value, depth, size, isUnlimited) {
  const limit = isUnlimited ? size : shownCount(context, size);
  const output = [];
  context.indented(2, () => {
    const iterator = setValues(value);
    for (let i = 0; i < limit; i++) output[i] = context.formatValue(setIteratorNext(iterator).value, depth);
  });
  if (size > limit) output[output.length] = moreItems(size - limit);
  return output;
}

/** Entries of a map, as `key => value`; all of them, whatever the limit, where `isUnlimited`. */
function mapPairs(context, value, depth, size, isUnlimited) {
  const limit = isUnlimited ? size : shownCount(context, size);
  const output = [];
  context.indented(2, () => {
    const iterator = mapEntries(value);
    for (let i = 0; i < limit; i++) {
      const pair = mapIteratorNext(iterator).value;
      output[i] = `${context.formatValue(pair[0], depth)} => ${context.formatValue(pair[1], depth)}`;
    }
  });
  if (size > limit) output[output.length] = moreItems(size - limit);
  return output;
}

/** What is left in a map or set iterator, as `[flat list, whether it is of pairs]`, without advancing it. */
function previewOf(value) {
  return binding.previewEntries === undefined ? [[], false] : binding.previewEntries(value);
}

const pairBraces = { base: '', open: '[', close: ']', isArrayLike: true };

function pairEntries(context, flat, depth, formatPair) {
  const count = flat.length / 2;
  const limit = shownCount(context, count);
  const output = [];
  context.indented(2, () => {
    for (let i = 0; i < limit; i++) output[i] = formatPair(flat[2 * i], flat[2 * i + 1]);
  });
  return withRest(output, count - limit);
}

function withRest(output, rest) {
  if (rest > 0) output[output.length] = moreItems(rest);
  return output;
}

function listEntries(context, flat, depth) {
  const limit = shownCount(context, flat.length);
  const output = [];
  context.indented(2, () => {
    for (let i = 0; i < limit; i++) output[i] = context.formatValue(flat[i], depth);
  });
  return withRest(output, flat.length - limit);
}

/** Entries of a map or set iterator. */
function iteratorEntries(context, depth, flat, isPairs) {
  if (!isPairs) return listEntries(context, flat, depth);
  return pairEntries(context, flat, depth, (key, value) => {
    const parts = [context.formatValue(key, depth), context.formatValue(value, depth)];
    return layOut(context, parts, pairBraces, depth, undefined);
  });
}

/** Entries of a weak collection; they are only told with `showHidden`, and sorted because they have no order. */
function weakEntries(context, value, depth, isMap) {
  if (!context.showHidden || binding.previewEntries === undefined) {
    return [context.stylize('<items unknown>', 'special')];
  }
  const flat = previewOf(value)[0];
  const output = isMap ?
    pairEntries(context, flat, depth, (key, item) =>
      `${context.formatValue(key, depth)} => ${context.formatValue(item, depth)}`) :
    listEntries(context, flat, depth);
  if (context.sorted) return output;
  const trailer = output.length > context.maxArrayLength ? arraySplice(output, output.length - 1, 1) : [];
  arraySort(output);
  if (trailer.length === 1) output[output.length] = trailer[0];
  return output;
}

/** The one entry of an array buffer: its bytes in hexadecimal. */
function arrayBufferEntries(context, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [context.stylize('(detached)', 'special')];
  }
  const length = typedArrayLength(bytes);
  const limit = shownCount(context, length);
  let text = '';
  for (let i = 0; i < limit; i++) {
    text += `${i === 0 ? '' : ' '}${bytes[i] < 16 ? '0' : ''}${numberToString(bytes[i], 16)}`;
  }
  if (length > limit) text += ` ... ${length - limit} more byte${plural(length - limit)}`;
  return [`${context.stylize('[Uint8Contents]', 'special')}: <${text}>`];
}

/** The one entry of a promise: its state or value. */
function promiseEntries(context, value, depth) {
  const details = binding.getPromiseDetails(value);
  if (details[0] === 0) return [context.stylize('<pending>', 'special')];
  const text = context.indented(2, () => context.formatValue(details[1], depth));
  return [details[0] === 2 ? `${context.stylize('<rejected>', 'special')} ${text}` : text];
}

/** Entries of a module namespace; a binding that is not initialised yet cannot be read. */
function namespaceEntries(context, value, depth, keys) {
  const output = [];
  for (let i = 0; i < keys.length; i++) {
    try {
      output[i] = formatProperty(context, value, depth, keys[i], false);
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      const text = formatProperty(context, { [keys[i]]: '' }, depth, keys[i], false);
      output[i] = slice(text, 0, lastIndexOf(text, ' ') + 1) + context.stylize('<uninitialized>', 'special');
    }
  }
  return output;
}

module.exports = {
  arrayBufferEntries, arrayEntries, iteratorEntries, mapPairs, namespaceEntries, previewOf, promiseEntries, setEntries,
  typedArrayEntries, weakEntries,
};
