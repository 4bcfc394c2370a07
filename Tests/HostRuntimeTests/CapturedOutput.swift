// SPDX-License-Identifier: MIT
import Glibc
import HostRuntime

/// An output that keeps what a program writes, and may fail.
final class CapturedOutput: ProgramOutput {
    private(set) var output: [UInt8] = []
    private(set) var error: [UInt8] = []
    /// Is called after each write with all of the standard output so far.
    var onWrite: (String) -> Void = { _ in }
    /// The system's error for a write, by the text that would be written; 0 lets it pass.
    var failure: (String) -> Int32 = { _ in 0 }
    /// The system's error for the last flush.
    var flushFailure: Int32 = 0

    func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 {
        let number = failure(String(decoding: bytes, as: UTF8.self))
        if number != 0 { return number }
        if stream == .output { output += bytes } else { error += bytes }
        onWrite(outputText)
        return 0
    }

    func flush() -> Int32 {
        flushFailure
    }

    var outputText: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: error, as: UTF8.self) }
}
