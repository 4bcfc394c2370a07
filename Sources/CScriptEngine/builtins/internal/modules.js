// SPDX-License-Identifier: MIT
'use strict';

// CommonJS: require() of files and builtins (Node: lib/internal/modules/cjs/loader.js).

const { process } = require('internal/process');
const { readText, compileCommonJS, requireModule, moduleSyntaxOf } = binding;
const path = require('node:path');
const { resolveFile, formatOf } = require('internal/resolution');

const publicNames = [
  'assert', 'assert/strict', 'buffer', 'console', 'crypto', 'events', 'fs', 'fs/promises', 'path', 'path/posix',
  'path/win32', 'perf_hooks', 'process', 'string_decoder', 'timers', 'timers/promises', 'url', 'util', 'util/types',
  'worker_threads', 'zlib', 'module',
];
const isPublic = new Set(publicNames);
// Modules that Node does not have: a bare name, no prefix.
const labNames = ['lab'];
const available = [...publicNames.map((name) => `node:${name}`), ...labNames].join(', ');

/** The modules that a program may ask for, without their prefix. */
function builtinModules() {
  return [...publicNames];
}

function isBuiltin(specifier) {
  return isPublic.has(specifier.startsWith('node:') ? specifier.slice(5) : specifier) || labNames.includes(specifier);
}

/** A builtin that programs may ask for; undefined when there is none of that name. */
function loadBuiltin(specifier) {
  if (labNames.includes(specifier)) return require(`lab/${specifier}`);
  const name = specifier.startsWith('node:') ? specifier.slice(5) : specifier;
  if (!isPublic.has(name)) return undefined;
  if (name === 'process') return process;
  if (name === 'console') return console;
  if (name === 'module') return Module;
  return require(`node:${name}`);
}

/** The error for a module that does not exist: it names those that do. */
function notFound(specifier, parent) {
  const { codes } = require('internal/errors');
  let message;
  if (specifier.startsWith('node:')) {
    message = `No such built-in module: ${specifier}. LoopLab has: ${available}`;
  } else if (/^[./]/.test(specifier)) {
    message = `Cannot find module '${specifier}'`;
    if (parent) message += `\nRequire stack:\n- ${parent}`;
  } else {
    message = `Cannot find module '${specifier}'. LoopLab loads files by a path that starts with './', '../' or '/', `
      + `and these modules: ${available}`;
  }
  const error = new Error(message);
  error.code = specifier.startsWith('node:') ? 'ERR_UNKNOWN_BUILTIN_MODULE' : 'MODULE_NOT_FOUND';
  if (error.code === 'MODULE_NOT_FOUND') error.requireStack = parent ? [parent] : [];
  return error;
}

/** One CommonJS module: its exports and where it came from. */
function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  this.exports = {};
  this.filename = null;
  this.loaded = false;
  this.children = [];
  this.paths = [];
  Object.defineProperty(this, 'parent', { value: parent, writable: true, enumerable: false, configurable: true });
  if (parent) parent.children.push(this);
}

Module._cache = Object.create(null);
Module.builtinModules = builtinModules();
Module.isBuiltin = isBuiltin;
Module.Module = Module;
Module._extensions = Object.assign(Object.create(null), {
  '.js': loadScript,
  '.json': loadJSON,
});

Module.createRequire = function createRequire(filename) {
  const file = String(filename).startsWith('file:') ? require('internal/url').fileURLToPath(filename) : filename;
  const module = new Module(file);
  module.filename = file;
  return makeRequire(module);
};

Module._resolveFilename = function _resolveFilename(specifier, parent) {
  if (isBuiltin(specifier)) return specifier;
  const base = parent?.path ?? binding.cwd();
  if (/^(?:\.{0,2}\/|\.{1,2}$)/.test(specifier)) {
    const found = resolveFile(path.resolve(base, specifier));
    if (found !== null) return found;
  }
  throw notFound(specifier, parent?.filename);
};

function loadScript(module, filename) {
  const source = readText(filename);
  const format = formatOf(filename);
  if (format === 'module' || format === 'detect' && moduleSyntaxOf(source, filename)) {
    module.exports = exportsOfModule(requireModule(filename));
    return;
  }
  const compiled = compileCommonJS(source, filename);
  const require = makeRequire(module);
  Reflect.apply(compiled, module.exports, [module.exports, require, module, filename, path.dirname(filename)]);
}

function exportsOfModule(namespace) {
  return 'module.exports' in namespace ? namespace['module.exports'] : namespace;
}

function loadJSON(module, filename) {
  const text = readText(filename);
  try {
    module.exports = JSON.parse(text);
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
}

Module.prototype.load = function load(filename) {
  this.filename = filename;
  const extension = path.extname(filename);
  const loader = extension === '.mjs' ? loadScript : Module._extensions[extension] ?? loadScript;
  loader(this, filename);
  this.loaded = true;
};

Module._load = function _load(specifier, parent) {
  const builtin = loadBuiltin(specifier);
  if (builtin !== undefined) return builtin;
  const filename = Module._resolveFilename(specifier, parent);
  const cached = Module._cache[filename];
  if (cached !== undefined) {
    if (parent && !parent.children.includes(cached)) parent.children.push(cached);
    return cached.exports;
  }
  const module = new Module(filename, parent);
  Module._cache[filename] = module;
  let succeeded = false;
  try {
    module.load(filename);
    succeeded = true;
  } finally {
    if (!succeeded) delete Module._cache[filename];
  }
  return module.exports;
};

Module.prototype.require = function(specifier) {
  const { codes } = require('internal/errors');
  const { validateString } = require('internal/validators');
  validateString(specifier, 'id');
  if (specifier === '') throw new codes.ERR_INVALID_ARG_VALUE('id', specifier, 'must be a non-empty string');
  return Module._load(specifier, this);
};

let mainModule;

function makeRequire(module) {
  function require(specifier) {
    return module.require(specifier);
  }
  require.resolve = (specifier) => Module._resolveFilename(specifier, module);
  require.main = mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

/** Runs the entry file as CommonJS; returns false, and runs nothing, when it is a module. */
function runMain(filename) {
  const format = formatOf(filename);
  if (format === 'module' || format === 'detect' && moduleSyntaxOf(readText(filename), filename)) return false;
  const module = new Module(filename);
  mainModule = process.mainModule = module;
  module.id = '.';
  Module._cache[filename] = module;
  module.load(filename);
  return true;
}

/** Runs a worker's file, which may be missing; otherwise the same as runMain. */
function runWorkerMain(filename) {
  const found = resolveFile(filename);
  if (found === null) throw notFound(filename);
  return runMain(found);
}

/** Runs source text that has no file (`-e`, standard input): everything CommonJS gives a file is global there. */
function prepareEval(name) {
  const module = new Module(name);
  module.filename = path.join(binding.cwd(), name);
  module.path = binding.cwd();
  Object.assign(globalThis, {
    module, exports: module.exports, require: makeRequire(module), __filename: name, __dirname: '.',
  });
  for (const name of [...publicNames, ...labNames]) {
    // There the global `crypto` gives way to the module.
    if (name.includes('/') || name in globalThis && name !== 'crypto') continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: false,
      get: () => loadBuiltin(name),
      set: (value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true }),
    });
  }
}

/** The exports of a CommonJS file for an `import` of it, and the names that source text shows it to export. */
function importCommonJS(filename) {
  return Module._load(filename, undefined);
}

const exportPatterns = [
  /\bexports\.([A-Za-z_$][\w$]*)\s*=(?!=)/g,
  /\bexports\[(?:'([A-Za-z_$][\w$]*)'|"([A-Za-z_$][\w$]*)")\]\s*=(?!=)/g,
  /\bObject\.defineProperty\(\s*(?:module\.)?exports\s*,\s*['"]([A-Za-z_$][\w$]*)['"]/g,
];

/** The export names that can be read off a CommonJS file's text, as Node's lexer does before it runs the file. */
function namesExportedBy(source) {
  const names = new Set();
  for (const pattern of exportPatterns) {
    for (const match of source.matchAll(pattern)) names.add(match[1] ?? match[2]);
  }
  for (const literal of source.matchAll(/\bmodule\.exports\s*=\s*\{([^}]*)/g)) {
    for (const part of literal[1].split(',')) {
      const name = /^\s*(?:async\s+)?([A-Za-z_$][\w$]*)\s*(?:$|[:(])/.exec(part);
      if (name === null) break;
      names.add(name[1]);
    }
  }
  names.delete('default');
  return [...names];
}

module.exports = {
  Module, builtinModules, isBuiltin, loadBuiltin, notFound, runMain, runWorkerMain, prepareEval, importCommonJS,
  namesExportedBy, makeRequire, available,
};
