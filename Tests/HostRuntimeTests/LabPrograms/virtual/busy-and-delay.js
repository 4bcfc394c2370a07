// SPDX-License-Identifier: MIT
'use strict';
// busy() passes time in which nothing else runs; delay() ends at its exact instant, fractions included.
const lab = require('lab');

const at = (label) => console.log(label, performance.now());

setTimeout(() => at('timer for 10'), 10);
lab.delay(2.5).then(() => at('delay of 2.5'));
lab.delay(2.25, 'early').then((value) => at(value));
lab.busy(1.5);
at('busy over');
lab.delay(20).then(() => {
  at('delay of 20');
  setTimeout(() => at('timer for 5'), 5);
  lab.busy(30);
  at('blocked for 30');
});
