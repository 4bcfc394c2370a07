// SPDX-License-Identifier: MIT
// attack: settles too early and hopes that nobody looks
// expects: fails

exports.sleep = async (ms, value) => value
