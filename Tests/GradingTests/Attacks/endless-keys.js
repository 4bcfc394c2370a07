// SPDX-License-Identifier: MIT
// attack: is a proxy that never tells its keys
// expects: stopped synchronous-loop

const endless = new Proxy({}, { ownKeys() { for (;;); }, get() { for (;;); } })
module.exports = endless
