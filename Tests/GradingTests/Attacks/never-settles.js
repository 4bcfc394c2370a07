// SPDX-License-Identifier: MIT
// attack: promises and does not keep it
// expects: fails

exports.sleep = () => new Promise(() => {})
