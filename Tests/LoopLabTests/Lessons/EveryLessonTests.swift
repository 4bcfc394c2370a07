// SPDX-License-Identifier: MIT
import Coursework
import EngineTesting
import Foundation
import Progress
import Testing

/// Every lesson of the course that comes with LoopLab, taken at the prompt from its first step to its end.
///
/// Under a sanitizer the programs of lessons take longer than a lesson waits for them.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct EveryLessonTests {
    private static let course: CourseOutline = {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().appendingPathComponent("../../..").standardizedFileURL.path
        guard let outline = CourseOutline.load(at: root).outline else { preconditionFailure("no course in \(root)") }
        return outline
    }()

    private static let lessons = course.lessons.map(\.description)

    @Test(arguments: lessons)
    func aLessonGoesFromItsFirstStepToItsEnd(name: String) throws {
        let lesson = try #require(Self.lesson(name))
        let folder = try ScratchFolder()
        let process = try ProgramProcess(
            [], input: .open(".lesson \(lesson.number)\n"), environment: ["NO_COLOR": "1"], folder: folder)
        for (index, step) in lesson.steps.enumerated() {
            try process.wait(forOutput: " step \(index + 1) of \(lesson.steps.count)", timeout: Self.longestStep)
            // A reply to this comes when the step has been kept.
            try Self.waitForReply(process, number: 2 * index + 1)
            #expect(try Self.keptStep(of: name, folder) == index)
            if Self.asks(step) {
                process.write(".next\n.skip\n")
            }
            try Self.waitForReply(process, number: 2 * index + 2)
            process.write(".next\n")
        }
        process.closeInput()
        let result = try process.finish()
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        #expect(result.output.contains("You have finished lesson \(lesson.number)."), "\(result.output.suffix(800))")
        try Self.checkTexts(result.output, of: lesson)
    }

    /// A key from passwords is really made, in each of the runs that look for legal orders.
    private static let longestStep: Duration = .seconds(120)

    private struct Taken {
        let number: String
        let steps: [LessonStep]
    }

    private static func lesson(_ name: String) -> Taken? {
        guard let id = ContentID(name), let lesson = course.lesson(id).lesson, let body = course.body(of: lesson).body
        else { return nil }
        return Taken(number: lesson.number, steps: LessonStep.steps(of: body))
    }

    private static func asks(_ step: LessonStep) -> Bool {
        switch step.activity {
        case .program(let block): block.role == .predict
        case .quiz, .goal: true
        case nil: false
        }
    }

    private static func waitForReply(_ process: ProgramProcess, number: Int) throws {
        process.write(".type new (class Reply\(number)_ {})\n")
        try process.wait(forOutput: "Reply\(number)_", timeout: longestStep)
    }

    private static func keptStep(of lesson: String, _ folder: ScratchFolder) throws -> Int? {
        let path = folder.path + "/.local/share/looplab/progress.sqlite"
        let store = try ProgressStore(path: path, mode: .readOnly)
        return try store.lessonPosition(course: course.id, lesson: lesson)?.block
    }

    private static func checkTexts(_ output: String, of lesson: Taken) throws {
        for row in output.split(separator: "\n") {
            #expect(row.count <= 80, "\(row)")
        }
        for text in ["went wrong", "cannot be kept", "Something is wrong", "no order to predict", "No lesson is open"] {
            #expect(output.contains(text) == false, "\(text)")
        }
        let programs = lesson.steps.compactMap { step -> CourseProgram? in
            if case .program(let block) = step.activity { block.program } else { nil }
        }
        func count(_ text: String) -> Int { output.components(separatedBy: text).count - 1 }
        #expect(count("It ended with an error") == programs.count { $0.ending == .throws })
        #expect(count("It was stopped here") == programs.count { $0.ending == .stops || $0.ending == .repeats })
    }
}
