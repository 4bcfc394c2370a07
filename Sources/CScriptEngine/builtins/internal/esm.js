// SPDX-License-Identifier: MIT
'use strict';

// What the host's module loader asks of JavaScript: where a specifier leads, what the modules that are no ES modules
// look like as such, and import.meta (Node: lib/internal/modules/esm).

const path = require('node:path');
const { readText, fileKind, realPath, moduleSyntaxOf } = binding;
const { formatOf } = require('internal/resolution');

function fail(code, message) {
  const error = new Error(message);
  error.code = code;
  const value = error.stack.replace(/^Error/, `Error [${code}]`);
  Object.defineProperty(error, 'stack', { value, writable: true, configurable: true, enumerable: false });
  return error;
}

function modules() {
  return require('internal/modules');
}

/** The format of a file; where its name leaves it open, its text decides, as Node's module detection does. */
function formatOfFile(filename) {
  const format = formatOf(filename);
  if (format !== 'detect') return format;
  return moduleSyntaxOf(readText(filename), filename) ? 'module' : 'commonjs';
}

/** Where an import leads: `[format, name]`, name being a path or a builtin's name. */
function resolveImport(specifier, parent) {
  if (modules().isBuiltin(specifier)) return ['builtin', specifier.replace(/^node:/, '')];
  if (specifier.startsWith('node:')) throw modules().notFound(specifier, parent);
  let filename;
  if (/^\.{0,2}\//.test(specifier)) filename = path.resolve(path.dirname(parent), decodeURIComponent(specifier));
  else if (specifier.startsWith('file:')) filename = require('internal/url').fileURLToPath(specifier);
  else {
    throw fail('ERR_MODULE_NOT_FOUND', `Cannot find package '${specifier}' imported from ${parent}. `
      + `LoopLab loads files by a path that starts with './', '../' or '/', and these modules: ${modules().available}`);
  }
  if (fileKind(filename) === 2) {
    throw fail('ERR_UNSUPPORTED_DIR_IMPORT',
      `Directory import '${filename}' is not supported resolving ES modules imported from ${parent}`);
  }
  if (fileKind(filename) !== 1) {
    throw fail('ERR_MODULE_NOT_FOUND', `Cannot find module '${filename}' imported from ${parent}`);
  }
  const real = realPath(filename);
  return [formatOfFile(real), real];
}

const values = new Map();

/** The text of a module that stands for a builtin, a CommonJS file or a JSON file. */
function synthesize(format, name) {
  let names = [];
  if (format === 'builtin') {
    const exported = modules().loadBuiltin(name);
    values.set(`builtin:${name}`, () => exported);
    names = Object.keys(exported);
  } else if (format === 'commonjs') {
    names = modules().namesExportedBy(readText(name));
    values.set(`commonjs:${name}`, () => modules().importCommonJS(name));
  } else {
    values.set(`json:${name}`, () => parseJSON(name));
  }
  const isExportable = (text) => /^[A-Za-z_$][\w$]*$/.test(text) && text !== 'default';
  const lines = names.filter(isExportable)
    .map((text, index) => `const $${index} = $exports?.${text}; export { $${index} as ${text} };`);
  return `const $exports = import.meta.value(); export default $exports;\n${lines.join('\n')}`;
}

function parseJSON(filename) {
  try {
    return JSON.parse(readText(filename));
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
}

/** Fills import.meta. */
function populateImportMeta(meta, format, name) {
  if (format !== 'module') {
    meta.value = values.get(`${format}:${name}`);
    return;
  }
  const { pathToFileURL } = require('internal/url');
  meta.dirname = path.dirname(name);
  meta.filename = name;
  meta.resolve = (specifier) => {
    const [format, found] = resolveImport(String(specifier), name);
    return format === 'builtin' ? `node:${found}` : pathToFileURL(found).href;
  };
  meta.url = pathToFileURL(name).href;
}

/** The engine knows import attributes by their older keyword; the clause after a specifier is put in its words. */
function mendAttributes(source) {
  if (!source.includes('with')) return source;
  return source.replace(/(\b(?:from|import)\s*(["'])(?:(?!\2)[^\\\n])*\2[ \t]*)with(\s*\{)/g, '$1assert$3');
}

/** Reacts to the end of the entry module without adding to the program's own reactions. */
function watchEntry(promise, onRejected) {
  promise.then(undefined, onRejected);
}

module.exports = { resolveImport, synthesize, populateImportMeta, mendAttributes, watchEntry };
