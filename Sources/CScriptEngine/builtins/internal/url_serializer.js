// SPDX-License-Identifier: MIT
'use strict';

const { isSpecial, parse } = require('internal/url_parser');

/** The host of a URL record with its port, '' without a host. */
function hostAndPort(record) {
  if (record.host === null) return '';
  return record.port === null ? record.host : `${record.host}:${record.port}`;
}

function serializeAuthority(record) {
  // "/." keeps a path that starts with two slashes from being read as a host.
  if (record.host === null) return !record.opaque && record.path.startsWith('//') ? '/.' : '';
  let credentials = record.username;
  if (record.password !== '') credentials += `:${record.password}`;
  return `//${credentials === '' ? '' : `${credentials}@`}${hostAndPort(record)}`;
}

/** URL serializer of the URL Standard. */
function serialize(record) {
  const query = record.query === null ? '' : `?${record.query}`;
  const fragment = record.fragment === null ? '' : `#${record.fragment}`;
  return `${record.scheme}:${serializeAuthority(record)}${record.path}${query}${fragment}`;
}

/** The serialized origin of a URL record, 'null' for an opaque origin. */
function originOf(record) {
  if (record.scheme === 'blob') {
    const inner = parse(record.path, null);
    return inner !== null && (inner.scheme === 'http' || inner.scheme === 'https') ? originOf(inner) : 'null';
  }
  if (record.scheme === 'file' || !isSpecial(record.scheme)) return 'null';
  return `${record.scheme}://${hostAndPort(record)}`;
}

module.exports = { hostAndPort, originOf, serialize };
