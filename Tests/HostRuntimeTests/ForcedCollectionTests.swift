// SPDX-License-Identifier: MIT
import Foundation
import HostRuntime
import Scheduling
import ScriptEngine
import Testing

/// With a collection at every call between host and script, a value that the host forgot to root is gone at once.
@Suite struct ForcedCollectionTests {
    // Some of each area, spread over its programs. One that reads the clock in a loop would collect as often.
    private static let programs: [BehaviourProgram] = {
        let plain = BehaviourProgram.all.filter { program in
            guard let text = try? String(contentsOfFile: program.path, encoding: .utf8) else { return false }
            return !text.contains("now()")
        }
        return Dictionary(grouping: plain, by: \.area).values.flatMap { programs in
            let count = min(programs[0].area == "order" ? 16 : 2, programs.count)
            return (0..<count).map { programs[$0 * programs.count / count] }
        }
        .sorted { $0.name < $1.name }
    }()

    @Test(arguments: programs)
    func programsRunTheSame(_ program: BehaviourProgram) async throws {
        try await run(program, .node)
    }

    @Test(arguments: BehaviourProgram.all(below: "BrowserPrograms").filter { $0.area != "workers" })
    func pagesRunTheSame(_ program: BehaviourProgram) async throws {
        try await run(program, .browser)
    }

    private func run(_ program: BehaviourProgram, _ profile: LoopProfile) async throws {
        let run = try await ProgramRun.of(try Entry.file(at: program.path), profile: profile) { runtime, _ in
            runtime.context.setCollectsAtEveryCall(true)
        }
        let expected = try program.expectedOutput()
        if Array(run.output.utf8) != expected {
            Issue.record("\(differences(expected: expected, actual: Array(run.output.utf8)))\n\(run.error)")
        }
        #expect(run.ending == .exited(code: try program.expectedCode()))
    }
}
