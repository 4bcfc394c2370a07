// SPDX-License-Identifier: MIT
'use strict';

// The simulated network: the routes that are declared, and a record of every request.

const { PatternTable } = require('lab/patterns');
const { Route } = require('lab/route');
const { loopTime } = require('lab/time');
const { validateObject } = require('lab/options');
const { validateString } = require('internal/validators');

let routes = new PatternTable();
let records = [];
let inFlight = 0;
let maxInFlight = 0;
let failed = 0;

/** Declares what requests to a pattern get: options, or just a function that computes the body. */
function route(pattern, options = {}) {
  routes.set(pattern, new Route(pattern, options));
}

/** Declares several routes: patterns with the options of each. */
function declareRoutes(table) {
  validateObject(table, 'table');
  for (const pattern of Object.keys(table)) route(pattern, table[pattern]);
}

/** Forgets all routes and requests; what is still under way ends unrecorded. */
function reset() {
  routes = new PatternTable();
  records = [];
  inFlight = maxInFlight = failed = 0;
}

/** The requests made so far, oldest first; those of one route when its pattern is given. */
function calls(pattern = undefined) {
  if (pattern !== undefined) validateString(pattern, 'pattern');
  const found = [];
  for (let index = 0; index < records.length; index++) {
    if (pattern === undefined || records[index].route === pattern) found[found.length] = { ...records[index] };
  }
  return found;
}

/** How many requests were made and failed, and how many were under way at once. */
function stats() {
  return { calls: records.length, failed, inFlight, maxInFlight };
}

/** The route for an address, as `{ value, params }`; undefined when none is declared. */
function findRoute(method, address) {
  return routes.find(method, address.origin, address.pathname);
}

/** Says which routes there are, for an error. */
function describeRoutes() {
  const { names } = routes;
  if (names.length === 0) return "none is declared yet, lab.route('GET /path', { … }) declares one";
  const shown = names.slice(0, 12).map((name) => `'${name}'`).join(', ');
  return `declared: ${shown}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`;
}

/** Begins the record of a request; the function returned ends it. */
function beginRecord(method, url, route) {
  const record = { method, url, route, start: loopTime(), end: undefined, outcome: 'pending', status: undefined };
  const list = records;
  list[list.length] = record;
  if (++inFlight > maxInFlight) maxInFlight = inFlight;
  return (outcome, status) => {
    if (record.end !== undefined) return;
    record.end = loopTime();
    record.outcome = outcome;
    record.status = status;
    if (list !== records) return;
    inFlight--;
    if (outcome !== 'ok') failed++;
  };
}

module.exports = { beginRecord, calls, declareRoutes, describeRoutes, findRoute, reset, route, stats };
