// SPDX-License-Identifier: MIT
// A timer hands further arguments to its callback. There is no export: the function is found by its name.
function sleep(ms, value) {
  return new Promise((resolve) => setTimeout(resolve, ms, value))
}
