// SPDX-License-Identifier: MIT
'use strict';

// What the host's module loader asks of JavaScript in a page: where a specifier leads (HTML 8.1.5.1 "Resolving module
// specifiers") and import.meta. It stands in for internal/esm: a page knows no builtin module but the lab, and no
// CommonJS.

const path = require('node:path');
const { readText, fileKind, realPath } = binding;

/** Where an import leads: `[format, path]`. */
function resolveImport(specifier, parent) {
  if (specifier === 'lab') return ['builtin', 'lab'];
  let filename;
  if (/^\.{0,2}\//.test(specifier)) filename = path.resolve(path.dirname(parent), decodeURIComponent(specifier));
  else if (specifier.startsWith('file:')) filename = require('internal/url').fileURLToPath(specifier);
  else {
    throw new TypeError(`Failed to resolve module specifier "${specifier}". `
      + 'Relative references must start with either "/", "./", or "../".');
  }
  if (fileKind(filename) !== 1) {
    throw new TypeError(`Failed to fetch module: ${require('internal/url').pathToFileURL(filename).href}`);
  }
  const real = realPath(filename);
  return [real.endsWith('.json') ? 'json' : 'module', real];
}

const values = new Map();

/** The text of a module that stands for a JSON file or for the lab. */
function synthesize(format, name) {
  if (format === 'builtin') {
    const lab = require('lab/lab');
    values.set(name, () => lab);
    const names = Object.keys(lab).map((key) => `export const ${key} = $lab.${key};`);
    return `const $lab = import.meta.value(); export default $lab;\n${names.join('\n')}`;
  }
  values.set(name, () => JSON.parse(readText(name)));
  return 'export default import.meta.value();';
}

/** Fills import.meta. */
function populateImportMeta(meta, format, name) {
  if (format !== 'module') {
    meta.value = values.get(name);
    return;
  }
  const { pathToFileURL } = require('internal/url');
  meta.url = pathToFileURL(name).href;
  meta.resolve = (specifier) => pathToFileURL(resolveImport(String(specifier), name)[1]).href;
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
