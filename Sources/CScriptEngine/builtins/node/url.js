// SPDX-License-Identifier: MIT
'use strict';

const { URL, URLSearchParams, fileURLToPath, pathToFileURL } = require('internal/url');

function legacy() {
  return require('internal/url_legacy');
}

function hostOfDomain(count, domain) {
  if (count === 0) throw new (require('internal/errors').codes.ERR_MISSING_ARGS)('domain');
  return URL.parse(`ws://${domain}`)?.hostname ?? '';
}

module.exports = {
  get Url() {
    return legacy().Url;
  },

  /** The parts of a URL or relative reference, by the rules from before the URL Standard. */
  parse(url, parseQueryString, slashesDenoteHost) {
    return legacy().parse(url, parseQueryString, slashesDenoteHost);
  },

  /** The URL that a reference leads to from a base. */
  resolve(source, relative) {
    return legacy().resolveObject(source, relative).href;
  },

  /** As `resolve`, in parts. */
  resolveObject(source, relative) {
    return source ? legacy().resolveObject(source, relative) : relative;
  },

  /** The text of a URL object, standard or legacy. */
  format(urlObject, options) {
    return legacy().format(urlObject, options);
  },

  URL,
  URLSearchParams,

  /** The ASCII form of a domain, '' when it is not valid. */
  domainToASCII(domain) {
    return hostOfDomain(arguments.length, domain);
  },

  /** The Unicode form of a domain, '' when it is not valid. */
  domainToUnicode(domain) {
    return require('internal/url_domain').domainToUnicode(hostOfDomain(arguments.length, domain));
  },

  pathToFileURL,
  fileURLToPath,

  /** The options of an HTTP request for a URL object. */
  urlToHttpOptions(url) {
    return require('internal/url_file').urlToHttpOptions(url);
  },
};
