// SPDX-License-Identifier: MIT
// Five million awaits, one promise job each. The bare driver has no console: it measures by itself.
const start = Date.now();

(async () => {
  for (let i = 0; i < 5e6; i++) await i;
  if (typeof console !== 'undefined') console.log(Date.now() - start);
})();
