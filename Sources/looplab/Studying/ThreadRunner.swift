// SPDX-License-Identifier: MIT
internal import Grading
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// Runs a program of the person at the terminal on a thread of its own each time.
///
/// A thread has one runtime at a time, and that of a prompt's thread is the session's.
struct ThreadRunner: ProgramRunner, Sendable {
    /// What is run.
    let entry: Entry
    /// What records call it.
    let name: String
    /// The queues that it meets.
    let profile: LoopProfile
    /// What follows the program's own name in `process.argv`.
    var arguments: [String] = []
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
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: LoopLab.version)
        options.profile = profile
        options.clock = .virtual
        options.color = .never
        options.arguments = [SourceFile.programPath] + arguments
        var runner = EngineRunner(entry, name: name, options)
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
