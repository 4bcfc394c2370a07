// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime

/// Program output at a prompt: it goes above the line that is being typed.
final class PromptOutput: ProgramOutput {
    /// Who keeps the line being typed, once there is a reader.
    weak var reader: (any LineReading)?
    private let descriptors = DescriptorOutput()

    func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 {
        guard let reader else { return descriptors.write(bytes, to: stream) }
        var failure: Int32 = 0
        reader.printAbove { failure = descriptors.write(bytes, to: stream) }
        return failure
    }

    func flush() -> Int32 {
        descriptors.flush()
    }

    /// Writes text of the prompt itself.
    func print(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(UnsafeRawBufferPointer($0), to: .output) }
    }
}

@available(*, unavailable)
extension PromptOutput: Sendable {}
