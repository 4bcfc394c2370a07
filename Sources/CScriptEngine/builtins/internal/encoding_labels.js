// SPDX-License-Identifier: MIT
'use strict';

// Labels of the Encoding Standard for the encodings at hand, most common first.
const labels = {
  'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'unicode11utf8', 'unicode20utf8', 'x-unicode20utf8'],
  'utf-16le': ['utf-16le', 'utf-16', 'ucs-2', 'csunicode', 'iso-10646-ucs-2', 'unicode', 'unicodefeff'],
  'utf-16be': ['utf-16be', 'unicodefffe'],
  'windows-1252': [
    'windows-1252', 'latin1', 'ascii', 'us-ascii', 'iso-8859-1', 'l1', 'cp1252', 'x-cp1252', 'ansi_x3.4-1968', 'cp819',
    'csisolatin1', 'ibm819', 'iso-ir-100', 'iso8859-1', 'iso88591', 'iso_8859-1', 'iso_8859-1:1987',
  ],
};

/** The encoding that a label names, undefined when there is none. */
function encodingFromLabel(label) {
  const wanted = label.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '').toLowerCase();
  return Object.keys(labels).find((encoding) => labels[encoding].includes(wanted));
}

module.exports = { encodingFromLabel };
