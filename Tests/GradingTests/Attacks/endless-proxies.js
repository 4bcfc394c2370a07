// SPDX-License-Identifier: MIT
// attack: is a proxy of a proxy of a proxy
// expects: stopped runaway-recursion

let proxy = {}
for (let count = 0; count < 20_000; count += 1) proxy = new Proxy(proxy, {})
module.exports = proxy
