// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Every program of BrowserPrograms/ prints what the standard says that a page prints.
///
/// There is no browser to record them with: each program names the section and the step that decide its output, and
/// what it must print is written by hand. A program whose times or orders real time cannot promise says so in its
/// header with `clock: virtual`.
@Suite struct BrowserProgramTests {
    private static let programs = BehaviourProgram.all(below: "BrowserPrograms")
    private static let systemPrograms = programs.filter { program in
        (try? program.header().contains("clock: virtual")) == false
    }

    @Test func thereAreProgramsOfEveryArea() {
        let areas: Set<Substring> = [
            "errors", "events", "idle", "layout", "messages", "observers", "rendering", "scripts", "tasks", "timers",
            "workers",
        ]
        #expect(Set(Self.programs.map(\.area)) == areas)
        #expect(Self.programs.count >= 80)
    }

    @Test(arguments: programs)
    func headerCitesAStep(_ program: BehaviourProgram) throws {
        let header = try program.header()
        let citation = /(?:HTML|DOM|ECMA-262|Web IDL|CSSOM View) \d+(?:\.\d+)+|"[A-Za-z ()]+", section \d+(?:\.\d+)*/
        #expect(header.contains(citation), "\(header)")
        #expect(header.contains("step"), "\(header)")
    }

    @Test(arguments: programs)
    func virtualClock(_ program: BehaviourProgram) throws {
        let words = ["run", "--profile", "browser", "--clock", "virtual", program.path]
        let first = try ChildProcess(arguments: words).run()
        try compare(program, first)
        // The same program gives the same run.
        let second = try ChildProcess(arguments: words).run()
        #expect(second.output == first.output && second.errorText == first.errorText)
    }

    @Test(arguments: systemPrograms)
    func systemClock(_ program: BehaviourProgram) throws {
        let words = ["run", "--profile", "browser", program.path]
        // Real timers change places when the machine stands still for as long as they lie apart: a run that is wrong is
        // repeated twice.
        var outcome = try ChildProcess(arguments: words).run()
        for _ in 0..<2 where try outcome.output != program.expectedOutput() {
            outcome = try ChildProcess(arguments: words).run()
        }
        try compare(program, outcome)
    }

    private func compare(_ program: BehaviourProgram, _ outcome: ChildProcess.Outcome) throws {
        #expect(!outcome.isKilled, "it did not end by itself")
        let expected = try program.expectedOutput()
        if outcome.output != expected {
            Issue.record("\(differences(expected: expected, actual: outcome.output))\n\(outcome.errorText)")
        }
        let reports = outcome.errorText.split(separator: "\n").filter { !$0.hasPrefix("    at ") }
        #expect(try reports.map(String.init) == program.expectedErrors())
        #expect(try outcome.code == program.expectedCode(), "\(outcome.errorText)")
    }
}
