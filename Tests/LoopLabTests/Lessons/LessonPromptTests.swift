// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// What can go wrong while a lesson is open at the prompt.
@Suite struct LessonPromptTests {
    private static let order = "F C E D A B"

    /// A dialogue at a step of lesson 1.1: 2 a program to step through, 4 a prediction, 8 a goal, 10 a question.
    private func open(step: Int, rows: Int = 40, environment: [String: String] = [:]) throws -> PromptDialogue {
        let dialogue = try PromptDialogue(rows: rows, environment: environment)
        try dialogue.enter(".lesson 1.1")
        for number in 2...step {
            var shown = try dialogue.enter(".skip")
            if !shown.contains("step \(number) of") { shown = try dialogue.enter(".skip") }
            #expect(shown.contains("step \(number) of"))
        }
        return dialogue
    }

    // MARK: - Commands

    @Test func commandsWithoutALessonSayWhatToDo() throws {
        let dialogue = try PromptDialogue()
        for command in [".next", ".back", ".run", ".skip"] {
            #expect(try dialogue.enter(command) == "No lesson is open. .lesson opens the one that you are at.")
        }
        #expect(try dialogue.enter(".quit") == "No lesson is open. .exit leaves the prompt.")
        for name in ["nonsense", "9.9"] {
            let said = "there is no lesson '\(name)'; in looplab, .lesson list shows all"
            #expect(try dialogue.enter(".lesson \(name)") == said)
        }
        #expect(try dialogue.enter(".lesson list").contains("1.1  One lane"))
        #expect(try dialogue.enter("") == "")
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func aLessonIsClosedOnce() throws {
        let dialogue = try open(step: 2)
        #expect(try dialogue.enter(".quit").contains("Lesson 1.1 is closed"))
        #expect(try dialogue.enter(".quit").contains("No lesson is open"))
        #expect(try dialogue.enter(".lesson").contains("step 2 of"))
    }

    @Test func behindALessonTheNextOneComes() throws {
        let dialogue = try open(step: 11)
        #expect(try dialogue.enter(".next").contains("You have finished lesson 1.1."))
        #expect(try dialogue.enter(".next").contains(" 1.2 A long loop   step 1 of"))
    }

    @Test func aFreshScopeLeavesTheLessonOpen() throws {
        let dialogue = try open(step: 4)
        #expect(try dialogue.enter(".clear").contains("fresh"))
        #expect(try dialogue.enter(".clock virtual").contains("virtual"))
        #expect(try dialogue.enter(Self.order).contains("Right: all 6 lines"))
        #expect(try dialogue.enter(".next").contains("step 5 of"))
    }

    @Test func aRunThatIsStillToBePredictedIsNotSteppedThrough() throws {
        let dialogue = try open(step: 4)
        #expect(try dialogue.enter(".step").hasPrefix("Put the lines in order first."))
        #expect(try dialogue.enter(".run").contains("Put the lines in order first."))
        try dialogue.enter(Self.order)
        dialogue.terminal.type(".step\r")
        try dialogue.terminal.wait(forText: "? keys", timeout: .seconds(20))
        dialogue.terminal.type("q")
        try dialogue.waitForPrompt()
    }

    // MARK: - Answers

    @Test func answersThatAreNoOrderAreToldAndNotCounted() throws {
        let dialogue = try open(step: 4)
        for (answer, told) in [
            ("A B C D E F G", "no line \"G\""), ("a a b c d e", "2 times"), ("F C E D A B A", "2 times"),
            ("nonsense", "no line"), ("", ""), ("A = 1;", "1"), ("console.log(7)", "7\nundefined"),
            ("let x = 5; x", "5"), ("", ""), ("  f,c , e  D a  ", "5 of 6 lines; missing: B"),
            (".next", "Put the lines in order first."),
        ] {
            let shown = try dialogue.enter(answer)
            #expect(shown.contains(told) || told == "", "\(answer): \(shown)")
            #expect(!shown.contains("Right") && !shown.contains("is different"), "\(answer): \(shown)")
        }
        #expect(try dialogue.enter("  f,c , e  D a,B  ").contains("Right: all 6 lines"))
    }

    @Test func anOutputMayBePastedLineByLine() throws {
        let dialogue = try open(step: 4)
        #expect(try dialogue.enter("light the oven").contains("Go on"))
        for line in ["knead: begin", "knead: end", "sweep the floor"] { try dialogue.enter(line) }
        #expect(try dialogue.enter("first bell").contains("5 of 6 lines"))
        #expect(try dialogue.enter("second bell").contains("Right: all 6 lines"))
    }

    @Test func aBeginningIsForgottenByAWholeOrder() throws {
        let dialogue = try open(step: 4)
        #expect(try dialogue.enter("A B").contains("2 of 6 lines"))
        #expect(try dialogue.enter(Self.order).contains("Right: all 6 lines"))
    }

    @Test func aQuestionTakesLettersInAnyForm() throws {
        let dialogue = try open(step: 10)
        for (answer, told) in [
            ("e", "no answer \"e\""), ("a b", "One answer is right here"), ("5", "no answer \"5\""),
            ("1 2", "One answer is right here"), ("Math.max(1, 2)", "2"), ("b.", "Not this one"),
            ("3)", "Not this one"),
            (".next", "The question is open"), ("const y = 1", "undefined"),
        ] {
            let shown = try dialogue.enter(answer)
            #expect(shown.contains(told), "\(answer): \(shown)")
        }
        #expect(try dialogue.enter(" D. ").contains("Right."))
    }

    // MARK: - Goals

    @Test func aGoalIsReachedOverSeveralInputsAndRows() throws {
        let dialogue = try open(step: 8)
        #expect(try dialogue.enter("console.log('other')").contains("Not yet"))
        try dialogue.enter("function f() {\n  console.log('dough')\n  setTimeout(() => console.log('bell'), 0)\n}")
        let shown = try dialogue.enter("f()")
        #expect(shown == "dough\nundefined\nbell\n Not yet: line 3 is missing; it has to be `oven`.", "\(shown)")
        #expect(
            try dialogue.enter("await null; setTimeout(() => console.log('oven'), 0); 0").contains("reached the goal"))
        #expect(try dialogue.enter(".next").contains("step 9 of"))
    }

    @Test func whatThrowsOrHangsDoesNotSpoilAGoal() throws {
        let dialogue = try open(step: 8)
        #expect(try dialogue.enter("throw new Error('boom')").hasPrefix("Uncaught Error: boom"))
        #expect(try dialogue.enter("bell").contains("ReferenceError"))
        #expect(try dialogue.enter("let let = 1").contains("SyntaxError"))
        try dialogue.begin("console.log('spin' + 'ning'); for (;;);", untilShown: "spinning")
        let stopped = try dialogue.interrupt()
        #expect(stopped.contains("Interrupted.") && !stopped.contains("Not yet"), "\(stopped)")
        #expect(try dialogue.enter(".next").contains("The goal is open"))
        let start = "setTimeout(() => console.log('bell'), 0); console.log('dough');"
        #expect(try dialogue.enter(start + " setTimeout(console.log, 0, 'oven'); 0").contains("reached the goal"))
    }

    @Test func aGoalOnAPageIsReachedThereAndTellsErrors() throws {
        let dialogue = try PromptDialogue(rows: 60)
        var shown = try dialogue.enter(".lesson 2.10")
        for _ in 0..<40 where !shown.contains("Type your code.") { shown = try dialogue.enter(".skip") }
        #expect(shown.contains("Type your code."), "\(shown)")
        #expect(try dialogue.enter("nothing.here()").contains("nothing is not defined"))
        #expect(try dialogue.enter("console.log(typeof requestAnimationFrame)").contains("│ function"))
        #expect(try dialogue.enter("for (;;);", timeout: .seconds(20)).contains("never end"))
        #expect(try dialogue.enter(".skip").contains("One way to reach it"))
    }

    // MARK: - Keys and time

    @Test(arguments: [1, 2, 4, 8, 10])
    func anInterruptDropsTheLineAndKeepsTheLesson(step: Int) throws {
        let dialogue = try step == 1 ? PromptDialogue("learn", rows: 40) : open(step: step)
        try dialogue.typeHalf("half a line")
        try dialogue.interrupt()
        #expect(try dialogue.interrupt().contains("To leave"))
        #expect(try dialogue.enter(".back").contains(step == 1 ? "first step" : "step \(step - 1) of"))
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func aTimerPrintsAboveAHalfTypedAnswer() throws {
        let dialogue = try open(step: 4)
        try dialogue.enter("setTimeout(() => console.log('from a timer'), 60); 0")
        try dialogue.typeHalf("F C E D")
        try dialogue.terminal.wait(for: "the timer") { screen in
            screen.lines.contains("from a timer") && screen.currentLine == "> F C E D"
        }
        #expect(try dialogue.enter(" A B").contains("Right: all 6 lines"))
    }

    // MARK: - Terminals

    @Test(arguments: [(40, 24), (20, 5), (200, 60)])
    func aLessonFitsIntoEveryTerminal(columns: Int, rows: Int) throws {
        let dialogue = try PromptDialogue(columns: columns, rows: rows)
        for _ in 0..<4 {
            dialogue.terminal.type(".lesson 1.1\r.skip\r.skip\r.skip\r.skip\r.quit\r")
            try dialogue.terminal.wait(for: "the end", timeout: .seconds(20)) { screen in
                screen.text.contains("closed") && screen.currentLine == ">"
            }
        }
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func aResizeIsFollowedByTheNextStep() throws {
        let dialogue = try open(step: 2)
        dialogue.terminal.resize(columns: 50, rows: 30)
        let shown = try dialogue.enter(".next")
        #expect(
            shown.contains("step 3 of 11") && shown.split(separator: "\n").allSatisfy { $0.count <= 50 }, "\(shown)")
        #expect(!shown.contains("█"))
    }

    @Test(arguments: [["LANG": "C", "LC_ALL": "C"], ["TERM": "dumb", "LANG": "C", "LC_ALL": "C"]])
    func withoutUTF8EverythingIsASCII(environment: [String: String]) throws {
        let dialogue = try open(step: 4, environment: environment)
        try dialogue.enter(Self.order)
        #expect(dialogue.transcript.utf8.allSatisfy { $0 < 0x80 }, "\(dialogue.transcript)")
        if environment["TERM"] == "dumb" { #expect(!dialogue.terminal.output.contains(0x1B)) }
    }
}
