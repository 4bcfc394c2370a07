// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Foundation
import Gradebook
import Results
import SQLStorage
import Testing

/// `looplab class`, as an instructor gives it.
@Suite struct ClassCommandTests {
    private static let sleep = "01-one-thread/04-sleep"
    private static let roster = """
        Student,ID,SIS User ID,SIS Login ID,Section,Sleep (4711)
            Points Possible,,,,,10
        "Lovelace, Ada",17,s1,ada,Monday,9.5
        "כהן, דנה",19,s3,dana,Tuesday,
        "Student, Test",21,,ab12,Monday,

        """
    private let folder: ExerciseFolder

    init() throws {
        folder = try ExerciseFolder(isInitialized: false)
        #expect(try run("init").exit == .code(0))
        let path = folder.scratch.path + "/class.gradebook"
        let store = try GradebookStore(path: path, mode: .readWrite)
        for (learner, hash) in [("ada", "a"), ("a.lovelace", "b"), ("bob", "c")] {
            try store.record(Self.result(learner, hash))
        }
        try store.commit()
        try folder.scratch.write("canvas.csv", Self.roster)
    }

    private static func result(_ learner: String, _ hash: String) -> SubmissionResult {
        SubmissionResult(
            learner: learner, exercise: sleep, title: "Sleep", path: "\(learner)/04-sleep.js", submittedAt: 5_000,
            provenance: .init(submission: hash, exercise: "e", engine: "x"), status: .graded,
            checks: [
                CheckResult(
                    name: "sleeps", possible: Points(thousandths: 10_000), earned: Points(thousandths: 10_000),
                    outcome: .passed)
            ])
    }

    private func run(_ words: String, locale: String = "C.UTF-8") throws -> ProgramProcess.Result {
        try folder.shell("exec \"$LOOPLAB\" class \(words)", environment: ["LANG": locale])
    }

    @Test func aClassBegins() throws {
        let text = try #require(folder.scratch.read("class.yaml"))
        #expect(text.contains("format: 1\ntitle: \"") && text.contains("timezone: \"Z\""))
        let (policy, problems) = ClassFile.read(text, file: "class.yaml")
        #expect(policy != nil && problems == [])
        // Taking the marks away makes it a class file too.
        let lines = text.split(separator: "\n").map {
            $0.hasPrefix("# A") || $0.hasPrefix("# W") || $0.hasPrefix("# T") ? "" : $0
        }
        let bare = lines.map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
        #expect(ClassFile.read(bare, file: "class.yaml").problems == [])
        let again = try run("init")
        #expect(again.exit == .code(2) && again.errors.contains("there is class.yaml already"))
    }

    @Test func aRosterIsTaken() throws {
        let trial = try run("import-roster canvas.csv --dry-run")
        #expect(trial.output.hasSuffix("Nothing was kept (--dry-run).\n"))
        let first = try run("import-roster canvas.csv")
        #expect(
            first.output == """
                canvas.csv: 2 learners by the column 'SIS Login ID', as Canvas exports it
                  2 new, 0 changed, 0 as before
                  line 5: Canvas's test student was left out
                known by results or decisions, and on no roster: 2
                    a.lovelace: perhaps ada (Ada Lovelace)
                    bob
                  A table with the columns learner and also says who they are; or another
                  column of the roster has their names: --column learner=NAME.

                """, "\(first)")
        try folder.scratch.write("also.csv", "learner,also\nada,a.lovelace\n")
        let also = try run("import-roster also.csv")
        #expect(also.output.contains("ada: is called 'a.lovelace' as well; both names are one learner\n"))
        #expect(also.output.contains("enrolled, and not on this roster: 1; they stay"))
        let feedback = try folder.shell("exec \"$LOOPLAB\" feedback a.lovelace --gradebook class.gradebook")
        #expect(feedback.output.hasPrefix("# Feedback for ada\n"))
        let json = try run("import-roster canvas.csv --complete --json").output
        #expect(json.contains(#""unchanged":2,"absent":[]}],"strangers":[{"learner":"bob"}],"namesakes":[]}"#))
    }

    /// What is said of those who are missing is what was kept.
    @Test func severalRostersAreComplete() throws {
        try folder.scratch.write("all.csv", "learner\nada\ncem\ngrace\nlin\n")
        try folder.scratch.write("a.csv", "learner\nada\n")
        try folder.scratch.write("g.csv", "learner\ngrace\n")
        _ = try run("import-roster all.csv")
        let absent = "enrolled, and on none of these rosters: 2; "
        let rows = "\n    cem, lin\n"
        let kept = try run("import-roster a.csv g.csv")
        #expect(kept.output.contains(absent + "they stay (--complete: they have left)" + rows), "\(kept)")
        let trial = try run("import-roster a.csv g.csv --complete --dry-run")
        #expect(trial.output.contains(absent + "they would have left" + rows), "\(trial)")
        let result = try run("import-roster a.csv g.csv --complete")
        #expect(result.output.contains(absent + "they have left now" + rows), "\(result)")
        #expect(!result.output.contains("not on this roster"))
        let again = try run("import-roster a.csv g.csv --complete --json").output
        #expect(again.contains(#""kept":true,"left":[],"#), "\(again)")
    }

    @Test func wordsFitTheTerminal() throws {
        let help = try run("--help")
        #expect(help.exit == .code(0) && help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try folder.scratch.write("r.csv", "learner,name\nzoë,\(String(repeating: "Zoë ", count: 60))\n")
        for locale in ["C.UTF-8", "C"] {
            _ = try run("import-roster canvas.csv r.csv", locale: locale)
            let result = try run("import-roster r.csv", locale: locale)
            #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(result)")
            if locale == "C" { #expect(result.output.utf8.allSatisfy { $0 < 0x80 }) }
        }
    }

    @Test func whatIsDecidedCounts() throws {
        _ = try run("import-roster canvas.csv")
        let kept = try run("override ada 1.04 --points 7.5 --reason 'shown in class' --by 'L. Hale'")
        #expect(kept.output == "ada, \(Self.sleep): 7.5 points; L. Hale: shown in class\n", "\(kept)")
        _ = try run("override dana \(Self.sleep) --excused --reason ill --by 'L. Hale'")
        let export = try run("export --format canvas")
        #expect(
            export.output.replacingOccurrences(of: "\r", with: "") == """
                Student,ID,SIS User ID,SIS Login ID,Section,Sleep
                "    Points Possible",,,,,10
                "Lovelace, Ada",17,s1,ada,Monday,7.5
                "כהן, דנה",19,s3,dana,Tuesday,EX

                """)
        #expect(export.errors.contains("2 learners, 1 exercise, 1 score, by the rules of class.yaml\n"))
        #expect(export.errors.contains("left out, as no roster names them (--all takes them in): a.lovelace, bob\n"))
        _ = try run("override ada 1.04 --withdraw --reason 'it was another' --by 'L. Hale'")
        let list = try run("override --json").output
        #expect(list.contains(#""points":7.5"#) && list.contains(#""withdrawn":true"#))
        #expect(list.components(separatedBy: #""counts":true"#).count == 3)
        #expect(try run("export --format canvas").output.contains("ada,Monday,10\r\n"))
    }

    @Test func aClassHasATitle() throws {
        try folder.scratch.write("other/empty", "")
        let made = try folder.shell("cd other && exec \"$LOOPLAB\" class init --title 'Autumn: \"one\"'")
        #expect(made.exit == .code(0), "\(made)")
        let text = try #require(folder.scratch.read("other/class.yaml"))
        #expect(ClassFile.read(text, file: "class.yaml").policy?.title == "Autumn: \"one\"")
    }

    @Test func whatAnExportHas() throws {
        _ = try run("import-roster canvas.csv")
        let plain = try run("export --format otter")
        #expect(plain.output.hasSuffix("ada,10,10,1,Completed\r\ndana,,0,0,Completed\r\n"), "\(plain)")
        let zeros = try run("export --format otter --zeros")
        #expect(zeros.output.hasSuffix("ada,10,10,1,Completed\r\ndana,0,0,0,Completed\r\n"), "\(zeros)")
        let all = try run("export --format otter --all").output
        for name in ["\r\na.lovelace,10,", "\r\nbob,10,"] {
            #expect(all.contains(name) && !plain.output.contains(name), "\(all)")
        }
        let kept = try run("export --format otter --output scores.csv")
        #expect(kept.exit == .code(0) && kept.output.isEmpty && kept.errors == plain.errors, "\(kept)")
        let written = try Data(contentsOf: URL(fileURLWithPath: folder.scratch.path + "/scores.csv"))
        #expect(written == Data(plain.output.utf8))
        #expect(try run("export --format otter --output no/scores.csv").exit != .code(0))
    }

    /// Without a gradebook where one is looked for, it is said how to make one.
    @Test(arguments: ["import-roster ../canvas.csv", "override", "export --format otter", "verify"])
    func theGradebookThatIsMissing(words: String) throws {
        try folder.scratch.write("other/empty", "")
        let result = try folder.shell("cd other && exec \"$LOOPLAB\" class \(words)")
        #expect(result.exit == .code(2), "\(result)")
        #expect(result.errors.contains("there is no gradebook class.gradebook here; looplab class init makes one"))
    }

    @Test func gradebooksAreMergedAllOrNone() throws {
        let other = try GradebookStore(path: folder.scratch.path + "/other", mode: .readWrite)
        try other.record(Self.result("eve", "d"))
        try other.commit()
        #expect(try run("merge other").output == "other: 2 new records\n")
        #expect(try run("merge other class.gradebook --json").output.contains(#""added":0,"known":2"#))
        try folder.scratch.write("text", "hello")
        let wrong = try run("merge other text --gradebook new")
        #expect(wrong.exit == .code(2) && wrong.errors.contains("text is no SQLite database"))
        #expect(folder.scratch.read("new") == nil)
        #expect(try run("merge other --gradebook new").output == "new is new\nother: 2 new records\n")
        #expect(try run("verify new other").output.components(separatedBy: "each is as it was recorded").count == 3)
    }

    /// Changes the gradebook behind everyone's back.
    private func change(_ sql: String) throws {
        let path = folder.scratch.path + "/class.gradebook"
        try SQLStorage.Connection<GradebookError>(file: path, .readWrite, busyTimeout: 0).execute(sql)
    }

    @Test func editedRowsAreNamed() throws {
        // Past the triggers, as somebody would do it.
        try change("DROP TRIGGER hand_in_is_never_changed; UPDATE hand_in SET submitted = 1 WHERE path LIKE 'bob/%'")
        let result = try run("verify")
        #expect(result.exit == .code(1))
        #expect(result.output.contains("a submission of bob in \(Self.sleep) was edited or put in\n"), "\(result)")
        #expect(result.output.contains("'hand_in_is_never_changed' in the database's schema was changed"))
        let merge = try run("merge class.gradebook --gradebook new")
        #expect(merge.exit == .code(2) && merge.errors.contains("nothing of it was merged"))
        #expect(folder.scratch.read("new") == nil)
    }

    @Test(arguments: [
        ("", 2, "class does what?"), ("frob", 2, "class cannot 'frob'"), ("import-roster", 2, "import which roster?"),
        ("import-roster none.csv", 2, "cannot read none.csv"), ("import-roster .", 2, "it is a folder"),
        ("import-roster bad.csv", 2, "bad.csv:3:1: 'ada' stands on line 2 as well"),
        ("import-roster canvas.csv --gradebook no", 2, "there is no gradebook no; correct the name"),
        ("import-roster canvas.csv --column x=y", 2, "--column cannot be 'x=y'"),
        ("import-roster canvas.csv --column learner=Login", 2, "canvas.csv:1:1: there is no column 'Login'"),
        ("import-roster canvas.csv --points 3", 2, "--points belongs to class override"),
        ("override ada", 2, "override which score?"), ("override ada 1.04", 2, "override with what?"),
        ("override ada 1.04 --points 1 --excused", 2, "give one of them"),
        ("override ada 1.04 --points 1 --by me", 2, "needs its reason"),
        ("override ada 1.04 --points 1 --reason x", 2, "needs somebody who answers for it"),
        ("override ada 1.04 --points ten --reason x --by me", 2, "--points cannot be 'ten'"),
        ("override aad 1.04 --points 1 --reason x --by me", 2, "nothing is known of 'aad' (did you mean 'ada'?)"),
        ("override ada 1.44 --points 1 --reason x --by me", 2, "there is no exercise '1.44'"),
        ("override ada 1.04 --points 1 --reason x --by me --course bad", 2, "cannot be read; Lessons/course.yaml:1"),
        ("export", 2, "export for what?"), ("export --format pdf", 2, "one of canvas, moodle, nbgrader, otter, lti"),
        ("export --format lti --exercise 01-one-thread/04-slep", 2, "did you mean '\(sleep)'?"),
        ("export --format lti --class newer.yaml", 2, "newer.yaml:1:9: this is format 2"),
        ("merge", 2, "merge what?"), ("merge none", 2, "cannot open the gradebook in none"),
        ("verify none", 2, "cannot open the gradebook in none"), ("verify bad.csv", 2, "is no SQLite database"),
        ("verify --gradebook none", 2, "there is no gradebook none"),
    ])
    func whatIsWrongIsSaid(words: String, code: Int32, text: String) throws {
        try folder.scratch.write("bad.csv", "learner,name\nada,x\nada,y\n")
        try folder.scratch.write("newer.yaml", "format: 2\n")
        try folder.scratch.write("bad/Lessons/course.yaml", "none\n")
        let result = try run(words)
        #expect(result.exit == .code(code) && result.errors.contains(text), "\(result)")
        #expect(result.output.isEmpty)
    }

    @Test func aNewerGradebookStaysAsItIs() throws {
        try change("PRAGMA user_version = 99")
        let path = folder.scratch.path + "/class.gradebook"
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let uses = [
            "import-roster canvas.csv", "override ada 1.04 --excused --reason x --by me", "export --format lti",
            "verify",
            "merge class.gradebook --gradebook new",
        ]
        for words in uses {
            let result = try run(words)
            #expect(result.exit == .code(3) && result.errors.contains("a newer LoopLab has written"), "\(result)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
}
