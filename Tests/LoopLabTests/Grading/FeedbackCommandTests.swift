// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Gradebook
import Results
import Testing

/// `looplab feedback` and `looplab grade --gradebook`, as an instructor gives them.
@Suite struct FeedbackCommandTests {
    private static let sleep = "01-one-thread/04-sleep"
    private let folder: ExerciseFolder

    init() throws {
        folder = try ExerciseFolder(isInitialized: false)
        try folder.scratch.write("class/ada/04-sleep.js", ExerciseFolder.sleep)
        try folder.scratch.write("class/bob/04-sleep.js", ExerciseFolder.atOnce)
    }

    private func run(_ words: String) throws -> ProgramProcess.Result {
        try folder.shell("exec \"$LOOPLAB\" \(words)")
    }

    private func grade(_ words: String = "") throws {
        let result = try run("grade class --exit-zero -q --gradebook book --format jsonl=results.jsonl \(words)")
        #expect(result.exit == .code(0), "\(result)")
    }

    @Test func aGradebookAndAFileOfResultsTellTheSame() throws {
        try grade()
        let fromBook = try run("feedback bob --gradebook book")
        let fromFile = try run("feedback bob --results results.jsonl")
        #expect(fromBook.exit == .code(0) && fromBook.output == fromFile.output, "\(fromBook)")
        #expect(fromBook.output.hasPrefix("# Feedback for bob\n"))
        #expect(fromBook.output.contains("### Not yet"))
        #expect(!fromBook.output.contains("ada"))
    }

    @Test func gradingAgainAddsNothing() throws {
        try grade()
        let path = folder.scratch.path + "/book"
        let before = try GradebookStore(path: path, mode: .readOnly).verify()
        try grade("--regrade all")
        let after = try GradebookStore(path: path, mode: .readOnly).verify()
        #expect(before == after && before.damage == [] && before.results == 2)
    }

    @Test func theClassFileDecides() throws {
        try grade()
        try folder.scratch.write(
            "class.yaml",
            """
            format: 1
            overrides:
              - {learner: bob, exercise: \(Self.sleep), points: 2, reason: shown in class, by: L. Hale}
            """)
        let text = try run("feedback bob --gradebook book --class class.yaml --format text").output
        #expect(text.contains("L. Hale set the score to 2 points: shown in class"))
        let html = try run("feedback bob --gradebook book --class class.yaml --output bob.html")
        #expect(html.exit == .code(0) && html.output.isEmpty)
        let page = try String(contentsOfFile: folder.scratch.path + "/bob.html", encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("shown in class"))
    }

    @Test(arguments: [
        ("feedback --gradebook book", 2, "feedback for whom?"), ("feedback bob", 2, "feedback on what?"),
        ("feedback bob --gradebook none", 2, "cannot open the gradebook in none"),
        ("feedback bob --gradebook class.yaml", 2, "is no SQLite database"),
        ("feedback bob --results class.yaml", 2, "class.yaml:1"),
        ("feedback boob --gradebook book", 2, "nothing is known of 'boob' (did you mean 'bob'?)"),
        ("feedback bob --gradebook book --results results.jsonl", 2, "say different things"),
        ("feedback bob --gradebook book --format pdf", 2, "it takes markdown, html or text"),
        (
            "feedback bob --gradebook book --class class.yaml", 2,
            "class.yaml:3:3: there is no exercise '01-one-thread/04-sleeep' in the course (did you mean '"
        ),
    ])
    func whatIsWrongIsSaid(words: String, code: Int32, text: String) throws {
        try grade()
        try folder.scratch.write("class.yaml", "format: 1\nexercises:\n  01-one-thread/04-sleeep: {}\n")
        let result = try run(words)
        #expect(result.exit == .code(code) && result.errors.contains(text), "\(result)")
        #expect(result.output.isEmpty)
    }
}
