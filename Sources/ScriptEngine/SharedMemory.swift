// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// An element of a shared typed array, named by its address, which is the same on all threads.
public struct SharedElement: Hashable, Sendable {
    /// Where it is.
    public let address: UInt
    /// 4 or 8 bytes.
    public let size: Int

    /// The element with an index in a typed array argument over shared memory; nil for any other argument.
    public init?(_ arguments: Arguments, at argument: Int, index: Int, size: Int) {
        let found = arguments.withBytes(argument) { bytes -> UInt? in
            (index + 1) * size <= bytes.count ? UInt(bitPattern: bytes.baseAddress) + UInt(index * size) : nil
        }
        guard case .some(.some(let address)) = found else { return nil }
        self.address = address
        self.size = size
    }

    /// What it holds now (ECMA-262 section 25.4.3.10, AtomicLoadInSharedMemory).
    public func load() -> Int64 {
        lls_shared_load(address, UInt32(size))
    }
}
