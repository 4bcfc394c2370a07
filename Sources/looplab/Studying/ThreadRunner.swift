// SPDX-License-Identifier: MIT
internal import Grading
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// Runs a program on a thread of its own each time.
///
/// A thread has one runtime at a time, and that of a prompt's thread is the session's.
struct ThreadRunner: ProgramRunner, Sendable {
    /// The program.
    let start: ProgramStart
    /// Real time in nanoseconds after which a run is stopped.
    var timeout: UInt64 = 2_000_000_000

    func record(_ request: RunRequest) throws(PredictionError) -> RecordedRun {
        let result: Result<RecordedRun, PredictionError>
        do throws(SchedulingError) {
            result = try SystemThread.result(stackBytes: Self.stackBytes) { [self] in recordHere(request) }
        } catch {
            throw .runtime(.noDescriptor(error))
        }
        return try result.get()
    }

    private func recordHere(_ request: RunRequest) -> Result<RecordedRun, PredictionError> {
        var runner = EngineRunner(start.entry, name: start.name, start.runtimeOptions())
        runner.timeout = timeout
        do throws(PredictionError) {
            return .success(try runner.record(request))
        } catch {
            return .failure(error)
        }
    }

    // What Linux gives a main thread, so that recursion goes as deep.
    private static let stackBytes = 8 << 20
}
