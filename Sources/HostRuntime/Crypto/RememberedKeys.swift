// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// Keys that were derived in this process, for runs on the virtual clock.
///
/// There a program is run again and again to find its legal orders, and its time is declared, not measured: only the
/// first run needs to do the slow work. May be used from any thread.
enum RememberedKeys {
    /// What decides a key.
    private struct Question: Hashable {
        let derivation: KeyDerivation
        let password: [UInt8]
        let salt: [UInt8]
        let count: Int
    }

    private static let known = Guarded<[Question: [UInt8]]>([:])
    private static let limit = 256
    private static let longest = 4 << 10

    /// Fills `key` with what was derived before, or derives it; false when OpenSSL refuses.
    static func derive(_ derivation: KeyDerivation, _ key: ByteBlock, password: ByteBlock, salt: ByteBlock) -> Bool {
        guard max(key.count, password.count, salt.count) <= longest else {
            return derivation.derive(key, password: password, salt: salt)
        }
        let question = Question(
            derivation: derivation, password: password.withBytes { Array($0) }, salt: salt.withBytes { Array($0) },
            count: key.count)
        if let bytes = known.withLock({ $0[question] }) {
            key.withBytes { $0.copyBytes(from: bytes) }
            return true
        }
        guard derivation.derive(key, password: password, salt: salt) else { return false }
        let bytes = key.withBytes { Array($0) }
        known.withLock { known in
            if known.count < limit { known[question] = bytes }
        }
        return true
    }
}
