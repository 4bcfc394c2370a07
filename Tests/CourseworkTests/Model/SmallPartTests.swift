// SPDX-License-Identifier: MIT
import Testing
import YAMLFields

@testable import Coursework

/// The parts that are functions of their arguments.
@Suite struct SmallPartTests {
    @Test(arguments: [
        ("titel", "title"), ("minute", "minutes"), ("Concepts", "concepts"), ("xyz", nil), ("", nil),
        ("itle", "title"),
    ])
    func theNearestNameIsNotFar(_ name: String, _ nearest: String?) {
        #expect(NearestName.nearest(to: name, among: ["title", "minutes", "concepts"]) == nearest)
    }

    private static let identifiers: [(source: String, found: Set<String>)] = [
        ("await one(two)", ["await", "one", "two"]),
        ("// a\n/* b */ c", ["c"]),
        ("'a' + \"b\\\" c\" + d", ["d"]),
        ("`a ${b + `c ${d}`} e` + f", ["b", "d", "f"]),
        ("`${{ x: 1 }} y`", ["x", "1"]),
        ("'unclosed", []),
        ("`unclosed ${a", ["a"]),
        ("$_1.größe", ["$_1", "größe"]),
        ("/* unclosed", []),
        ("a /", ["a"]),
    ]

    @Test(arguments: identifiers.indices)
    func onlyCodeUsesIdentifiers(_ index: Int) {
        #expect(SourceIdentifiers.all(in: Self.identifiers[index].source) == Self.identifiers[index].found)
    }

    @Test(arguments: [
        ("80", 80.0), (" 80 ", 80), ("-1.5", -1.5), ("1e3", 1000), ("+2", 2), (".5", 0.5), ("80 ms", nil), ("", nil),
        ("NaN", nil), ("inf", nil), ("0x10", nil), ("1,5", nil), ("1e999", nil), ("٣", nil), ("e", nil), ("-", nil),
    ])
    func onlyNumbersAreNumbers(_ text: String, _ number: Double?) {
        #expect(ComputeQuestion.number(text) == number)
    }

    @Test(arguments: [
        ("02-timers.md", "lesson 01-one-thread/02-timers"),
        ("../02-the-loop/03-chains.md", "lesson 02-the-loop/03-chains"),
        ("../../Exercises/02-the-loop/04-two-chains", "exercise 02-the-loop/04-two-chains"),
        ("../../Exercises/02-the-loop/04-two-chains/", "exercise 02-the-loop/04-two-chains"),
        ("https://nodejs.org", "web https://nodejs.org"), ("https://", nil), ("http://x.org", nil),
        ("javascript:alert(1)", nil), ("/etc/passwd", nil), ("../../../../etc/passwd", nil), ("#part", nil), ("", nil),
        ("../../README.md", nil),
    ])
    func linksLeadToPartsOfTheCourse(_ url: String, _ target: String?) {
        let found =
            switch CourseLink(url, in: "Lessons/01-one-thread/01-one-lane.md") {
            case .lesson(let id): "lesson \(id)"
            case .exercise(let id): "exercise \(id)"
            case .web(let url): "web \(url)"
            case nil: String?.none
            }
        #expect(found == target)
    }

    private func goal(_ output: TryGoal.Output, forbidden: [String] = []) -> TryGoal {
        let place = TextPlace(file: "x.md", line: 1)
        return TryGoal(
            goal: [], start: nil, output: output, forbidden: forbidden, uses: [], solution: "", place: place,
            solutionPlace: place)
    }

    @Test func aGoalSaysWhatIsMissing() {
        #expect(goal(.exactly(["a", "b"])).shortfall(code: "", lines: ["a", "b"]) == nil)
        #expect(
            goal(.exactly(["a", "b"])).shortfall(code: "", lines: ["a"])
                == .different(index: 1, expected: "b", found: nil))
        #expect(
            goal(.exactly(["a"])).shortfall(code: "", lines: ["a", "c"])
                == .different(index: 1, expected: nil, found: "c"))
        #expect(goal(.containing(["a", "a"])).shortfall(code: "", lines: ["a"]) == .missing("a", found: 1))
        #expect(goal(.containing(["a"]), forbidden: ["x"]).shortfall(code: "", lines: ["a", "x"]) == .forbidden("x"))
    }

    @Test func distancesAreAbsoluteOrRelative() {
        func question(_ tolerance: ComputeQuestion.Tolerance) -> ComputeQuestion {
            let place = TextPlace(file: "x.js", line: 1)
            let program = CourseProgram(
                source: "", name: "x.js", isModule: false, profile: .node, ending: .ends, place: place)
            return ComputeQuestion(
                question: [], unit: nil, tolerance: tolerance, solution: program,
                explanation: MarkdownDocument(blocks: [], links: []))
        }
        #expect(question(.absolute(0)).accepts(0.3, key: 0.1 + 0.2))
        #expect(!question(.absolute(0)).accepts(0.31, key: 0.3))
        #expect(question(.absolute(0.5)).accepts(10.5, key: 10) && !question(.absolute(0.5)).accepts(10.6, key: 10))
        #expect(question(.relative(0.05)).accepts(-95, key: -100) && !question(.relative(0.05)).accepts(94, key: 100))
    }
}
