// SPDX-License-Identifier: MIT

/// What an operation takes of virtual time, wherever it runs.
///
/// The figures are of the order that Node needs on an ordinary machine, rounded so that results are easy to follow. In
/// real time an operation takes what it takes.
struct OperationCost: Sendable {
    /// How long it takes.
    let nanoseconds: UInt64

    /// A file operation that moves so many bytes: 100 µs and 1 µs for each KiB begun.
    static func file(bytes: Int = 0) -> OperationCost {
        OperationCost(nanoseconds: 100_000 + kibibytes(bytes) * 1_000)
    }

    /// From `new Worker` to its first line: 10 ms.
    static let workerStart = OperationCost(nanoseconds: 10_000_000)

    /// Hashing so many bytes, or making them at random: 10 µs and 2 ns for each.
    static func hashing(bytes: Int) -> OperationCost {
        OperationCost(nanoseconds: 10_000 + moving(bytes: bytes).nanoseconds)
    }

    /// Working through so many bytes once: 2 ns for each.
    static func moving(bytes: Int) -> OperationCost {
        OperationCost(nanoseconds: UInt64(max(bytes, 0)) * 2)
    }

    /// PBKDF2: 1.25 µs for each iteration of each part of the key that is as long as the digest.
    static func pbkdf2(iterations: Int, keyBytes: Int, digestBytes: Int) -> OperationCost {
        let parts = (keyBytes + digestBytes - 1) / max(digestBytes, 1)
        return OperationCost(product: [1_250, UInt64(iterations), UInt64(max(parts, 0))])
    }

    /// scrypt: 400 ns for each N · r · p.
    static func scrypt(_ parameters: ScryptParameters) -> OperationCost {
        OperationCost(product: [400, parameters.cost, parameters.blockSize, parameters.parallelization])
    }

    /// Compressing so many bytes, 20 µs for each KiB begun, or taking up as many compressed ones, 5 µs; and 50 µs.
    static func zlib(bytes: Int, compresses: Bool) -> OperationCost {
        OperationCost(nanoseconds: 50_000 + kibibytes(bytes) * (compresses ? 20_000 : 5_000))
    }

    /// A product, or what no clock reaches when it has too many bits.
    private init(product factors: [UInt64]) {
        var product: UInt64 = 1
        for factor in factors {
            let (value, overflow) = product.multipliedReportingOverflow(by: factor)
            product = overflow ? .max / 2 : value
        }
        self.init(nanoseconds: min(product, .max / 2))
    }

    /// A layout of a page: 1 ms, and 10 µs for each element; in real time too, as there is no layout to do.
    static func layout(elements: Int) -> OperationCost {
        OperationCost(nanoseconds: 1_000_000 + UInt64(max(elements, 0)) * 10_000)
    }

    private init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    /// How many KiB are begun by so many bytes.
    static func kibibytes(_ bytes: Int) -> UInt64 {
        UInt64(max(bytes, 0) + 1023) / 1024
    }
}
