// SPDX-License-Identifier: MIT
internal import Markup
internal import Results

/// Which submissions a run grades, of those that the journal already has a result of.
public enum JournalSelection: String, Hashable, Sendable, CaseIterable {
    /// All of them.
    case all
    /// Those of which the submission, the exercise or the engine has changed.
    case changed
    /// Those, and those that have not passed.
    case failed
}

/// What a run of a batch says about itself before its results.
public struct JournalRun: Hashable, Sendable {
    /// Its number, from 1.
    public var number: Int
    /// The name of the course under which progress in it is kept.
    public var course: String
    /// The part of the batch that it grades; nil for the whole.
    public var shard: Shard?
    /// What it grades again.
    public var selection: JournalSelection

    /// Describes a run.
    public init(number: Int, course: String, shard: Shard? = nil, selection: JournalSelection = .all) {
        self.number = number
        self.course = course
        self.shard = shard
        self.selection = selection
    }
}

/// A line of a journal.
///
/// A result is written as in the format `jsonl`; between results stand lines about runs.
enum JournalLine {
    /// A run begins.
    case run(JournalRun)
    /// A run has come to its end, with so many notices.
    case end(notices: Int)
    /// A submission was graded in the run that began last.
    case result(SubmissionResult)

    static let version = 1

    /// Why a line is none.
    enum Problem: Error {
        case unreadable
        case newer(version: Int)
    }

    /// The line with its line feed.
    var bytes: [UInt8] {
        var json = JSONWriter()
        switch self {
        case .result(let result): return result.jsonLine
        case .run(let run):
            json.beginObject()
            json.member("journal", Self.version)
            json.member("run", run.number)
            json.member("course", run.course)
            if let shard = run.shard {
                json.member("shard", shard.number)
                json.member("shards", shard.count)
            }
            json.member("selection", run.selection.rawValue)
        case .end(let notices):
            json.beginObject()
            json.member("journal", Self.version)
            json.member("notices", notices)
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    /// Reads a line.
    init(_ bytes: [UInt8]) throws(Problem) {
        if bytes.starts(with: Self.mark) {
            guard let line = (try? Self.control(bytes)) ?? nil else { throw .unreadable }
            self = line
            return
        }
        do throws(ResultsError) {
            self = .result(try SubmissionResult(jsonLine: bytes, file: "", line: 1))
        } catch {
            if case .badResults(_, _, .newer(let version, _)) = error { throw .newer(version: version) }
            throw .unreadable
        }
    }

    private static let mark = Array("{\"journal\":".utf8)

    private static func control(_ bytes: [UInt8]) throws(JSONReader.Failure) -> JournalLine? {
        var json = JSONReader(bytes)
        var (number, course, notices): (Int?, String?, Int?) = (nil, nil, nil)
        var (shard, shards): (Int?, Int?) = (nil, nil)
        var selection: JournalSelection?
        try json.beginObject()
        var isFirst = true
        while let key = try json.nextKey(isFirst: isFirst) {
            isFirst = false
            switch key {
            case "run": number = Int(try json.number(upTo: 1 << 31))
            case "course": course = try json.string()
            case "shard": shard = Int(try json.number(upTo: 1 << 31))
            case "shards": shards = Int(try json.number(upTo: 1 << 31))
            case "selection": selection = JournalSelection(rawValue: try json.string())
            case "notices": notices = Int(try json.number(upTo: 1 << 31))
            default: try json.skipValue()
            }
        }
        try json.finish()
        if let notices { return .end(notices: notices) }
        guard let number, let course, let selection else { return nil }
        var run = JournalRun(number: number, course: course, selection: selection)
        if let shard, let shards { run.shard = Shard(number: shard, count: shards) }
        return .run(run)
    }

    /// The version that a line about runs names; nil for any other line.
    static func version(of bytes: [UInt8]) -> Int? {
        guard bytes.starts(with: mark) else { return nil }
        var json = JSONReader(bytes, in: mark.count..<bytes.count)
        return (try? json.number(upTo: 1 << 31)).map { Int($0) }
    }
}
