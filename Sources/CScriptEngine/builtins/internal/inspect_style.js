// SPDX-License-Identifier: MIT
'use strict';

/** Escape-sequence codes that switch each colour or attribute on and off: `util.inspect.colors`. */
const colors = {
  __proto__: null,
  reset: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  blink: [5, 25],
  inverse: [7, 27],
  hidden: [8, 28],
  strikethrough: [9, 29],
  doubleunderline: [21, 24],
};

const aliases = {
  grey: 'gray', blackBright: 'gray', bgGrey: 'bgGray', bgBlackBright: 'bgGray', faint: 'dim',
  crossedout: 'strikethrough', strikeThrough: 'strikethrough', crossedOut: 'strikethrough', conceal: 'hidden',
  swapColors: 'inverse', swapcolors: 'inverse', doubleUnderline: 'doubleunderline',
};

const hues = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

function addColors() {
  for (let i = 0; i < 8; i++) colors[hues[i].toLowerCase()] = [30 + i, 39];
  for (let i = 0; i < 8; i++) colors[`bg${hues[i]}`] = [40 + i, 49];
  colors.framed = [51, 54];
  colors.overlined = [53, 55];
  colors.gray = [90, 39];
  for (let i = 1; i < 8; i++) colors[`${hues[i].toLowerCase()}Bright`] = [90 + i, 39];
  colors.bgGray = [100, 49];
  for (let i = 1; i < 8; i++) colors[`bg${hues[i]}Bright`] = [100 + i, 49];
  const names = Object.keys(aliases);
  for (let i = 0; i < names.length; i++) {
    const target = aliases[names[i]];
    Object.defineProperty(colors, names[i], {
      get() {
        return this[target];
      },
      set(value) {
        this[target] = value;
      },
      configurable: true,
      enumerable: false,
    });
  }
}

addColors();

/** Which colour or attribute each kind of text gets: `util.inspect.styles`. */
const styles = {
  __proto__: null,
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  // No style for `name`: it stays plain on purpose.
  regexp: 'red',
  module: 'underline',
};

/** Leaves the text as it is. */
function unstyled(text) {
  return text;
}

/** Makes the function that colours a text by a style name, reading the tables of `inspect` at each call. */
function makeColorStyler(inspect) {
  return (text, styleName) => {
    const style = inspect.styles[styleName];
    const codes = style === undefined ? undefined : inspect.colors[style];
    return codes === undefined ? text : `\x1b[${codes[0]}m${text}\x1b[${codes[1]}m`;
  };
}

module.exports = { colors, makeColorStyler, styles, unstyled };
