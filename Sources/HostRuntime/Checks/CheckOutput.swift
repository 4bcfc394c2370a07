// SPDX-License-Identifier: MIT

/// What a submission prints while it is checked: kept, up to a limit, and shown to nobody.
final class CheckOutput: ProgramOutput {
    /// How many bytes of it a result keeps.
    static let keptBytes = 4_096

    /// How many bytes the submission may print.
    var limit = CheckBudgets().outputBytes
    /// Called when it prints more.
    var onFlood: () -> Void = {}

    private var bytes: [UInt8] = []

    /// What was printed, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what was printed.
    func clear() { bytes = [] }

    /// The beginning of what was printed, as text.
    var keptText: String { String(decoding: bytes.prefix(Self.keptBytes), as: UTF8.self) }

    func write(_ added: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 {
        guard bytes.count + added.count <= limit else {
            onFlood()
            return 0
        }
        bytes.append(contentsOf: added)
        return 0
    }

    func flush() -> Int32 { 0 }
}
