// SPDX-License-Identifier: MIT
'use strict';

// Base class and text of every coded error, by code; loaded when the first such error is made.

const { describeReceived, invalidArgType, invalidArgValue, joinList, outOfRange, quoteList } =
  require('internal/error_wording');

function requireOfModule(path, hasSyntax, parent = null, packageJSON = null) {
  const text = `require() of ES Module ${path}${parent ? ` from ${parent}` : ''} not supported.`;
  if (packageJSON === null) {
    if (!path.endsWith('.mjs')) return text;
    return `${text}\nInstead change the require of ${path} to a dynamic import() which is available in all CommonJS ` +
      'modules.';
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (hasSyntax) {
    return `${text}\nInstead change the require of ${name} in ${parent} to a dynamic import() which is available in ` +
      'all CommonJS modules.';
  }
  return `${text}\n${name} is treated as an ES module file as it is a .js file whose nearest parent package.json ` +
    'contains "type": "module" which declares all .js files in that package scope as ES modules.\n' +
    `Instead either rename ${name} to end in .cjs, change the requiring code to use dynamic import() which is ` +
    `available in all CommonJS modules, or change "type": "module" to "type": "commonjs" in ${packageJSON} to treat ` +
    'all .js files as CommonJS (using .mjs for all ES modules instead).\n';
}

function workerPath(path) {
  let hint = '';
  if (path.startsWith('file://')) hint = ' Wrap file:// URLs with `new URL`.';
  else if (path.startsWith('data:text/javascript')) hint = ' Wrap data: URLs with `new URL`.';
  return 'The worker script or module filename must be an absolute path or a relative path starting with ' +
    `'./' or '../'.${hint} Received "${path}"`;
}

const table = {
  __proto__: null,
  ERR_AMBIGUOUS_ARGUMENT: [TypeError, (name, text) => `The "${name}" argument is ambiguous. ${text}`],
  ERR_ARG_NOT_ITERABLE: [TypeError, (name) => `${name} must be iterable`],
  ERR_ASSERTION: [Error, (text) => text],
  ERR_ASYNC_CALLBACK: [TypeError, (name) => `${name} must be a function`],
  ERR_ASYNC_TYPE: [TypeError, (type) => `Invalid name for async "type": ${type}`],
  ERR_BROTLI_INVALID_PARAM: [RangeError, (name) => `${name} is not a valid Brotli parameter`],
  ERR_BUFFER_OUT_OF_BOUNDS: [RangeError, (name) => (
    name ? `"${name}" is outside of buffer bounds` : 'Attempt to access memory outside buffer bounds'
  )],
  ERR_BUFFER_TOO_LARGE: [RangeError, (limit) => `Cannot create a Buffer larger than ${limit} bytes`],
  ERR_CONSOLE_WRITABLE_STREAM: [TypeError, (name) => `Console expects a writable stream instance for ${name}`],
  ERR_CONTEXT_NOT_INITIALIZED: [Error, 'context used is not initialized'],
  ERR_CRYPTO_HASH_FINALIZED: [Error, 'Digest already called'],
  ERR_CRYPTO_HASH_UPDATE_FAILED: [Error, 'Hash update failed'],
  ERR_CRYPTO_INVALID_DIGEST: [TypeError, (name) => `Invalid digest: ${name}`],
  ERR_CRYPTO_PBKDF2_ERROR: [Error, 'PBKDF2 error'],
  ERR_CRYPTO_SCRYPT_INVALID_PARAMETER: [Error, 'Invalid scrypt parameter'],
  ERR_DIR_CLOSED: [Error, 'Directory handle was closed'],
  ERR_DIR_CONCURRENT_OPERATION: [
    Error, 'Cannot do synchronous work on directory handle with concurrent asynchronous operations',
  ],
  ERR_ENCODING_INVALID_ENCODED_DATA: [TypeError, (name) => `The encoded data was not valid for encoding ${name}`],
  ERR_ENCODING_NOT_SUPPORTED: [RangeError, (name) => `The "${name}" encoding is not supported`],
  ERR_EVENT_RECURSION: [Error, (type) => `The event "${type}" is already being dispatched`],
  ERR_FALSY_VALUE_REJECTION: [Error, 'Promise was rejected with falsy value'],
  ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: [TypeError, (name) => (
    `The feature ${name} is unavailable on the current platform, which is being used to run Node.js`
  )],
  ERR_FS_EISDIR: [Error, (path) => `Path is a directory: rm returned EISDIR (is a directory) ${path}`],
  ERR_FS_FILE_TOO_LARGE: [RangeError, (size) => `File size (${size}) is greater than 2 GiB`],
  ERR_FS_INVALID_SYMLINK_TYPE: [Error, (type) => (
    `Symlink type must be one of "dir", "file", or "junction". Received "${type}"`
  )],
  ERR_ILLEGAL_CONSTRUCTOR: [TypeError, 'Illegal constructor'],
  ERR_IMPORT_ASSERTION_TYPE_FAILED: [TypeError, (url, type) => `Module "${url}" is not of type "${type}"`],
  ERR_IMPORT_ASSERTION_TYPE_MISSING: [TypeError, (url, type) => (
    `Module "${url}" needs an import attribute of type "${type}"`
  )],
  ERR_IMPORT_ATTRIBUTE_UNSUPPORTED: [TypeError, (key, value) => (
    `Import attribute "${key}" with value "${value}" is not supported`
  )],
  ERR_INCOMPATIBLE_OPTION_PAIR: [TypeError, (first, second) => (
    `Option "${first}" cannot be used in combination with option "${second}"`
  )],
  ERR_INTERNAL_ASSERTION: [Error, (text) => (text === undefined ? 'Internal assertion failed' : `${text}`)],
  ERR_INVALID_ARG_TYPE: [TypeError, invalidArgType],
  ERR_INVALID_ARG_VALUE: [TypeError, invalidArgValue],
  ERR_INVALID_ASYNC_ID: [RangeError, (type, value) => `Invalid ${type} value: ${value}`],
  ERR_INVALID_BUFFER_SIZE: [RangeError, (bits) => `Buffer size must be a multiple of ${bits}`],
  // Removed from Node 18 on in favour of ERR_INVALID_ARG_TYPE, but still thrown by libraries that imitate it.
  ERR_INVALID_CALLBACK: [TypeError, (value) => (
    `Callback must be a function. Received ${require('internal/inspect').inspect(value)}`
  )],
  ERR_INVALID_CHAR: [TypeError, (name, field) => (
    field === undefined ? `Invalid character in ${name}` : `Invalid character in ${name} ["${field}"]`
  )],
  ERR_INVALID_CURSOR_POS: [TypeError, 'Cannot set cursor row without setting its column'],
  ERR_INVALID_FD: [RangeError, (fd) => `"fd" must be a positive integer: ${fd}`],
  ERR_INVALID_FILE_URL_HOST: [TypeError, (platform) => `File URL host must be "localhost" or empty on ${platform}`],
  ERR_INVALID_FILE_URL_PATH: [TypeError, (problem) => `File URL path ${problem}`],
  ERR_INVALID_MODULE_SPECIFIER: [TypeError, (specifier, reason, base) => (
    `Invalid module "${specifier}" ${reason}${base ? ` imported from ${base}` : ''}`
  )],
  ERR_INVALID_PACKAGE_CONFIG: [Error, (path, base, text) => (
    `Invalid package config ${path}${base ? ` while importing ${base}` : ''}${text ? `. ${text}` : ''}`
  )],
  ERR_INVALID_RETURN_PROPERTY: [TypeError, (input, name, property, value) => (
    `Expected a valid ${input} to be returned for the "${property}" from the "${name}" hook ` +
    `but got ${describeReceived(value)}.`
  )],
  ERR_INVALID_RETURN_PROPERTY_VALUE: [TypeError, (input, name, property, value) => (
    `Expected ${input} to be returned for the "${property}" from the "${name}" hook but got ${describeReceived(value)}.`
  )],
  ERR_INVALID_RETURN_VALUE: [TypeError, (input, name, value) => (
    `Expected ${input} to be returned from the "${name}" function but got ${describeReceived(value)}.`
  )],
  ERR_INVALID_STATE: [Error, (text) => `Invalid state: ${text}`],
  ERR_INVALID_THIS: [TypeError, (type) => (
    // The class of web errors words this one without "type".
    type === 'DOMException' ? 'Value of "this" must be of DOMException' : `Value of "this" must be of type ${type}`
  )],
  ERR_INVALID_TUPLE: [TypeError, (name, form) => `${name} must be an iterable ${form} tuple`],
  ERR_INVALID_URI: [URIError, 'URI malformed'],
  ERR_INVALID_URL: [TypeError, 'Invalid URL'],
  ERR_INVALID_URL_SCHEME: [TypeError, (expected) => {
    const schemes = typeof expected === 'string' ? [expected] : expected;
    return schemes.length > 1 ?
      `The URL must be one of scheme ${schemes[0]} or ${schemes[1]}` :
      `The URL must be of scheme ${schemes[0]}`;
  }],
  ERR_METHOD_NOT_IMPLEMENTED: [Error, (name) => `The ${name} method is not implemented`],
  ERR_MISSING_ARGS: [TypeError, (...names) => {
    const quoted = names.map(quoteList);
    return `The ${joinList(quoted, 'and')} argument${names.length > 1 ? 's' : ''} must be specified`;
  }],
  ERR_MISSING_OPTION: [TypeError, (name) => `${name} is required`],
  ERR_MODULE_NOT_FOUND: [Error, (path, base, exact) => (
    `Cannot find ${exact ? 'module' : 'package'} '${path}' imported from ${base}`
  )],
  ERR_MULTIPLE_CALLBACK: [Error, 'Callback called multiple times'],
  ERR_NO_CRYPTO: [Error, 'Node.js is not compiled with OpenSSL crypto support'],
  ERR_OPERATION_FAILED: [Error, (text) => `Operation failed: ${text}`],
  ERR_OUT_OF_RANGE: [RangeError, outOfRange],
  ERR_PACKAGE_IMPORT_NOT_DEFINED: [TypeError, (specifier, folder, base) => (
    `Package import specifier "${specifier}" is not defined` +
    `${folder ? ` in package ${folder}package.json` : ''} imported from ${base}`
  )],
  ERR_PACKAGE_PATH_NOT_EXPORTED: [Error, (folder, subpath, base) => {
    const importer = base ? ` imported from ${base}` : '';
    if (subpath === '.') return `No "exports" main defined in ${folder}package.json${importer}`;
    return `Package subpath '${subpath}' is not defined by "exports" in ${folder}package.json${importer}`;
  }],
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: [TypeError, (text) => text],
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: [TypeError, (argument) => (
    `Unexpected argument '${argument}'. This command does not take positional arguments`
  )],
  ERR_PARSE_ARGS_UNKNOWN_OPTION: [TypeError, (option, allowPositionals) => (
    `Unknown option '${option}'${allowPositionals ?
      ". To specify a positional argument starting with a '-', place it at the end of the command after '--', as in " +
      `'-- ${JSON.stringify(option)}` :
      ''}`
  )],
  ERR_PERFORMANCE_INVALID_TIMESTAMP: [TypeError, (time) => `${time} is not a valid timestamp`],
  ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: [TypeError, (text) => text],
  ERR_REQUIRE_CYCLE_MODULE: [Error, (text) => text],
  ERR_REQUIRE_ESM: [Error, requireOfModule],
  ERR_SCRIPT_EXECUTION_INTERRUPTED: [Error, 'Script execution was interrupted by `SIGINT`'],
  ERR_SOCKET_BAD_PORT: [RangeError, (name, port, allowZero = true) => (
    `${name} should be ${allowZero ? '>=' : '>'} 0 and < 65536. Received ${describeReceived(port)}.`
  )],
  ERR_STREAM_ALREADY_FINISHED: [Error, (name) => `Cannot call ${name} after a stream was finished`],
  ERR_STREAM_CANNOT_PIPE: [Error, 'Cannot pipe, not readable'],
  ERR_STREAM_DESTROYED: [Error, (name) => `Cannot call ${name} after a stream was destroyed`],
  ERR_STREAM_NULL_VALUES: [TypeError, 'May not write null values to stream'],
  ERR_STREAM_PREMATURE_CLOSE: [Error, 'Premature close'],
  ERR_STREAM_PUSH_AFTER_EOF: [Error, 'stream.push() after EOF'],
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: [Error, 'stream.unshift() after end event'],
  ERR_STREAM_WRITE_AFTER_END: [Error, 'write after end'],
  ERR_STRING_TOO_LONG: [Error, (limit) => `Cannot create a string longer than 0x${limit.toString(16)} characters`],
  ERR_UNAVAILABLE_DURING_EXIT: [Error, 'Cannot call function in process exit handler'],
  ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET: [
    Error, '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active',
  ],
  ERR_UNHANDLED_ERROR: [Error, (text) => (text === undefined ? 'Unhandled error.' : `Unhandled error. (${text})`)],
  ERR_UNKNOWN_BUILTIN_MODULE: [Error, (id) => `No such built-in module: ${id}`],
  ERR_UNKNOWN_ENCODING: [TypeError, (name) => `Unknown encoding: ${name}`],
  ERR_UNKNOWN_FILE_EXTENSION: [TypeError, (extension, path) => `Unknown file extension "${extension}" for ${path}`],
  ERR_UNKNOWN_MODULE_FORMAT: [RangeError, (format, url) => `Unknown module format: ${format} for URL ${url}`],
  ERR_UNKNOWN_SIGNAL: [TypeError, (signal) => `Unknown signal: ${signal}`],
  ERR_UNSUPPORTED_DIR_IMPORT: [Error, (path, base) => (
    `Directory import '${path}' is not supported resolving ES modules imported from ${base}`
  )],
  ERR_UNSUPPORTED_ESM_URL_SCHEME: [Error, (url, schemes) => (
    `Only URLs with a scheme in: ${joinList([...schemes], 'and')} are supported by the default ESM loader. ` +
    `Received protocol '${url.protocol}'`
  )],
  ERR_UNSUPPORTED_RESOLVE_REQUEST: [TypeError, (specifier, base) => (
    `Failed to resolve module specifier "${specifier}" from "${base}": Invalid relative URL or base scheme is not ` +
    'hierarchical.'
  )],
  ERR_USE_AFTER_CLOSE: [Error, (name) => `${name} was closed`],
  ERR_VALID_PERFORMANCE_ENTRY_TYPE: [Error, 'At least one valid performance entry type is required'],
  ERR_WORKER_INIT_FAILED: [Error, (text) => `Worker initialization failure: ${text}`],
  ERR_WORKER_INVALID_EXEC_ARGV: [Error, (flags, text = 'invalid execArgv flags') => (
    `Initiated Worker with ${text}: ${[...flags].join(', ')}`
  )],
  ERR_WORKER_NOT_RUNNING: [Error, 'Worker instance not running'],
  ERR_WORKER_OUT_OF_MEMORY: [Error, (text) => `Worker terminated due to reaching memory limit: ${text}`],
  ERR_WORKER_PATH: [TypeError, workerPath],
  ERR_WORKER_UNSERIALIZABLE_ERROR: [Error, 'Serializing an uncaught exception failed'],
  ERR_WORKER_UNSUPPORTED_OPERATION: [TypeError, (name) => `${name} is not supported in workers`],
  MODULE_NOT_FOUND: [Error, (request, requireStack = []) => {
    const trail = requireStack.length > 0 ? `\nRequire stack:\n- ${requireStack.join('\n- ')}` : '';
    return `Cannot find module '${request}'${trail}`;
  }],
};

function entryOf(key) {
  const entry = table[key];
  if (entry === undefined) throw new TypeError(`Unknown error code ${key}`);
  return entry;
}

function baseOf(key) {
  return entryOf(key)[0];
}

function messageOf(key, args) {
  const { 1: wording } = entryOf(key);
  return typeof wording === 'string' ? wording : Reflect.apply(wording, undefined, args);
}

// Properties that a few codes carry besides `code`; `args` are the constructor's.
function finish(error, key, args) {
  switch (key) {
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      error.errno = args[1];
      break;
    case 'ERR_FALSY_VALUE_REJECTION':
      error.reason = args[0];
      break;
    case 'ERR_FS_EISDIR':
      require('internal/system_errors').describeSystemError(error, key, {
        code: 'EISDIR', message: 'is a directory', path: args[0], syscall: 'rm', errno: 21,
      });
      break;
    case 'ERR_INVALID_URL':
      error.input = args[0];
      if (args[1] != null) error.base = args[1];
      break;
    case 'ERR_MODULE_NOT_FOUND':
      if (args[2] && typeof args[2] !== 'boolean') error.url = `${args[2]}`;
      break;
    case 'ERR_UNSUPPORTED_DIR_IMPORT':
      if (args[2]) error.url = args[2];
      break;
    case 'MODULE_NOT_FOUND':
      // The CommonJS loader makes a plain Error: no code in the header, and its own list of requiring files.
      delete error.toString;
      require('internal/errors').defineStack(error, `Error: ${error.message}`);
      error.requireStack = args[1] ?? [];
      break;
    default:
  }
}

module.exports = {
  baseOf,
  finish,
  isKnownCode: (key) => key in table || key === 'ERR_UNHANDLED_REJECTION',
  knownCodes: () => [...Object.keys(table), 'ERR_UNHANDLED_REJECTION'],
  messageOf,
};
