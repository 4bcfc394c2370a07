// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Gradebook
import Results
import Testing

@testable import Reporting

/// Parts of a class, what was agreed with one learner, and names that are masked.
@Suite struct ScopeTests {
    private static let names = ["learner-0", "learner-1", "learner-2"]

    private func report(_ change: (inout ClassReportRequest) -> Void) throws -> ClassReport {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook(MadeUpClass.results(learners: 3), at: folder.file("class.sqlite"))
        var request = ClassReportRequest()
        request.policy.sections = [
            .init(name: "monday", learners: [Self.names[0], "idle"]), .init(name: "friday", learners: [Self.names[1]]),
        ]
        change(&request)
        return try ClassReport(of: ReportInput(.gradebook(path)), request)
    }

    @Test func aPartOfTheClass() throws {
        let all = try report { _ in }
        #expect(all.learners.map(\.name) == ["idle"] + Self.names)
        #expect(all.remarks.contains(.withoutSection(learners: ["learner-2"])))
        #expect(try report { $0.scope = .section("monday") }.learners.map(\.name) == ["idle", "learner-0"])
        let one = try report { $0.scope = .learner("learner-1") }
        #expect(one.learners.map(\.attempts) == [all.learners[2].attempts])
        let exercise = try report { $0.scope = .exercise("01-a/02-two") }
        #expect(exercise.exercises.map(\.id) == ["01-a/02-two"])
        let same = all.exercises.first { $0.id == "01-a/02-two" }
        #expect(exercise.exercises.first?.attempts == same?.attempts)
        #expect(exercise.exercises.first?.checks == same?.checks)
    }

    @Test func aLesson() throws {
        let lesson = LessonReference(id: "01-a/01-first", number: "1.1", title: "First")
        let found = try report { request in
            request.course = ReportedCourse(
                id: "c", title: "A course", lessons: [lesson],
                exercises: [
                    .init(id: "01-a/01-one", number: "1.01", title: "One", track: "A", kind: "fix", lesson: lesson.id),
                    .init(id: "01-a/02-two", number: "1.02", title: "Two", track: "A", kind: "fix", lesson: nil),
                    .init(id: "01-a/09-new", number: "1.09", title: "New", track: "A", kind: "fix", lesson: lesson.id),
                ], misconceptions: [:])
            request.scope = .lesson(lesson.id)
        }
        let all = try report { _ in }
        // Those that nobody has tried are there as well.
        #expect(found.exercises.map(\.id) == ["01-a/01-one", "01-a/09-new"])
        #expect(found.exercises[0].attempts == all.exercises.first { $0.id == "01-a/01-one" }?.attempts)
        #expect(found.totals.attempts == found.exercises[0].attempts)
        #expect(found.lessons.map(\.lesson) == [lesson])
    }

    @Test(
        arguments: [
            (ReportScope.section("mondey"), "monday"), (.learner("learner-9"), "learner-0"),
            (.exercise("01-a/01-on"), "01-a/01-one"), (.lesson("1"), nil),
        ] as [(ReportScope, String?)]) func aNameThatIsNotThere(scope: ReportScope, nearest: String?)
    {
        do {
            _ = try report { $0.scope = scope }
            Issue.record("there is none")
        } catch {
            #expect(error as? ReportError == .unknown(scope, nearest: nearest))
        }
    }

    @Test(arguments: ReportFormat.allCases) func maskedNamesStandNowhere(format: ReportFormat) throws {
        for scope in [ReportScope.everyone, .learner("learner-0"), .section("monday"), .exercise("01-a/01-one")] {
            let masked = try report {
                $0.isAnonymous = true
                $0.scope = scope
            }
            let text = String(decoding: format.bytes(of: masked), as: UTF8.self)
            #expect(!text.contains("learner-"))
            #expect(!text.contains("idle"))
        }
    }

    @Test func numbersAreTheSameInEveryReport() throws {
        let all = try report { $0.isAnonymous = true }
        let one = try report {
            $0.isAnonymous = true
            $0.scope = .learner("learner-1")
        }
        #expect(one.scope == .learner(one.learners[0].name))
        #expect(one.learners[0].name.hasPrefix("Learner 00"))
        let same = all.learners.first { $0.name == one.learners[0].name }
        #expect(same?.attempts == one.learners[0].attempts)
    }

    @Test func whatPeopleDecidedCounts() throws {
        let found = try report { request in
            request.policy.overrides = [
                .init(
                    learner: "learner-0", exercise: "01-a/01-one", decision: .points(Points(thousandths: 500)),
                    reason: "r", author: "a"),
                .init(learner: "idle", exercise: "01-a/01-one", decision: .excused, reason: "r", author: "a"),
            ]
        }
        #expect(found.learners[1].standings[0].points == Points(thousandths: 500))
        #expect(found.learners[1].standings[0].isDecided)
        #expect(found.learners[0].standings[0].state == .excused)
        let others = found.learners[0].standings.dropFirst().count
        #expect(others == 2 && found.learners[0].possible < found.learners[1].possible)
    }

    @Test func whatTheGradebookKeepsOfDecisionsCounts() throws {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook(MadeUpClass.results(learners: 3), at: folder.file("class.sqlite"))
        let store = try GradebookStore(path: path, mode: .readWrite)
        for (learner, kind) in [("learner-0", Decision.Kind.points(Points(thousandths: 500))), ("learner-1", .excused)]
        {
            let now = Timestamp(milliseconds: MadeUpClass.monday)
            _ = try store.decide(
                Decision(
                    learner: learner, exercise: "01-a/01-one", kind: kind, reason: "r", author: "a", decided: now))
        }
        var request = ClassReportRequest()
        func standings() throws -> [Standing] {
            try ClassReport(of: ReportInput(.gradebook(path)), request).learners.map { $0.standings[0] }
        }
        #expect(try standings()[0].points == Points(thousandths: 500))
        #expect(try standings().map(\.isDecided) == [true, true, false])
        #expect(try standings()[1].state == .excused)
        // One of the class file comes before it.
        request.policy.overrides = [
            .init(
                learner: "learner-0", exercise: "01-a/01-one", decision: .points(Points(thousandths: 700)), reason: "r",
                author: "a")
        ]
        #expect(try standings()[0].points == Points(thousandths: 700))
    }

    /// A file system may have written a name in another way than the class file.
    @Test func namesThatUnicodeTakesForTheSameAreOne() throws {
        let folder = try ScratchFolder()
        var results = MadeUpClass.results(learners: 3)
        let renamed = ["learner-0": "Zoe\u{308}", "learner-1": "Zo\u{EB}"]
        for index in results.indices {
            results[index].learner = renamed[results[index].learner] ?? results[index].learner
        }
        let lines = results.map { String(decoding: $0.jsonLine, as: UTF8.self) }.joined()
        // A gradebook goes by the name that it knows, results by that of the class.
        let paths = [
            (try MadeUpClass.gradebook(results, at: folder.file("class.sqlite")), "Zoe\u{308}"),
            (try folder.write("results.jsonl", lines), "Zo\u{EB}"),
        ]
        for (path, spelling) in paths {
            var request = ClassReportRequest()
            request.policy.sections = [.init(name: "monday", learners: ["Zo\u{EB}"])]
            let report = try ClassReport(of: try .detected([path]), request)
            // In bytes: texts are equal whichever of the two spellings they have.
            #expect(report.learners.map { Array($0.name.utf8) } == [spelling, "learner-2"].map { Array($0.utf8) })
            #expect(report.learners[0].sections == ["monday"])
            request.scope = .learner("Zoe\u{308}")
            let one = try ClassReport(of: try .detected([path]), request)
            #expect(one.learners.map(\.attempts) == [report.learners[0].attempts])
        }
    }

    @Test func thoseWhoWereRenamedOrLeft() throws {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook(MadeUpClass.results(learners: 3), at: folder.file("class.sqlite"))
        let now = Timestamp(milliseconds: MadeUpClass.monday)
        let before = try ClassReport(of: ReportInput(.gradebook(path)), ClassReportRequest())
        let store = try GradebookStore(path: path, mode: .readWrite)
        try store.record([
            Enrolment(learner: "learner-1", fullName: "Ada L.", isActive: true, decided: now),
            Enrolment(learner: "learner-2", isActive: false, decided: now),
        ])
        let after = try ClassReport(of: ReportInput(.gradebook(path)), ClassReportRequest())
        #expect(after.learners.map(\.name) == ["learner-0", "learner-1"])
        #expect(after.learners.map(\.attempts) == before.learners.prefix(2).map(\.attempts))
        #expect(after.learners[1].fullName == "Ada L.")
        #expect(after.remarks.contains(.left(learners: 1)))
        var request = ClassReportRequest()
        request.isAnonymous = true
        let masked = try ClassReport(of: ReportInput(.gradebook(path)), request)
        #expect(masked.learners.map(\.fullName) == [nil, nil])
    }

    /// The section of the class file counts, else that of the roster; exports say the same.
    @Test func sectionsOfTheClassFileAndOfTheRoster() throws {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook(MadeUpClass.results(learners: 3), at: folder.file("class.sqlite"))
        let now = Timestamp(milliseconds: MadeUpClass.monday)
        let store = try GradebookStore(path: path, mode: .readWrite)
        try store.record([
            Enrolment(learner: "learner-0", section: "tuesday", isActive: true, decided: now),
            Enrolment(learner: "learner-1", section: "tuesday", isActive: true, decided: now),
            Enrolment(learner: "learner-2", isActive: true, decided: now),
        ])
        var request = ClassReportRequest()
        #expect(try Self.sections(path, request) == [["tuesday"], ["tuesday"], []])
        request.policy.sections = [.init(name: "monday", learners: ["learner-0"])]
        #expect(try Self.sections(path, request) == [["monday"], ["tuesday"], []])
        let members = try store.members(request.policy).all
        #expect(members.map { $0.section.map { [$0] } ?? [] } == [["monday"], ["tuesday"], []])
        let all = try ClassReport(of: ReportInput(.gradebook(path)), request)
        #expect(all.remarks.contains(.withoutSection(learners: ["learner-2"])))
        for (section, learner) in [("monday", "learner-0"), ("tuesday", "learner-1")] {
            request.scope = .section(section)
            #expect(try ClassReport(of: ReportInput(.gradebook(path)), request).learners.map(\.name) == [learner])
        }
    }

    private static func sections(_ path: String, _ request: ClassReportRequest) throws -> [[String]] {
        try ClassReport(of: ReportInput(.gradebook(path)), request).learners.map(\.sections)
    }
}
