// SPDX-License-Identifier: MIT
// attack: exports a function that was revoked
// expects: fails

const { proxy, revoke } = Proxy.revocable(() => {}, {})
revoke()
exports.sleep = proxy
