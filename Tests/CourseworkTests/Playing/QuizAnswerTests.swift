// SPDX-License-Identifier: MIT
import Testing

@testable import Coursework

@Suite struct QuizAnswerTests {
    private static let one = LessonSketch.quiz("?", [("the poll phase", false), ("microtasks", true), ("c", false)])
    private static let several = LessonSketch.quiz("?", [("x", true), ("y", true), ("z", false), ("w", false)])

    @Test(arguments: [
        ("b", [1]), ("B", [1]), (" b. ", [1]), ("2)", [1]), ("(b)", [1]), ("microtasks", [1]), ("The  Poll phase", [0]),
        ("c", [2]), ("3", [2]), ("b b", [1]),
    ])
    func oneIsChosen(text: String, chosen: [Int]) throws {
        #expect(try QuizAnswer.read(text, for: Self.one).get() == Set(chosen))
    }

    @Test(arguments: [
        ("a b", [0, 1]), ("ba", [0, 1]), ("1, 2", [0, 1]), ("a and c", [0, 2]), ("d", [3]), ("14", [0, 3]),
    ])
    func severalAreChosen(text: String, chosen: [Int]) throws {
        #expect(try QuizAnswer.read(text, for: Self.several).get() == Set(chosen))
    }

    @Test(arguments: [
        ("", QuizAnswer.Problem.empty), (" . ", .empty), ("and", .empty), ("d", .unknown("d")), ("0", .unknown("0")),
        ("4", .unknown("4")), ("hello", .unknown("hello")), ("é", .unknown("é")), ("ad", .unknown("ad")),
        ("a b", .several), ("\u{1b}[A", .unknown("\u{1b}[a")),
    ])
    func othersAreNoAnswers(text: String, problem: QuizAnswer.Problem) {
        #expect(QuizAnswer.read(text, for: Self.one) == .failure(problem))
    }
}
