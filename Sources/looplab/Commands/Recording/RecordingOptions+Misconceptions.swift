// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Tracing

/// Asks what somebody believes who predicted another output.
extension RecordingOptions {
    /// The misconceptions under which the program prints the predicted lines, the narrowest first.
    ///
    /// `correct` is the run that `record(_:name:level:)` gave for the same program. The program is run again under each
    /// wrong set of rules.
    func misconceptions(
        predicting lines: [String], insteadOf correct: RecordedRun, _ entry: Entry, name: String
    ) throws(CommandError) -> [Misconception] {
        try EngineStart.startEngine()
        do throws(RuntimeError) {
            return try ProgramRecording.misconceptions(
                predicting: lines, insteadOf: correct, entry, name: name, runtimeOptions(),
                signals: Self.signals)
        } catch {
            throw .runtime(error)
        }
    }
}
