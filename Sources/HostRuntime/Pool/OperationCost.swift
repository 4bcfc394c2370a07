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

    /// How many KiB are begun by so many bytes.
    static func kibibytes(_ bytes: Int) -> UInt64 {
        UInt64(max(bytes, 0) + 1023) / 1024
    }
}
