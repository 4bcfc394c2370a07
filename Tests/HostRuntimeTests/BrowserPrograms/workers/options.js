// SPDX-License-Identifier: MIT
// HTML 10.2.6.3, the constructor's first steps: the options are read and an unknown type refused.
for (const args of [[], ['fixtures/echo.js', { type: 'other' }]]) {
  try {
    new Worker(...args);
  } catch (error) {
    console.log(error.name, error.message);
  }
}
