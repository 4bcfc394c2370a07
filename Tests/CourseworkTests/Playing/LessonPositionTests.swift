// SPDX-License-Identifier: MIT
import Testing

@testable import Coursework

/// A lesson is found again where it was left, also when it has changed.
@Suite struct LessonPositionTests {
    /// A learner at the quiz about microtasks: the second question, after a prediction and a first question.
    private static func atSecondQuiz() -> LessonPosition {
        var play = LessonSketch.play()
        _ = play.begin()
        let inputs: [LessonInput] = [
            .goTo(3), .predicted(answer: "a b", isRight: true, rows: []), .printed(LessonOutput(lines: [])), .next,
            .answer("b"), .next, .answer("a b"),
        ]
        for input in inputs { _ = play.take(input) }
        return play.position
    }

    @Test func aPositionIsKeptAsText() throws {
        let position = Self.atSecondQuiz()
        #expect(position.step == 4)
        #expect(position.records.map(\.outcome) == [.reached, .reached, .open])
        #expect(position.records.map(\.tries) == [1, 1, 1])
        #expect(LessonPosition(encoded: position.encoded) == position)
    }

    @Test func keysOfLaterVersionsArePassedOver() throws {
        let text = #"{"new":[{"a":1}],"lesson":"02-the-loop/03-chains","step":2,"done":[{"key":"x","mood":"good"}]}"#
        let position = try #require(LessonPosition(encoded: text))
        #expect(position.step == 2)
        #expect(position.records.map(\.key) == ["x"])
    }

    @Test(arguments: [
        "", "{}", "[]", "null", #"{"lesson":"x"}"#, #"{"lesson":"02-the-loop/03-chains","step":-1}"#,
        #"{"lesson":"02-the-loop/03-chains"} x"#, #"{"lesson":"02-the-loop/03-chains","step":99999999999999999999}"#,
        #"{"lesson":7}"#,
    ])
    func otherTextIsNoPosition(text: String) {
        #expect(LessonPosition(encoded: text) == nil)
    }

    /// What an author may do with a lesson, and the step where the learner is then.
    struct Change: CustomTestStringConvertible, Sendable {
        var name: String
        var step: Int
        var records: Int
        var change: @Sendable ([LessonBlock]) -> [LessonBlock]

        var testDescription: String { name }
    }

    static let changes = [
        Change(name: "nothing", step: 4, records: 3) { $0 },
        Change(name: "other lines", step: 4, records: 3) { blocks in
            blocks.map { block in
                guard case .prose(let parts) = block else { return block }
                return .prose(parts.map { MarkdownBlock(line: $0.line + 9, $0.content) })
            }
        },
        Change(name: "a question before", step: 5, records: 3) { blocks in
            Array(blocks[..<6]) + [.quiz(LessonSketch.quiz("New?", [("a", true), ("b", false)]))] + blocks[6...]
        },
        Change(name: "a part before", step: 5, records: 3) { blocks in
            [LessonSketch.heading("First of all"), LessonSketch.text("Hello.")] + [LessonSketch.heading("Then")]
                + blocks
        },
        Change(name: "the prediction is gone", step: 3, records: 2) { blocks in
            Array(blocks[..<4]) + blocks[6...]
        },
        Change(name: "prose before the question", step: 4, records: 3) { blocks in
            Array(blocks[..<7]) + [LessonSketch.text("Mind the plural.")] + blocks[7...]
        },
        Change(name: "another question", step: 4, records: 2) { blocks in
            Array(blocks[..<7]) + [.quiz(LessonSketch.quiz("Else?", [("a", true), ("b", false)]))] + blocks[8...]
        },
        Change(name: "nearly all is gone", step: 1, records: 0) { blocks in Array(blocks[..<4]) },
        Change(name: "all is new", step: 0, records: 0) { _ in [LessonSketch.text("Another lesson.")] },
    ]

    @Test(arguments: changes) func aPlaceIsFoundAgain(_ change: Change) {
        let position = Self.atSecondQuiz()
        var play = LessonSketch.play(change.change(LessonSketch.blocks), position: position)
        #expect(play.position.step == change.step)
        #expect(play.position.records.count == change.records)
        #expect(!play.begin().isEmpty)
    }

    @Test func anotherLessonsPositionIsNoUse() {
        let position = LessonPosition(lesson: LessonSketch.id("01-one-thread/01-a"), step: 3)
        #expect(LessonSketch.play(position: position).position.step == 0)
    }

    @Test func aStepOutOfSightIsTheLast() {
        let position = LessonPosition(lesson: LessonSketch.lesson.id, step: 400, stepHash: "gone")
        #expect(LessonSketch.play(position: position).position.step == 7)
    }

    @Test func aFinishedLessonBeginsAnew() {
        var play = LessonSketch.play()
        _ = play.begin()
        _ = play.take(.goTo(8))
        _ = play.take(.next)
        #expect(play.state == .finished)
        let again = LessonSketch.play(position: play.position)
        #expect(again.position.step == 0)
        #expect(again.position.isFinished)
    }

    @Test func alikeActivitiesAreTold() {
        let quiz = LessonBlock.quiz(LessonSketch.quiz("Sure?", [("yes", true), ("no", false)]))
        let keys = LessonStep.steps(of: LessonBody(blocks: [quiz, quiz], links: [])).compactMap(\.activityKey)
        #expect(Set(keys).count == 2)
    }

    /// The keys are in people's databases.
    @Test func hashesStayWhatTheyAre() {
        var hash = ContentHash()
        #expect(hash.text == "cbf29ce484222325")
        hash.mix("a")
        #expect(hash.text == "089bc907b544c769")
    }
}
