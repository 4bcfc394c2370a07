// SPDX-License-Identifier: MIT
import Markup
import Testing

@testable import Coursework

/// What is typed in a lesson and what appears, as pictures that are kept in `Pictures`.
@Suite struct LessonPlayTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var inputs: [LessonInput]
        var terminal = TerminalStyle()
        var isLinear = false

        var testDescription: String { name }
    }

    private static let output = LessonInput.printed(LessonOutput(lines: ["one", "two"]))
    private static let wrong = LessonInput.predicted(
        answer: "b a", isRight: false, rows: [StyledText(" ✗ Line 1 of the output is different.")])
    private static let right = LessonInput.predicted(
        answer: "a b", isRight: true, rows: [StyledText(" ✓ Right: all 2 lines, in this order.")])
    /// Through the whole lesson, each question answered wrong first.
    private static let whole: [LessonInput] = [
        .next, output, .next, .answer("b a"), wrong, .answer("a b"), right, output, .next, .answer("a"), .answer("b"),
        .next, .answer("a"), .answer("c a"), .next, .tried(code: "const x = 1", lines: []),
        .tried(code: "console.log('timer')", lines: ["timer"]),
        .tried(code: "setTimeout(f)", lines: ["timer", "late"]), .next, output, .next, .next,
    ]

    static let cases = [
        Case(name: "whole-80", inputs: whole),
        Case(name: "whole-40-ascii", inputs: whole, terminal: TerminalStyle(columns: 40, isUTF8: false)),
        Case(name: "whole-linear", inputs: whole, isLinear: true),
        Case(
            name: "skipped",
            inputs: [
                .skip, output, .skip, .skip, output, .skip, .skip, .skip, .skip, .skip, .skip, .skip, output, .skip,
            ]),
        Case(
            name: "out-of-place",
            inputs: [
                .run, .back, .answer("a"), .goTo(0), .goTo(99), .next, .next, .run, output, .run,
                .printed(LessonOutput(lines: [], note: "Error: no at a.js:1:7")), output, wrong, .next, .next, .run,
                .skip, output, .next, .next, .answer(""), .answer("x"), .answer("d"), .answer("a b"), .answer("hello"),
                .tried(code: "", lines: ["x"]), .goTo(6), .next, .run, .answer("hm"),
            ]),
        Case(
            name: "goal",
            inputs: [
                .goTo(6), .tried(code: "setTimeout(f)", lines: ["timer"]),
                .tried(code: "setTimeout(f)", lines: ["timer"]), .tried(code: "setTimeout(f)", lines: ["late"]),
                .tried(code: "setTimeout", lines: ["timer", "no", "late"]),
                .tried(code: "setTimeout", lines: ["timer", "x", "late", "x"]), .back, .next, .skip,
            ]),
        Case(
            name: "again",
            inputs: [
                .goTo(3), right, output, .back, output, .next, output, .next, .answer("2"), .back, output, .next, .next,
            ]),
    ]

    @Test(arguments: cases) func looks(_ example: Case) throws {
        var play = LessonPlay(
            lesson: LessonSketch.lesson, body: LessonSketch.body, followUp: LessonSketch.followUp,
            typesetter: MarkdownTypesetter(terminal: example.terminal, isLinear: example.isLinear))
        var picture = Self.picture(of: play.begin(), example.terminal)
        for input in example.inputs {
            picture += "\n>>> \(Self.picture(of: input))\n"
            picture += Self.picture(of: play.take(input), example.terminal)
        }
        picture += "\n=== \(play.state) \(play.position.encoded)\n"
        try expectSnapshot(picture, named: "Playing/Pictures/\(example.name).screen")
    }

    private static func picture(of input: LessonInput) -> String {
        switch input {
        case .next, .back, .run, .skip: ".\(input)"
        case .goTo(let step): ".goto \(step)"
        case .answer(let text): text
        case .printed(let output): "[printed \(output.lines.joined(separator: ", "))]"
        case .predicted(let answer, let isRight, _): "[predicted \(answer): \(isRight ? "right" : "wrong")]"
        case .tried(let code, let lines): "\(code)   [printed \(lines.joined(separator: ", "))]"
        }
    }

    private static func picture(of actions: [LessonAction], _ terminal: TerminalStyle) -> String {
        actions.map { action in
            switch action {
            case .show(let rows): rows.map { terminal.rendered($0) + "\n" }.joined()
            case .run(let block): "[run \(block.program.name)]\n"
            case .askPrediction(let program): "[ask for the order of \(program.name)]\n"
            case .judgePrediction(let program, let answer): "[judge \(answer) for \(program.name)]\n"
            case .openGoal: "[goal]\n"
            case .attempted(let attempt):
                "[\(attempt.kind) \(attempt.isRight ? "right" : "wrong"), try \(attempt.number): \(attempt.answer)]\n"
            case .finish(let summary):
                "[finished: \(summary.predictions.reached), \(summary.quizzes.reached), \(summary.goals.reached)]\n"
            }
        }.joined()
    }

    /// Whatever comes in whatever order, it goes on, and there is always a way to the end.
    @Test func noOrderOfInputsIsATrap() {
        let inputs: [LessonInput] = [
            .next, .back, .run, .skip, .goTo(1), .goTo(5), .answer("a"), .answer("b c"), .answer("?"), Self.output,
            Self.right, Self.wrong, .tried(code: "setTimeout", lines: ["timer", "late"]), .tried(code: "", lines: []),
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var play = LessonSketch.play()
            _ = play.begin()
            for _ in 0..<30 {
                let input = inputs.randomElement(using: &random) ?? .next
                let before = play.state
                let actions = play.take(input)
                let isReport =
                    switch input {
                    case .printed, .predicted, .tried: true
                    default: false
                    }
                #expect(isReport || !actions.isEmpty, "\(input) in \(before)")
                #expect(LessonPosition(encoded: play.position.encoded) == play.position)
            }
            for _ in 0..<2 * play.steps.count + 2 where play.state != .finished {
                _ = play.take(.skip)
                if play.state == .awaitingOutput { _ = play.take(Self.output) }
            }
            #expect(play.state == .finished)
            #expect(play.position.isFinished)
        }
    }
}
