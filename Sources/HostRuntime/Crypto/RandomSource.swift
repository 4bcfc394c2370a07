// SPDX-License-Identifier: MIT
internal import CCrypto
internal import Scheduling

/// Where a program's random bytes come from.
enum RandomSource {
    /// From the system, by way of OpenSSL.
    case system
    /// From the run's seed, in virtual time: a run can then be repeated byte for byte.
    case seeded(SplitMix64)

    /// Makes the source for a thread of a program.
    init(_ clock: ClockKind, seed: UInt64, thread: Int) {
        guard clock == .virtual else {
            self = .system
            return
        }
        // Each thread has numbers of its own, and none of them those that decide orders.
        var numbers = SplitMix64(seed: seed ^ 0x6279_7465_7300_0000)
        var ownSeed = numbers.next()
        for _ in 0..<thread { ownSeed = numbers.next() }
        self = .seeded(SplitMix64(seed: ownSeed))
    }

    /// Fills bytes; false when the system has none to give, or the program has to end meanwhile.
    mutating func fill(_ bytes: UnsafeMutableRawBufferPointer, isStopped: () -> Bool) -> Bool {
        var start = 0
        while start < bytes.count {
            // Before the first part nothing may be collected: the bytes of a small array would move.
            if start > 0 && isStopped() { return false }
            let end = min(start + Self.longestPart, bytes.count)
            guard fill(UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end])) else { return false }
            start = end
        }
        return true
    }

    // A multiple of a word, so that the parts together are what the whole would be.
    private static let longestPart = 16 << 20

    private mutating func fill(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
        guard case .seeded(var generator) = self else { return Self.fillFromSystem(bytes) }
        let words = bytes.count / 8
        for index in 0..<words {
            bytes.storeBytes(of: generator.next().littleEndian, toByteOffset: index * 8, as: UInt64.self)
        }
        if words * 8 < bytes.count {
            withUnsafeBytes(of: generator.next().littleEndian) { word in
                let rest = bytes[(words * 8)...]
                UnsafeMutableRawBufferPointer(rebasing: rest).copyBytes(from: word.prefix(rest.count))
            }
        }
        self = .seeded(generator)
        return true
    }

    /// Fills bytes from the system, on any thread.
    static func fillFromSystem(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
        var rest = bytes.assumingMemoryBound(to: UInt8.self)[...]
        while !rest.isEmpty {
            // It counts with 32 bits.
            let part = rest.prefix(1 << 30)
            guard RAND_bytes(UnsafeMutableBufferPointer(rebasing: part).baseAddress, Int32(part.count)) == 1 else {
                LibraryFailure.clear()
                return false
            }
            rest = rest.dropFirst(part.count)
        }
        return true
    }
}
