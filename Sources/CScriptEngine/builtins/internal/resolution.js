// SPDX-License-Identifier: MIT
'use strict';

// From a specifier to a file, for require and import (Node:
// lib/internal/modules/{cjs/loader,esm/resolve,package_json_reader}.js).

const path = require('node:path');
const { fileKind, readText, realPath } = binding;

const isFile = (name) => fileKind(name) === 1;
const isDirectory = (name) => fileKind(name) === 2;

/** The file that require means by an absolute path: as it stands, with an extension, or a directory's main file. */
function resolveFile(name) {
  const isExact = !name.endsWith('/');
  if (isExact) {
    const found = withExtension(name);
    if (found !== null) return found;
  }
  if (!isDirectory(name)) return null;
  const main = readPackage(name)?.main;
  if (typeof main === 'string') {
    const target = path.resolve(name, main);
    const found = withExtension(target) ?? withExtension(path.join(target, 'index'));
    if (found !== null) return found;
  }
  return withExtension(path.join(name, 'index'));
}

function withExtension(name) {
  for (const extension of ['', '.js', '.json', '.cjs']) {
    if (isFile(name + extension)) return realPath(name + extension);
  }
  return null;
}

const packages = new Map();

function readPackage(directory) {
  const file = path.join(directory, 'package.json');
  if (packages.has(file)) return packages.get(file);
  let contents = null;
  if (isFile(file)) {
    try {
      contents = JSON.parse(readText(file));
    } catch (error) {
      const failure = new Error(`Invalid package config ${file}. ${error.message}`);
      failure.code = 'ERR_INVALID_PACKAGE_CONFIG';
      throw failure;
    }
  }
  packages.set(file, contents);
  return contents;
}

/** The "type" of the package that a file belongs to: 'module', 'commonjs' or 'none'. */
function packageType(filename) {
  for (let directory = path.dirname(filename); ; directory = path.dirname(directory)) {
    const contents = readPackage(directory);
    if (contents !== null) return contents?.type === 'module' || contents?.type === 'commonjs' ? contents.type : 'none';
    if (directory === path.dirname(directory)) return 'none';
  }
}

/** How a file is to be read: 'module', 'commonjs' or 'json'; 'detect' when its text decides. */
function formatOf(filename) {
  switch (path.extname(filename)) {
    case '.mjs': return 'module';
    case '.cjs': return 'commonjs';
    case '.json': return 'json';
    default: {
      const type = packageType(filename);
      return type === 'none' ? 'detect' : type;
    }
  }
}

module.exports = { resolveFile, formatOf };
