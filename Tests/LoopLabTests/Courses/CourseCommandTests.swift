// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

@testable import Coursework
@testable import looplab

/// `looplab course`: the gate with an engine behind it, and scaffolds.
///
/// Not under a sanitizer, where no sandbox can be had: sanitizers map memory that its limits do not allow.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct CourseCommandTests {
    private static let courses =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/CourseworkTests"

    private static let broken: [String] = {
        let directory = courses + "/BrokenCourses"
        return ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }()

    private func looplab(
        _ words: [String], in folder: ScratchFolder, timeout: Duration = .seconds(20)
    ) throws -> ProgramProcess.Result {
        try ProgramProcess(["course"] + words, folder: folder).finish(timeout: timeout)
    }

    @Test(arguments: broken)
    func aBrokenCourseIsNamedWithItsPlaceAndWhatToDo(_ name: String) throws {
        let root = "\(Self.courses)/BrokenCourses/\(name)"
        let expected = try String(contentsOfFile: root + "/expected.txt", encoding: .utf8)
        let result = try looplab(["check", root, "--trust"], in: ScratchFolder())
        #expect(result.exit == .code(1) && result.output == expected, "\(result)")
        #expect(expected.split(separator: "\n").allSatisfy { $0.contains("; ") })
    }

    @Test func theCourseOfThisRepositoryPasses() throws {
        let folder = try ScratchFolder()
        let result = try looplab(["check"], in: folder, timeout: .seconds(300))
        #expect(result.exit == .code(0) && result.output == "", "\(result)")
    }

    @Test func theTinyCoursePasses() throws {
        let folder = try ScratchFolder()
        let result = try looplab(["check", "--trust", Self.courses + "/TinyCourse"], in: folder)
        #expect(result.exit == .code(0) && result.output == "", "\(result)")
        #expect(result.errors == "the course passes: 2 lessons, 4 exercises, 13 runs of programs\n")
    }

    @Test func somebodyElsesCourseRunsInTheSandbox() throws {
        let folder = try ScratchFolder()
        let result = try looplab(["check", "--json", Self.courses + "/TinyCourse"], in: folder)
        #expect(result.exit == .code(0), "\(result)")
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(object?["passed"] as? Bool == true && object?["exercises"] as? Int == 4)
        #expect(object?["notTried"] as? [String] == [])
    }

    /// Where programs cannot be graded the rest is checked, and it is said what was not.
    @Test func whatWasNotTriedIsNamed() throws {
        var report = CourseCheck.read(at: Self.courses + "/TinyCourse")
        report.ungraded = ["01-one-thread/04-sleep", "01-one-thread/05-other"].compactMap { ContentID($0) }
        let summary = CourseReportText.summary(report)
        #expect(summary.hasSuffix("not tried: 01-one-thread/04-sleep, 01-one-thread/05-other\n"), "\(summary)")
        let json = CourseReportText.json(report, root: "here")
        #expect(json.contains(#""notTried":["01-one-thread/04-sleep","01-one-thread/05-other"]"#), "\(json)")
    }

    @Test func problemsAreJSONToo() throws {
        let folder = try ScratchFolder()
        let result = try looplab(["check", "--json", Self.courses + "/BrokenCourses/out-of-range"], in: folder)
        #expect(result.exit == .code(1), "\(result)")
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let problem = (object?["problems"] as? [[String: Any]])?.first
        #expect(problem?["file"] as? String == "Lessons/01-one-thread/01-one-lane.md")
        #expect(problem?["line"] as? Int == 3 && problem?["column"] as? Int == 10)
    }

    @Test(arguments: [
        (["check", "nowhere"], "there is no course in nowhere"), (["new"], "a new what?"), ([], "course does what?"),
        (["chekc"], "course cannot do 'chekc'"), (["new", "lesson"], "which lesson?"),
        (["new", "lesson", "a/b", "--course", "nowhere"], "there is no course in nowhere"),
        (["new", "exercise", "x", "--kind", "guess"], "--kind cannot be 'guess'"),
        (["new", "lesson", "x/y", "--json"], "--json has no effect"), (["check", "a", "b"], "did not expect 'b'"),
    ])
    func aWrongUseIsExplained(_ words: [String], _ beginning: String) throws {
        let result = try looplab(words, in: ScratchFolder())
        #expect(result.exit == .code(2) && result.errors.hasPrefix("looplab: " + beginning), "\(result)")
    }

    // MARK: - Scaffolds

    private func course() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for part in ["Lessons", "Exercises"] {
            try FileManager.default.copyItem(
                atPath: "\(Self.courses)/TinyCourse/\(part)", toPath: "\(folder.path)/\(part)")
        }
        return folder
    }

    private static let filled: [(kind: String, files: [String: String])] = [
        ("predict", ["program.js": "console.log('a')\nconsole.log('b')\n"]),
        ("choose", [:]),
        ("compute", [:]),
        (
            "implement",
            [
                "solution.js": "module.exports = { one: () => 1 }\n",
                "checks.js": "check('is one', ({ submission, expect }) => { expect(submission.one()).toBe(1) })\n",
                "wrong/first-idea.js": "// fails: is one\nmodule.exports = { one: () => 2 }\n",
                "right/another-way.js": "module.exports = { one: () => 3 - 2 }\n",
            ]
        ),
    ]

    @Test(arguments: filled.indices)
    func aFilledScaffoldPasses(_ index: Int) throws {
        let (kind, files) = Self.filled[index]
        let folder = try course()
        let made = try looplab(
            ["new", "exercise", "01-one-thread/ones", "--kind", kind, "--course", folder.path], in: folder)
        #expect(made.exit == .code(0) && made.output.contains("wrote Exercises/01-one-thread/05-ones/prompt.md"))
        let before = try looplab(["check", "--trust", folder.path], in: folder)
        #expect(before.exit == .code(1) && before.output.contains("is left of the scaffold"), "\(before)")

        let directory = "Exercises/01-one-thread/05-ones/"
        try fill(folder, below: directory)
        for (name, text) in files { try folder.write(directory + name, text) }
        let after = try looplab(["check", "--trust", folder.path], in: folder)
        #expect(after.exit == .code(0) && after.output == "", "\(after)")
    }

    @Test func aFilledLessonPasses() throws {
        let folder = try course()
        let made = try looplab(["new", "lesson", "01-one-thread/03-more", "--course", folder.path], in: folder)
        #expect(made.output.hasPrefix("wrote Lessons/01-one-thread/03-more.md\n"), "\(made)")
        try fill(folder, below: "Lessons/01-one-thread/03-more.md")
        let after = try looplab(["check", "--trust", folder.path], in: folder)
        #expect(after.exit == .code(0) && after.output == "", "\(after)")
    }

    @Test func nothingIsOverwritten() throws {
        let folder = try course()
        let path = "\(folder.path)/Lessons/01-one-thread/01-one-lane.md"
        let before = try String(contentsOfFile: path, encoding: .utf8)
        let result = try looplab(["new", "lesson", "01-one-thread/01-one-lane", "--course", folder.path], in: folder)
        #expect(result.exit == .code(2) && result.errors.contains("there is '01-one-thread/01-one-lane' already"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
        let track = try looplab(["new", "lesson", "01-one-tread/x", "--course", folder.path], in: folder)
        #expect(track.errors.contains("did you mean '01-one-thread'?"), "\(track)")
    }

    /// Does what an author does, without a thought: words in the place of every mark.
    private func fill(_ folder: ScratchFolder, below path: String) throws {
        let root = URL(fileURLWithPath: folder.path).appendingPathComponent(path)
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        let files = path.hasSuffix("/") ? found ?? [] : [root]
        for file in files where !file.hasDirectoryPath {
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacingOccurrences(of: "concepts: [\(CourseCheck.leftoverMark)]", with: "concepts: [timers]")
                .replacingOccurrences(
                    of: "lesson: \(CourseCheck.leftoverMark)", with: "lesson: 01-one-thread/02-timers"
                )
                .replacingOccurrences(of: "entry: \(CourseCheck.leftoverMark)", with: "entry: one")
                .replacingOccurrences(of: CourseCheck.leftoverMark, with: "Words")
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }
}
