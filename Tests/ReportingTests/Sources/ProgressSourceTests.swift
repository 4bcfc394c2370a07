// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Foundation
import Progress
import Testing

@testable import Reporting

/// What progress files tell that gradebooks do not: hints, time spent, misconceptions, lessons, clocks.
@Suite struct ProgressSourceTests {
    private static let start = Timestamp(milliseconds: MadeUpClass.monday)

    private static func attempt(
        _ exercise: String, minute: Int, verdict: Verdict = .failed, kind: AttemptKind = .predict,
        answer: String = "b\na", hints: Int = 0, beliefs: [String] = [], course: String = "c", variant: String = "",
        version: String = "1"
    ) -> Attempt {
        let time = Timestamp(milliseconds: start.milliseconds + Int64(minute) * 60_000)
        return Attempt(
            course: course, courseVersion: version, exercise: exercise, variant: variant, kind: kind, answer: answer,
            verdict: verdict, hints: hints, duration: 30_000, misconceptions: beliefs, started: time, ended: time,
            offset: 0, appVersion: "0")
    }

    private static func store(
        _ folder: ScratchFolder, _ file: String, name: String? = nil, _ attempts: [Attempt]
    ) throws -> String {
        let store = try ProgressStore(path: folder.file(file), mode: .readWrite)
        if let name { try store.setLearner(name: name, at: start) }
        for attempt in attempts { try store.append(attempt) }
        return folder.file(file)
    }

    private static let course = ReportedCourse(
        id: "c", title: "A course",
        lessons: [LessonReference(id: "01-a/01-first", number: "1.1", title: "First")],
        exercises: [
            .init(
                id: "01-a/01-one", number: "1.01", title: "One", track: "A", kind: "predict", lesson: "01-a/01-first")
        ],
        misconceptions: ["await-blocks": .init(name: "await does not yield", lesson: "01-a/01-first")])

    private func report(_ paths: [String], course: ReportedCourse? = course) throws -> ClassReport {
        var request = ClassReportRequest()
        request.course = course
        return try ClassReport(of: try ReportInput.detected(paths), request)
    }

    @Test func hintsTimeAndAttemptsToPass() throws {
        let folder = try ScratchFolder()
        let ada = try Self.store(
            folder, "1.sqlite", name: "ada",
            [
                Self.attempt("01-a/01-one", minute: 1), Self.attempt("01-a/01-one", minute: 2, hints: 1),
                Self.attempt("01-a/01-one", minute: 9, verdict: .passed, hints: 2),
                Self.attempt("01-a/01-one", minute: 11, verdict: .passed, hints: 3),
            ])
        let standing = try report([ada]).learners[0].standings[0]
        #expect(standing.attemptsToPass == 3)
        #expect(standing.duration == 90_000)
        #expect(standing.hints == 2)
        #expect(standing.firstShare == 0)
        let exercise = try report([ada]).exercises[0]
        #expect(exercise.elapsedToPass == 8 * 60_000)
        #expect(exercise.hinted == 1)
        #expect(exercise.wrongAnswers == [WrongAnswer(text: "b\na", learners: 1, attempts: 2)])
    }

    @Test func aBeliefIsOpenUntilWhatItShowedInIsPassed() throws {
        let folder = try ScratchFolder()
        let belief = ["await-blocks"]
        let ada = try Self.store(
            folder, "1.sqlite", name: "ada",
            [
                Self.attempt("01-a/01-one", minute: 1, beliefs: belief),
                Self.attempt("01-a/01-one", minute: 2, verdict: .passed),
            ])
        let grace = try Self.store(
            folder, "2.sqlite", name: "grace",
            [
                Self.attempt("01-a/01-one", minute: 1, beliefs: belief),
                Self.attempt("01-a/01-one", minute: 2, verdict: .passed),
                Self.attempt("Lessons/01-a/01-first", minute: 3, beliefs: belief, variant: "q1"),
                Self.attempt("level-1", minute: 4, verdict: .passed, kind: .puzzle, course: "puzzles", variant: "7"),
            ])
        let found = try report([ada, grace]).misconceptions
        #expect(found.map(\.id) == ["await-blocks"])
        #expect(found[0].name == "await does not yield")
        #expect(found[0].lesson?.number == "1.1")
        #expect(found[0].holders.map(\.name) == ["grace", "ada"])
        #expect(found[0].holders.map(\.isOpen) == [true, false])
        #expect(found[0].attempts == 3)
        #expect(found[0].exercises == ["01-a/01-one", "01-a/01-first"])
    }

    @Test func questionsBelongToTheirLesson() throws {
        let folder = try ScratchFolder()
        let path = try Self.store(
            folder, "1.sqlite",
            [
                Self.attempt("Lessons/01-a/01-first", minute: 1, variant: "q1"),
                Self.attempt("Lessons/01-a/01-first", minute: 2, verdict: .passed, variant: "q1"),
            ])
        try ProgressStore(path: path, mode: .readWrite).setLessonPosition(
            LessonPosition(course: "c", lesson: "01-a/01-first", block: 3, isFinished: true, updated: Self.start))
        let found = try report([path])
        #expect(found.exercises.isEmpty)
        #expect(found.lessons.map(\.attempts) == [2])
        #expect(found.lessons.map(\.passes) == [1])
        #expect(found.lessons.map(\.finished) == [1])
        #expect(found.learners.map(\.name) == ["1"])
    }

    @Test func anExportIsAsGoodAsTheFile() throws {
        let folder = try ScratchFolder()
        let path = try Self.store(folder, "1.sqlite", name: "山田", [Self.attempt("01-a/01-one", minute: 1)])
        let export = try ProgressStore(path: path, mode: .readOnly).exported(writer: "test")
        let text = try folder.write("export.jsonl", String(decoding: export, as: UTF8.self))
        #expect(try report([text]) == (try report([path])))
        // Both together are of one learner, and count once.
        let both = try report([path, text])
        #expect(both.totals.attempts == 1)
        #expect(
            both.remarks.contains(.knownAttempts(file: text, attempts: 1))
                && both.remarks.contains(.sameName(learner: "山田", files: 2)))
    }

    /// Files are often named after the learner; neither they nor what they say are shown.
    @Test func namesOfFilesAreMasked() throws {
        let folder = try ScratchFolder()
        let path = try Self.store(folder, "ada.sqlite", name: "ada", [Self.attempt("01-a/01-one", minute: 1)])
        let export = try ProgressStore(path: path, mode: .readOnly).exported(writer: "test")
        try folder.write("ada-again.jsonl", String(decoding: export, as: UTF8.self))
        try folder.write("ada-broken.sqlite", "hello")
        var request = ClassReportRequest()
        request.isAnonymous = true
        let report = try ClassReport(of: try .detected([folder.path]), request)
        let name = "Learner 001"
        #expect(report.learners.map(\.name) == [name])
        #expect(
            report.remarks == [
                .unreadable(file: "file 1", reason: ""), .knownAttempts(file: "file 2", attempts: 1),
                .sameName(learner: name, files: 2),
            ])
        for format in ReportFormat.allCases {
            #expect(!String(decoding: format.bytes(of: report), as: UTF8.self).contains("ada"), "\(format)")
        }
    }

    @Test func whatIsStrangeIsSaid() throws {
        let folder = try ScratchFolder()
        let path = try Self.store(
            folder, "1.sqlite", name: "ada",
            [
                Self.attempt("01-a/01-one", minute: 100), Self.attempt("01-a/01-one", minute: 5, version: "2"),
                Self.attempt("09-x/01-gone", minute: 101), Self.attempt("z", minute: 102, course: "other"),
            ])
        let found = try report([path])
        #expect(
            found.remarks == [
                .clockWentBack(learner: "ada", attempts: 1), .otherCourse(course: "other", attempts: 1),
                .severalVersions(exercise: "01-a/01-one", versions: 2),
                .unknownExercise(exercise: "09-x/01-gone", attempts: 1),
            ])
        #expect(found.totals.attempts == 3)
        // Attempts stay in the order in which they were recorded.
        #expect(found.learners[0].standings[0].last?.milliseconds == Self.start.milliseconds + 300_000)
    }

    @Test func aDamagedFileIsNamedAndTheOthersAreRead() throws {
        let folder = try ScratchFolder()
        let good = try Self.store(folder, "1.sqlite", name: "ada", [Self.attempt("01-a/01-one", minute: 1)])
        let bad = try Self.store(folder, "2.sqlite", name: "grace", [Self.attempt("01-a/01-one", minute: 1)])
        var bytes = try Data(contentsOf: URL(fileURLWithPath: bad))
        bytes.replaceSubrange(100..<bytes.count, with: Data(repeating: 0x5A, count: bytes.count - 100))
        try bytes.write(to: URL(fileURLWithPath: bad))
        try? FileManager.default.removeItem(atPath: bad + "-wal")
        let found = try report([folder.path])
        #expect(found.learners.map(\.name) == ["ada"])
        guard case .unreadable(bad, _)? = found.remarks.first else {
            Issue.record("\(found.remarks)")
            return
        }
        #expect(throws: ReportError.self) { try report([bad]) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: bad)) == bytes)
        #expect(try report([good]).remarks.isEmpty)
    }
}
