// SPDX-License-Identifier: MIT
// attack: calls itself without end
// expects: stopped runaway-recursion

exports.sleep = function again() { return again() }
