// SPDX-License-Identifier: MIT
'use strict';

// What fetch rejects with when the network fails, as in Node: "TypeError: fetch failed", and why as its cause.

const { defineStack } = require('internal/errors');

/** The error of a request that got no answer. */
function fetchFailed(cause) {
  return new TypeError('fetch failed', { cause });
}

/** The cause when the connection breaks. */
function connectionReset() {
  const error = new Error('read ECONNRESET');
  error.errno = -104;
  error.code = 'ECONNRESET';
  error.syscall = 'read';
  return error;
}

// Named as those of undici, which is Node's fetch.
function timeoutError(name, code, message) {
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name, writable: true, enumerable: false, configurable: true });
  defineStack(error, `${name}: ${message}`);
  error.code = code;
  return error;
}

/** The cause when nobody accepts the connection for so many milliseconds. */
function connectTimeout(address, ms) {
  const port = address.port || (address.protocol === 'https:' ? 443 : 80);
  const text = `Connect Timeout Error (attempted address: ${address.hostname}:${port}, timeout: ${ms}ms)`;
  return timeoutError('ConnectTimeoutError', 'UND_ERR_CONNECT_TIMEOUT', text);
}

/** The cause when the server accepts the request and never answers. */
function headersTimeout() {
  return timeoutError('HeadersTimeoutError', 'UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error');
}

/** The cause when no route fits. */
function noRoute(method, address, declared) {
  const error = new Error(`no route for ${method} ${address.origin}${address.pathname}; ${declared}`);
  error.code = 'ERR_LAB_NO_ROUTE';
  return error;
}

const reasons = {
  __proto__: null,
  200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content', 206: 'Partial Content', 301: 'Moved Permanently',
  302: 'Found', 303: 'See Other', 304: 'Not Modified', 307: 'Temporary Redirect', 308: 'Permanent Redirect',
  400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found',
  405: 'Method Not Allowed', 406: 'Not Acceptable', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone',
  412: 'Precondition Failed', 413: 'Payload Too Large', 415: 'Unsupported Media Type', 418: "I'm a Teapot",
  422: 'Unprocessable Entity', 425: 'Too Early', 429: 'Too Many Requests', 500: 'Internal Server Error',
  501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
};

/** The reason phrase that servers send with a status. */
function reasonOf(status) {
  return reasons[status] ?? '';
}

module.exports = { connectTimeout, connectionReset, fetchFailed, headersTimeout, noRoute, reasonOf };
