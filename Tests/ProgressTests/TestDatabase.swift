// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Foundation
import SQLStorage
import Scheduling

@testable import Progress

/// A database in a directory of its own, which goes with it.
final class TestDatabase {
    private let folder: ScratchFolder
    /// Where the database lies, once it was made.
    let path: String

    init() throws {
        folder = try ScratchFolder()
        path = folder.file("progress.sqlite")
    }

    /// The directory that it is in.
    var directory: String { folder.path }

    /// A store on it.
    func store(_ mode: ProgressStore.Mode = .readWrite, busyTimeout: Int = 2_000) throws(ProgressError) -> ProgressStore
    {
        try ProgressStore(path: path, mode: mode, busyTimeout: busyTimeout)
    }

    /// A store that has some attempts.
    func store(with attempts: [Attempt]) throws -> ProgressStore {
        let store = try store()
        for attempt in attempts { try store.append(attempt) }
        return store
    }

    /// Changes the file behind everyone's back, past the triggers.
    func tamper(_ sql: String) throws(ProgressError) {
        let connection = try Connection(file: path, .readWrite, busyTimeout: 1_000)
        try connection.execute("PRAGMA foreign_keys = OFF")
        try connection.execute("PRAGMA ignore_check_constraints = ON")
        let triggers = try connection.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
            (row) throws(ProgressError) in (try row.text(0), try row.text(1))
        }
        for (name, _) in triggers { try connection.execute("DROP TRIGGER \(name)") }
        try connection.execute(sql)
        for (_, text) in triggers { try connection.execute(text) }
    }

    /// The bytes of its file.
    var bytes: [UInt8] {
        get throws { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
    }

    /// Puts other bytes into its file.
    func write(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

/// The databases of a test, which go when the test is over.
final class TestDatabases {
    private var all: [TestDatabase] = []

    /// A store on a new database, with some attempts.
    func store(with attempts: [Attempt] = []) throws -> ProgressStore {
        let database = try TestDatabase()
        all.append(database)
        return try database.store(with: attempts)
    }
}

extension Timestamp {
    /// 1 March 2026, half past nine in the morning.
    static let start = Timestamp(milliseconds: 1_772_357_400_000)

    /// So many minutes later.
    func later(minutes: Int) -> Timestamp { Timestamp(milliseconds: milliseconds + Int64(minutes) * 60_000) }
}

extension Attempt {
    /// One with a fixed time, and what else a test wants.
    static func sample(
        _ exercise: String = "02-the-loop/04-two-chains", course: String = "async", verdict: Verdict = .passed,
        at time: Timestamp = .start, hints: Int = 0, concepts: [String] = ["then"], misconceptions: [String] = []
    ) -> Attempt {
        Attempt(
            course: course, courseVersion: "v1", exercise: exercise, kind: .predict, answer: "a b c d",
            verdict: verdict,
            checks: [
                CheckOutcome(name: "order", hasPassed: verdict == .passed, points: Points(earned: 0, possible: 0))
            ],
            hints: hints, duration: 30_000, concepts: concepts, misconceptions: misconceptions, started: time,
            ended: time, offset: 0, appVersion: "0.1.0")
    }

    /// Some that differ in everything, by a seed; times go back now and then.
    static func random(_ count: Int, seed: UInt64) -> [Attempt] {
        var random = SplitMix64(seed: seed)
        let names = ["then", "await", "timers", "queues", "z\u{e9}ro \u{1f600}"]
        var time = Timestamp.start
        return (0..<count).map { index in
            time = time.later(minutes: Int.random(in: -600...2_000, using: &random))
            let possible = Int.random(in: 0...3, using: &random) * 500
            let earned = Int.random(in: 0...possible, using: &random)
            return Attempt(
                course: ["async", "puzzles"][Int.random(in: 0...1, using: &random)], courseVersion: "v\(index % 3)",
                exercise: "0\(Int.random(in: 1...3, using: &random))-part/\(Int.random(in: 1...4, using: &random))",
                variant: "\(index)", kind: .predict, answer: "\u{0}\"\n\u{2028}\(random.next())",
                verdict: Verdict.allCases.randomElement(using: &random) ?? .passed,
                points: Points(earned: earned, possible: possible), hints: Int.random(in: 0...2, using: &random),
                duration: Int.random(in: 0...90_000, using: &random),
                concepts: names.filter { _ in Bool.random(using: &random) },
                misconceptions: names.filter { _ in Int.random(in: 0...5, using: &random) == 0 },
                started: time, ended: time, offset: Int.random(in: -720...720, using: &random), appVersion: "0.1.0")
        }
    }
}
