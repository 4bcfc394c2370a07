// SPDX-License-Identifier: MIT
// attack: fulfils a promise with a proxy that was revoked
// expects: fails

const { proxy, revoke } = Proxy.revocable([], {})
revoke()
exports.sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms, proxy))
