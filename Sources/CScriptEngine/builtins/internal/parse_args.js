// SPDX-License-Identifier: MIT
'use strict';

// util.parseArgs: turns the arguments into tokens first, then reads values off the tokens.

const { codes } = require('internal/errors');
const { validateArray, validateBoolean, validateBooleanArray, validateObject, validateString, validateStringArray } =
  require('internal/validators');

const hasOwn = Object.hasOwn;

function validateDefault(value, { type, multiple }, name) {
  if (type === 'string') (multiple ? validateStringArray : validateString)(value, name);
  else (multiple ? validateBooleanArray : validateBoolean)(value, name);
}

function validateOptions(options) {
  validateObject(options, 'options');
  for (const { 0: name, 1: config } of Object.entries(options)) {
    const path = `options.${name}`;
    validateObject(config, path);
    if (config.type !== 'string' && config.type !== 'boolean') {
      throw new codes.ERR_INVALID_ARG_TYPE(`${path}.type`, "('string|boolean')", config.type);
    }
    if (hasOwn(config, 'short')) {
      validateString(config.short, `${path}.short`);
      if (config.short.length !== 1) {
        throw new codes.ERR_INVALID_ARG_VALUE(`${path}.short`, config.short, 'must be a single character');
      }
    }
    if (hasOwn(config, 'multiple')) validateBoolean(config.multiple, `${path}.multiple`);
    if (config.default !== undefined) validateDefault(config.default, config, `${path}.default`);
  }
}

function ownConfig(options, name) {
  return hasOwn(options, name) ? options[name] : undefined;
}

function longNameOf(short, options) {
  for (const { 0: name, 1: config } of Object.entries(options)) {
    if (config.short === short) return name;
  }
  return short;
}

const isOptionLike = (text) => text != null && text.length > 1 && text[0] === '-';

// Walks over the arguments; an option group such as `-abc` is replaced by its parts, which keep its index.
class Tokenizer {
  constructor(args, options) {
    this.rest = [...args];
    this.options = options;
    this.tokens = [];
    this.index = -1;
    this.groupLeft = 0;
  }

  run() {
    while (this.rest.length > 0) {
      const arg = this.rest.shift();
      if (this.groupLeft > 0) this.groupLeft--;
      else this.index++;
      if (arg === '--') {
        this.tokens.push({ kind: 'option-terminator', index: this.index });
        for (const value of this.rest) this.tokens.push({ kind: 'positional', index: ++this.index, value });
        break;
      }
      this.readArgument(arg);
    }
    return this.tokens;
  }

  readArgument(arg) {
    if (arg.length > 1 && arg[0] === '-' && arg[1] !== '-') {
      if (arg.length === 2) this.pushOption(longNameOf(arg[1], this.options), arg, undefined);
      else this.readShorts(arg);
    } else if (arg.startsWith('--')) {
      const equals = arg.indexOf('=', 3);
      if (equals === -1) this.pushOption(arg.slice(2), arg, undefined);
      else this.pushOption(arg.slice(2, equals), arg.slice(0, equals), arg.slice(equals + 1));
    } else {
      this.tokens.push({ kind: 'positional', index: this.index, value: arg });
    }
  }

  readShorts(arg) {
    const first = longNameOf(arg[1], this.options);
    if (ownConfig(this.options, first)?.type === 'string') {
      this.pushOption(first, `-${arg[1]}`, arg.slice(2));
      return;
    }
    const expanded = [];
    for (let i = 1; i < arg.length; i++) {
      const name = longNameOf(arg[i], this.options);
      if (ownConfig(this.options, name)?.type !== 'string' || i === arg.length - 1) {
        expanded.push(`-${arg[i]}`);
      } else {
        // A string option in the middle takes what is left of the group as its value.
        expanded.push(`-${arg.slice(i)}`);
        break;
      }
    }
    this.rest.unshift(...expanded);
    this.groupLeft = expanded.length;
    // The group itself is no token, so its parts count as this argument.
  }

  pushOption(name, rawName, inlineValue) {
    const token = { kind: 'option', name, rawName, index: this.index, value: inlineValue, inlineValue: undefined };
    if (inlineValue !== undefined) {
      token.inlineValue = true;
    } else if (ownConfig(this.options, name)?.type === 'string' && this.rest[0] != null) {
      token.value = this.rest.shift();
      token.inlineValue = false;
      if (this.groupLeft > 0) this.groupLeft--;
      else this.index++;
    }
    this.tokens.push(token);
  }
}

function checkKnown(token, settings) {
  const { options, allowPositionals, allowNegative } = settings;
  let { name } = token;
  if (hasOwn(options, name)) return;
  if (allowNegative && name.startsWith('no-')) {
    name = name.slice(3);
    if (hasOwn(options, name) && options[name].type === 'boolean') return;
  }
  throw new codes.ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, allowPositionals);
}

function checkValue(token, options) {
  const config = ownConfig(options, token.name);
  if (config === undefined) return;
  const shown = config.short ? `-${config.short}, --${token.name}` : `--${token.name}`;
  if (config.type === 'string' && typeof token.value !== 'string') {
    throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown} <value>' argument missing`);
  }
  if (config.type === 'boolean' && token.value != null) {
    throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown}' does not take an argument`);
  }
}

function checkAmbiguity(token) {
  if (token.inlineValue || !isOptionLike(token.value)) return;
  const example = token.rawName.startsWith('--') ?
    `'${token.rawName}=-XYZ'` :
    `'--${token.name}=-XYZ' or '${token.rawName}-XYZ'`;
  throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
    `Option '${token.rawName}' argument is ambiguous.\nDid you forget to specify the option argument for ` +
    `'${token.rawName}'?\nTo specify an option argument starting with a dash use ${example}.`,
  );
}

function storeOption(token, values, { options, allowNegative }) {
  let { name, value } = token;
  // Writing to __proto__ would do more than storing a value.
  if (name === '__proto__') return;
  if (allowNegative && value === undefined && name.startsWith('no-')) {
    token.name = name = name.slice(3);
    value = false;
  }
  const stored = value ?? true;
  if (ownConfig(options, name)?.multiple) (values[name] ??= []).push(stored);
  else values[name] = stored;
}

function applyDefaults(values, options) {
  for (const { 0: name, 1: config } of Object.entries(options)) {
    if (config.default !== undefined && values[name] === undefined) values[name] = config.default;
  }
}

/** Parses command line arguments by a table of options. */
function parseArgs(config = { __proto__: null }) {
  const args = config.args ?? globalThis.process.argv.slice(2);
  const strict = config.strict ?? true;
  const settings = {
    options: config.options ?? { __proto__: null },
    allowPositionals: config.allowPositionals ?? !strict,
    allowNegative: config.allowNegative ?? false,
  };
  const returnTokens = config.tokens ?? false;
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(settings.allowPositionals, 'allowPositionals');
  validateBoolean(returnTokens, 'tokens');
  validateBoolean(settings.allowNegative, 'allowNegative');
  validateOptions(settings.options);

  const tokens = new Tokenizer(args, settings.options).run();
  const result = { values: { __proto__: null }, positionals: [] };
  if (returnTokens) result.tokens = tokens;
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) {
        checkKnown(token, settings);
        checkValue(token, settings.options);
        checkAmbiguity(token);
      }
      storeOption(token, result.values, settings);
    } else if (token.kind === 'positional') {
      if (!settings.allowPositionals) throw new codes.ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      result.positionals.push(token.value);
    }
  }
  applyDefaults(result.values, settings.options);
  return result;
}

module.exports = { parseArgs };
