// SPDX-License-Identifier: MIT
public import CivilTime
internal import Markup
internal import SQLStorage

/// What was answered and what came of it, without what only the chain needs: for those who read many attempts.
public struct Judgement: Hashable, Sendable {
    /// Which attempt.
    public var id: AttemptID
    /// When it was recorded; later than its end where the clock had gone back.
    public var recorded: Timestamp
    /// See ``Attempt``; the others likewise.
    public var course: String
    /// See ``Attempt/courseVersion``.
    public var courseVersion: String
    /// See ``Attempt/exercise``.
    public var exercise: String
    /// See ``Attempt/variant``.
    public var variant: String
    /// See ``Attempt/kind``.
    public var kind: AttemptKind
    /// See ``Attempt/answer``.
    public var answer: String
    /// See ``Attempt/verdict``.
    public var verdict: Verdict
    /// See ``Attempt/points``.
    public var points: Points
    /// See ``Attempt/checks``.
    public var checks: [CheckOutcome]
    /// See ``Attempt/hints``.
    public var hints: Int
    /// See ``Attempt/duration``.
    public var duration: Int
    /// See ``Attempt/misconceptions``.
    public var misconceptions: [String]
    /// See ``Attempt/started``.
    public var started: Timestamp
    /// See ``Attempt/ended``.
    public var ended: Timestamp
}

/// Lists that were read before, by their JSON: attempts at one exercise often come to the same.
public struct JudgementCache {
    private static let largest = 20_000
    private var checks: [String: [CheckOutcome]] = [:]
    private var names: [String: [String]] = [:]

    /// Begins with nothing.
    public init() {}

    fileprivate mutating func checks(_ row: Statement, _ column: Int32) throws(ProgressError) -> [CheckOutcome] {
        let text = try row.text(column)
        if text == "[]" { return [] }
        if let known = checks[text] { return known }
        if checks.count >= Self.largest { checks = [:] }
        let list = try AttemptRow.list(text, row, column, AttemptJSON.check)
        checks[text] = list
        return list
    }

    fileprivate mutating func names(_ row: Statement, _ column: Int32) throws(ProgressError) -> [String] {
        let text = try row.text(column)
        if text == "[]" { return [] }
        if let known = names[text] { return known }
        if names.count >= Self.largest { names = [:] }
        let list = try AttemptRow.list(text, row, column, AttemptJSON.name)
        names[text] = list
        return list
    }
}

extension ProgressStore {
    /// Calls `body` with what came of every attempt, in no certain order; the cache may go from file to file.
    public func forEachJudgement(
        _ cache: inout JudgementCache, _ body: (Judgement) throws(ProgressError) -> Void
    ) throws(ProgressError) {
        var lists = cache
        cache = JudgementCache()
        defer { cache = lists }
        try connection.query(
            """
            SELECT device, number, recorded, course, course_version, exercise, variant, kind, answer, verdict, earned,
                possible, checks, hints, duration, misconceptions, started, ended
            FROM attempt
            """
        ) { (row) throws(ProgressError) in
            guard let verdict = Verdict(rawValue: try row.text(9)) else { throw row.wrongType(9) }
            try body(
                Judgement(
                    id: AttemptID(device: try row.text(0), number: try row.integer(1)), recorded: try row.time(2),
                    course: try row.text(3), courseVersion: try row.text(4), exercise: try row.text(5),
                    variant: try row.text(6), kind: AttemptKind(rawValue: try row.text(7)), answer: try row.text(8),
                    verdict: verdict, points: Points(earned: try row.integer(10), possible: try row.integer(11)),
                    checks: try lists.checks(row, 12), hints: try row.integer(13), duration: try row.integer(14),
                    misconceptions: try lists.names(row, 15), started: try row.time(16), ended: try row.time(17)))
        }
    }
}
