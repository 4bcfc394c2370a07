// SPDX-License-Identifier: MIT
import Markup
import YAMLFields

@testable import Coursework

/// A lesson with something of each kind.
enum LessonSketch {
    static let lesson = Lesson(
        id: id("02-the-loop/03-chains"), title: "Chains", minutes: 8, concepts: [], exercises: [])

    static let followUp = LessonFollowUp(
        next: Lesson(id: id("02-the-loop/04-await"), title: "Await", minutes: 10, concepts: [], exercises: []),
        exercises: [
            Exercise(
                id: id("02-the-loop/04-two-chains"), title: "Two chains", kind: .predict, concepts: [], minutes: 3,
                lesson: lesson.id)
        ])

    static let blocks: [LessonBlock] = [
        text("A chain is one job after the other."),
        program(.shown, "p.then(a).then(b)"),
        heading("Run it"),
        program(.run, "console.log('one')\nconsole.log('two')"),
        text("The order follows from the source."),
        program(.predict, "then(one)\nthen(two)"),
        .quiz(quiz("Which queue is emptied first?", [("timers", false), ("microtasks", true)])),
        .quiz(quiz("Which of these are microtasks?", [("reactions", true), ("timers", false), ("ticks", true)])),
        heading("Change it"),
        .try(
            TryGoal(
                goal: [.text("Make the line "), .code("late"), .text(" appear after "), .code("timer"), .text(".")],
                start: "setTimeout(() => console.log('timer'), 0)", output: .containing(["timer", "late"]),
                forbidden: ["no"], uses: ["setTimeout"], solution: "setTimeout(f, 0)\nsetTimeout(g, 1)",
                place: place, solutionPlace: place)),
        program(.step, "one()\ntwo()"),
        heading("What you know now"),
        text("That was all."),
    ]

    static let body = LessonBody(blocks: blocks, links: [])

    static func play(_ blocks: [LessonBlock] = blocks, position: LessonPosition? = nil) -> LessonPlay {
        LessonPlay(
            lesson: lesson, body: LessonBody(blocks: blocks, links: []), followUp: followUp,
            typesetter: MarkdownTypesetter(terminal: TerminalStyle()), position: position)
    }

    static let place = TextPlace(file: "Lessons/02-the-loop/03-chains.md", line: 7)

    static func id(_ text: String) -> ContentID {
        guard let id = ContentID(text) else { preconditionFailure(text) }
        return id
    }

    static func text(_ words: String) -> LessonBlock {
        .prose([MarkdownBlock(line: 1, .paragraph([.text(words)]))])
    }

    static func heading(_ words: String) -> LessonBlock {
        .prose([MarkdownBlock(line: 1, .heading(level: 2, [.text(words)]))])
    }

    static func program(_ role: ProgramBlock.Role, _ source: String) -> LessonBlock {
        let program = CourseProgram(
            source: source, name: "\(role).js", isModule: false, profile: .node, ending: .ends, place: place)
        return .program(ProgramBlock(role: role, program: program, line: 7))
    }

    static func quiz(_ question: String, _ options: [(String, Bool)]) -> Quiz {
        Quiz(
            question: [.text(question)],
            options: options.map { text, isCorrect in
                Quiz.Option(
                    text: [.text(text)], isCorrect: isCorrect,
                    why: [.text("The reason of "), .code(text), .text(" is told here, in a sentence or two.")],
                    place: place)
            }, place: place)
    }
}
