// SPDX-License-Identifier: MIT
'use strict';

// The module `lab`: what lessons need instead of a network, other services and a machine that measures. Docs/lab.md.

const time = require('lab/time');
const random = require('lab/random');
const network = require('lab/network');

/** Forgets all routes and requests, and begins the run's own sequence of chance again. */
function reset() {
  network.reset();
  random.reseed();
}

module.exports = {
  busy: time.busy,
  calls: network.calls,
  cluster: require('lab/cluster').cluster,
  db: require('lab/db').db,
  delay: time.delay,
  fetch: require('lab/fetch').fetch,
  load: require('lab/load').load,
  mailer: require('lab/mailer').mailer,
  queue: require('lab/queue').queue,
  random: random.random,
  reset,
  route: network.route,
  routes: network.declareRoutes,
  seed: random.seed,
  serve: require('lab/serve').serve,
  server: require('lab/server').server,
  stats: network.stats,
  topic: require('lab/topic').topic,
};
