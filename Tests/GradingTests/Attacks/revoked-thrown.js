// SPDX-License-Identifier: MIT
// attack: throws a proxy that was revoked, where nobody catches it
// expects: fails

const { proxy, revoke } = Proxy.revocable([], {})
revoke()
exports.sleep = () => new Promise(() => setTimeout(() => { throw proxy }))
