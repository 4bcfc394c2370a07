// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// Where a lesson is kept, and what happens when it cannot be.
@Suite struct LessonProgressTests {
    private static let lesson = """
        ---
        title: Own lesson
        minutes: 5
        concepts: [order]
        exercises: []
        ---
        The first part.

        ## Second

        The second part.

        ## Third

        The third part.

        """

    private func writeCourse(_ folder: ScratchFolder, lesson: String = Self.lesson) throws -> String {
        let head = "# SPDX-License-Identifier: MIT\nformat: 1\ntitle: Own course\ntracks:\n  01-own: Own\n"
        try folder.write("course/Lessons/course.yaml", head + "concepts:\n  order: Which comes first.\n")
        try folder.write("course/Lessons/01-own/01-own-lesson.md", lesson)
        return folder.path + "/course"
    }

    // MARK: - Progress

    @Test func whereNothingCanBeWrittenALessonIsTakenAllTheSame() throws {
        let folder = try ScratchFolder()
        // Nobody, not even a superuser, makes a directory there.
        let database = ["LOOPLAB_DB": "/proc/looplab-tests/progress.sqlite"]
        let dialogue = try PromptDialogue("learn", rows: 40, environment: database, folder: folder)
        let first = dialogue.transcript.replacing("\n", with: " ")
        #expect(first.contains("step 1 of"), "\(first)")
        for step in 2...3 {
            #expect(try dialogue.enter(".next").contains("step \(step) of"))
        }
        #expect(try dialogue.enter(".lesson 1.2").contains("1.2 A long loop"))
        #expect(dialogue.transcript.components(separatedBy: "Your place in the lesson cannot be kept").count == 2)
        #expect(try dialogue.leave() == .code(0))
    }

    @Test(arguments: [
        ("no database", "this is a text and not a database", "is no SQLite database"),
        ("a damaged one", "SQLite format 3\0" + String(repeating: "x", count: 4_096), "progress"),
    ])
    func aDatabaseThatIsNoneIsToldAndThePromptGoesOn(name: String, content: String, told: String) throws {
        let folder = try ScratchFolder()
        let path = try folder.write("progress", content)
        let dialogue = try PromptDialogue("learn", environment: ["LOOPLAB_DB": path], folder: folder)
        #expect(dialogue.transcript.replacing("\n", with: "").contains(told), "\(dialogue.transcript)")
        #expect(!dialogue.transcript.contains("step 1 of"))
        #expect(try dialogue.enter("1 + 1") == "2")
        #expect(try dialogue.enter(".lesson 1.1").contains("progress"))
        #expect(folder.read("progress") == content)
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func twoPromptsShareOneDatabase() throws {
        let folder = try ScratchFolder()
        let one = try PromptDialogue("learn", rows: 40, folder: folder)
        let two = try PromptDialogue("learn", rows: 40, folder: folder)
        for step in 2...3 {
            #expect(try one.enter(".next").contains("step \(step) of"))
            #expect(try two.enter(".next").contains("step \(step) of"))
        }
        #expect(try one.enter(".next").contains("step 4 of"))
        #expect(try two.enter(".lesson 1.1").contains("step 4 of"))
        #expect(!(one.transcript + two.transcript).contains("cannot be kept"))
    }

    // MARK: - Courses

    @Test func aPlaceIsFoundAgainInALessonThatHasChanged() throws {
        let folder = try ScratchFolder()
        let course = try writeCourse(folder)
        let first = try PromptDialogue("learn", "--course", course, folder: folder)
        #expect(try first.enter(".next").contains("The second part."))
        #expect(try first.leave() == .code(0))
        _ = try writeCourse(
            folder, lesson: Self.lesson.replacing("## Second", with: "## New\n\nA new part.\n\n## Second"))
        let second = try PromptDialogue("learn", "--course", course, folder: folder)
        #expect(second.transcript.contains("step 3 of 4") && second.transcript.contains("The second part."))
        _ = try second.leave()
        _ = try writeCourse(folder, lesson: Self.lesson.components(separatedBy: "## Second")[0])
        let third = try PromptDialogue("learn", "--course", course, folder: folder)
        #expect(third.transcript.contains("step 1 of 1"), "\(third.transcript)")
    }

    @Test(arguments: [
        ("format: [\n", "course.yaml:"), ("format: 99\ntitle: New\ntracks:\n  01-own: Own\n", "course.yaml:2"),
        ("", "course.yaml"),
    ])
    func aBrokenCourseIsToldAndThePromptGoesOn(manifest: String, told: String) throws {
        let folder = try ScratchFolder()
        let course = try writeCourse(folder)
        try folder.write("course/Lessons/course.yaml", "# SPDX-License-Identifier: MIT\n" + manifest)
        let dialogue = try PromptDialogue("learn", "--course", course, folder: folder)
        #expect(dialogue.transcript.replacing("\n", with: "").contains(told), "\(dialogue.transcript)")
        #expect(try dialogue.enter("1 + 1") == "2")
        #expect(try dialogue.enter(".lesson 1.1").contains("course"))
    }

    @Test func aBrokenBlockIsToldWhereItsLessonIsOpened() throws {
        let folder = try ScratchFolder()
        let course = try writeCourse(folder, lesson: Self.lesson + "```quiz\nquestion: [\n```\n")
        let dialogue = try PromptDialogue("learn", "--course", course, folder: folder)
        let shown = dialogue.transcript.replacing("\n", with: "")
        #expect(shown.contains("Something is wrong with this lesson: Lessons/01-own/01-own-lesson.md:"), "\(shown)")
        #expect(shown.contains("step 1 of"))
    }

    // MARK: - Start

    @Test func withoutATerminalNeitherCourseNorProgressIsRead() throws {
        let folder = try ScratchFolder()
        let database = try folder.write("none", "this is a text and not a database")
        for words in [[], ["--course", folder.path + "/nosuch"]] {
            let result = try ProgramProcess(
                words, input: .text("1 + 1\n"), environment: ["LOOPLAB_DB": database], folder: folder
            ).finish()
            #expect(result.exit == .code(0) && result.output == "2\n" && result.errors == "", "\(result)")
        }
        _ = try ProgramProcess([], input: .text("1 + 1\n"), folder: folder).finish()
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.local"))
    }

    @Test func aGreetingMakesNoDatabase() throws {
        let dialogue = try PromptDialogue()
        #expect(dialogue.transcript.contains("You have not started yet."))
        #expect(!FileManager.default.fileExists(atPath: dialogue.folder.path + "/.local"))
    }
}
