// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The coach finds what is wrong with each bad program, at its line and nothing else, and says nothing of a clean one.
@Suite struct CoachProgramTests {
    private static let programs = BehaviourProgram.all(below: "Coach")

    @Test func eachAntiPatternHasFivePrograms() {
        let folders = Dictionary(grouping: Self.programs, by: \.area)
        #expect(folders.count == 9)
        for (folder, programs) in folders {
            let bad = programs.count { $0.name.contains("/bad-") }
            #expect(bad >= 5 && programs.count - bad >= 5, "\(folder)")
        }
    }

    @Test(arguments: programs)
    func findings(_ program: BehaviourProgram) throws {
        let expected = try program.expectedFindings()
        #expect(expected.isEmpty == program.name.contains("/clean-"))
        let outcome = try ChildProcess(arguments: ["lint", "--json", program.path]).run()
        let report = try LintOutput(outcome.output)
        #expect(report.programs.flatMap(\.findings).map(\.mark) == expected, "\(outcome.outputText)")
        #expect(outcome.code == (expected.isEmpty ? 0 : 1))
        #expect(report.count == expected.count)
        for finding in report.programs.flatMap(\.findings) {
            #expect(!finding.evidence.isEmpty && !finding.fix.isEmpty && !finding.lesson.isEmpty)
        }
    }

    /// Whatever a program does, the coach comes to an end and gives a report for it.
    @Test(arguments: stride(from: 0, to: BehaviourProgram.all.count, by: 40).map(\.self))
    func everyBehaviourProgramHasAReport(from start: Int) throws {
        let paths = BehaviourProgram.all.dropFirst(start).prefix(40).map(\.path)
        let outcome = try ChildProcess(arguments: ["lint", "--json", "--events", "20000"] + paths).run()
        #expect(!outcome.isKilled && [0, 1].contains(outcome.code), "\(outcome.errorText)")
        #expect(try LintOutput(outcome.output).programs.map(\.program) == paths)
    }
}

/// What `lint --json` wrote.
struct LintOutput: Decodable {
    struct Program: Decodable {
        var program: String
        var cut: String?
        var error: String?
        var findings: [Finding]
    }

    struct Finding: Decodable {
        var pattern: String
        var line: Int
        var evidence: [String]
        var fix: String
        var lesson: String

        var mark: String { "\(line):\(pattern)" }
    }

    var version: Int
    var count: Int
    var programs: [Program]

    init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(LintOutput.self, from: Data(bytes))
    }
}

extension BehaviourProgram {
    /// What its head says after "expect:", as "12:floating-promise"; empty for "nothing".
    func expectedFindings() throws -> [String] {
        let header = try header()
        let words = try #require(header.split(separator: "expect: ").last, "the head does not say what to expect")
        return words == "nothing" ? [] : words.split(separator: " ").map(String.init)
    }
}
