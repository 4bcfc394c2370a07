// SPDX-License-Identifier: MIT
// attack: exports a proxy that was revoked
// expects: fails

const { proxy, revoke } = Proxy.revocable([], {})
revoke()
module.exports = proxy
