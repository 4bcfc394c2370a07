// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import HostRuntime
import Scheduling
import Testing
import Tracing

/// A program of this directory that is recorded to be explained.
struct ExplainedProgram: Sendable, CustomTestStringConvertible {
    /// Every program below Programs/, LabPrograms/ and BrowserPrograms/.
    static let all: [ExplainedProgram] =
        BehaviourProgram.all.map { ExplainedProgram(testDescription: $0.name, path: $0.path, profile: .node) }
        + BehaviourProgram.all(below: "LabPrograms").map {
            ExplainedProgram(testDescription: "lab/\($0.name)", path: $0.path, profile: .node)
        }
        + BehaviourProgram.all(below: "BrowserPrograms").map {
            ExplainedProgram(testDescription: "browser/\($0.name)", path: $0.path, profile: .browser)
        }

    let testDescription: String
    let path: String
    let profile: LoopProfile

    /// Runs it on the engine thread, and gives what was recorded.
    func record(level: TraceLevel) async throws -> Trace {
        try await onEngineThread {
            var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
            options.profile = profile
            options.clock = .virtual
            options.color = .never
            options.arguments = ["looplab", path]
            let entry = try Entry.file(at: path)
            return try ProgramRecording.run(entry, name: testDescription, options, .init(level: level)).trace
        }
    }
}
