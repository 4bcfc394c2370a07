// SPDX-License-Identifier: MIT
import EngineTesting
import HostRuntime
import Scheduling

/// What came of a program that ran in this process.
struct ProgramRun: Equatable, Sendable {
    var ending: RunEnding
    var output: String
    var error: String

    /// Runs a program on a runtime of its own, on the engine thread.
    ///
    /// `begin` is called when the runtime stands, before the program runs.
    static func of(
        _ entry: Entry, profile: LoopProfile = .node, clock: ClockKind = .virtual, seed: UInt64 = 0,
        heapBytes: Int = MemoryGauge.defaultLimit,
        begin: @Sendable (Runtime, CapturedOutput) -> Void = { _, _ in }
    ) async throws -> ProgramRun {
        let prepare: @Sendable (inout RuntimeOptions) -> Void = { options in
            options.profile = profile
            options.clock = clock
            options.seed = seed
            options.heapBytes = heapBytes
            if case .file(let path, _) = entry { options.arguments.append(path) }
        }
        return try await withRuntime(prepare) { runtime, output in
            begin(runtime, output)
            let ending = runtime.run(entry)
            return ProgramRun(ending: ending, output: output.outputText, error: output.errorText)
        }
    }

    /// Runs source text.
    static func of(
        _ text: String, clock: ClockKind = .virtual, seed: UInt64 = 0, heapBytes: Int = MemoryGauge.defaultLimit,
        begin: @Sendable (Runtime, CapturedOutput) -> Void = { _, _ in }
    ) async throws -> ProgramRun {
        try await of(.text(text, name: "[eval]"), clock: clock, seed: seed, heapBytes: heapBytes, begin: begin)
    }
}

/// Runs a test's body with a runtime on the engine thread, and shuts it down.
func withRuntime<Result: Sendable>(
    _ prepare: @Sendable (inout RuntimeOptions) -> Void = { $0.clock = .virtual },
    _ body: @Sendable (Runtime, CapturedOutput) throws -> Result
) async throws -> Result {
    try await onEngineThread {
        let output = CapturedOutput()
        var options = RuntimeOptions(output: output, productVersion: "0.0.0")
        options.color = .never
        options.arguments = ["looplab"]
        prepare(&options)
        let runtime = try Runtime(options)
        defer { runtime.shutDown() }
        return try body(runtime, output)
    }
}
