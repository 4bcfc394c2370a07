// SPDX-License-Identifier: MIT
internal import Markup

/// What ends the reading of a result.
enum DecodingFailure: Error {
    case json(JSONReader.Failure)
    case problem(ResultProblem)
}

/// Reads what ``ResultEncoding`` writes, with its fields in any order; fields that it does not know it skips.
///
/// It never traps, whatever the bytes are, and what it returns can be added up without an overflow.
struct ResultDecoding {
    /// The largest number of thousandths that a check may have: a million such checks can still be added up.
    static let pointsLimit: Int64 = 1_000_000_000_000
    /// How many checks, or lines of a list, a result may have.
    static let countLimit = 100_000

    var json: JSONReader

    /// Reads an object: `body` takes the value of the key that it is given and says whether it did.
    mutating func object(
        _ body: (inout ResultDecoding, String) throws(DecodingFailure) -> Bool
    ) throws(DecodingFailure) {
        try reading { (json) throws(JSONReader.Failure) in try json.beginObject() }
        var isFirst = true
        while let key = try reading({ (json) throws(JSONReader.Failure) in try json.nextKey(isFirst: isFirst) }) {
            isFirst = false
            if try !body(&self, key) {
                try reading { (json) throws(JSONReader.Failure) in try json.skipValue() }
            }
        }
    }

    mutating func array<Element>(
        of name: String, _ body: (inout ResultDecoding) throws(DecodingFailure) -> Element
    ) throws(DecodingFailure) -> [Element] {
        try reading { (json) throws(JSONReader.Failure) in try json.beginArray() }
        var elements: [Element] = []
        while try reading({ (json) throws(JSONReader.Failure) in try json.hasElement(isFirst: elements.isEmpty) }) {
            if elements.count >= Self.countLimit { throw .problem(.badField(name)) }
            elements.append(try body(&self))
        }
        return elements
    }

    mutating func reading<Value>(
        _ body: (inout JSONReader) throws(JSONReader.Failure) -> Value
    ) throws(DecodingFailure) -> Value {
        do throws(JSONReader.Failure) {
            return try body(&json)
        } catch {
            throw .json(error)
        }
    }

    // MARK: - Values

    mutating func string() throws(DecodingFailure) -> String {
        try reading { (json) throws(JSONReader.Failure) in try json.string() }
    }

    mutating func boolean() throws(DecodingFailure) -> Bool {
        try reading { (json) throws(JSONReader.Failure) in try json.boolean() }
    }

    mutating func integer() throws(DecodingFailure) -> Int64 {
        try reading { (json) throws(JSONReader.Failure) in try json.integer() }
    }

    /// A whole number from 0 on that other numbers may be added to.
    mutating func count() throws(DecodingFailure) -> Int {
        Int(try reading { (json) throws(JSONReader.Failure) in try json.number(upTo: UInt64(Int32.max)) })
    }

    mutating func signedNumber() throws(DecodingFailure) -> Int32 {
        try reading { (json) throws(JSONReader.Failure) in try json.signedNumber() }
    }

    mutating func points() throws(DecodingFailure) -> Points {
        let limit = Self.pointsLimit
        return Points(
            thousandths: Int(try reading { (json) throws(JSONReader.Failure) in try json.thousandths(upTo: limit) }))
    }

    mutating func strings(of name: String) throws(DecodingFailure) -> [String] {
        try array(of: name) { (self) throws(DecodingFailure) in try self.string() }
    }

    static func required<Value>(_ value: Value?, _ name: String) throws(DecodingFailure) -> Value {
        guard let value else { throw .problem(.missingField(name)) }
        return value
    }

    /// The version that a mark names.
    static func checkMark(_ mark: String?) throws(DecodingFailure) {
        guard let mark, mark.hasPrefix(ResultEncoding.mark),
            let version = Int(mark.dropFirst(ResultEncoding.mark.count)),
            version >= 1
        else { throw .problem(.noMark) }
        if version > ResultEncoding.version {
            throw .problem(.newer(version: version, supported: ResultEncoding.version))
        }
    }
}

// MARK: - A submission

extension ResultDecoding {
    /// Reads a result; one on a line of its own must be marked.
    ///
    /// The mark stands first where we wrote it; so a newer version is named before a field that it changed is missed.
    mutating func submission(marked: Bool) throws(DecodingFailure) -> SubmissionResult {
        var (learner, exercise, title, path): (String?, String?, String?, String?) = (nil, nil, nil, nil)
        var mark: String?
        var submittedAt: Int64?
        var provenance: SubmissionResult.Provenance?
        var status: SubmissionResult.Status?
        var checks: [CheckResult]?
        var worth: Points?
        try object { (self, key) throws(DecodingFailure) in
            switch key {
            case "format":
                mark = try self.string()
                try Self.checkMark(mark)
            case "learner": learner = try self.string()
            case "exercise": exercise = try self.string()
            case "title": title = try self.string()
            case "path": path = try self.string()
            case "submittedAt": submittedAt = try self.integer()
            case "provenance": provenance = try self.provenance()
            case "status": status = try self.status()
            case "worth": worth = try self.points()
            case "checks":
                checks = try self.array(of: key) { (self) throws(DecodingFailure) in try self.check() }
            default: return false
            }
            return true
        }
        if marked { try Self.checkMark(mark) }
        return SubmissionResult(
            learner: try Self.required(learner, "learner"), exercise: try Self.required(exercise, "exercise"),
            title: try Self.required(title, "title"), path: try Self.required(path, "path"),
            submittedAt: submittedAt, provenance: try Self.required(provenance, "provenance"),
            status: try Self.required(status, "status"), checks: try Self.required(checks, "checks"),
            worth: worth)
    }

    private mutating func provenance() throws(DecodingFailure) -> SubmissionResult.Provenance {
        var (submission, exercise, engine): (String?, String?, String?) = (nil, nil, nil)
        try object { (self, key) throws(DecodingFailure) in
            switch key {
            case "submission": submission = try self.string()
            case "exercise": exercise = try self.string()
            case "engine": engine = try self.string()
            default: return false
            }
            return true
        }
        return SubmissionResult.Provenance(
            submission: try Self.required(submission, "submission"),
            exercise: try Self.required(exercise, "exercise"), engine: try Self.required(engine, "engine"))
    }

    private mutating func status() throws(DecodingFailure) -> SubmissionResult.Status {
        let fields = try words()
        switch try Self.required(fields.kind, "kind") {
        case "graded": return .graded
        case "error": return .error(try Self.required(fields.reason, "reason"))
        case "refused": return .refused(try refusal(fields))
        default: throw .problem(.badField("kind"))
        }
    }

    private func refusal(_ fields: ResultWords) throws(DecodingFailure) -> SubmissionResult.Refusal {
        let name = try Self.required(fields.refusal, "refusal")
        if let fault = SubmissionResult.ArchiveFault(rawValue: name) { return .archived(fault) }
        return switch name {
        case "missing": .missing
        case "empty": .empty
        case "too-large": .tooLarge(limit: try Self.required(fields.limit, "limit"))
        case "not-utf8":
            .notUTF8(offset: try Self.required(fields.offset, "offset"), line: try Self.required(fields.line, "line"))
        case "not-a-file": .notAFile
        case "outside-folder": .outsideFolder
        case "unreadable": .unreadable(errno: try Self.required(fields.errno, "errno"))
        case "syntax-error":
            .syntaxError(message: try Self.required(fields.message, "message"), place: fields.place)
        case "not-an-answer": .notAnAnswer(try Self.required(fields.message, "message"))
        default: throw .problem(.badField("refusal"))
        }
    }
}

// MARK: - A check

extension ResultDecoding {
    private mutating func check() throws(DecodingFailure) -> CheckResult {
        var name: String?
        var (possible, earned): (Points?, Points?) = (nil, nil)
        var outcome: CheckResult.Outcome?
        var (isExtra, isHidden) = (false, false)
        var output = ""
        var timeline: [String] = []
        try object { (self, key) throws(DecodingFailure) in
            switch key {
            case "name": name = try self.string()
            case "possible": possible = try self.points()
            case "earned": earned = try self.points()
            case "extra": isExtra = try self.boolean()
            case "hidden": isHidden = try self.boolean()
            case "outcome": outcome = try self.outcome()
            case "output": output = try self.string()
            case "timeline": timeline = try self.strings(of: key)
            default: return false
            }
            return true
        }
        return CheckResult(
            name: try Self.required(name, "name"), possible: try Self.required(possible, "possible"),
            earned: try Self.required(earned, "earned"), isExtra: isExtra, isHidden: isHidden,
            outcome: try Self.required(outcome, "outcome"), output: output, timeline: timeline)
    }

    private mutating func outcome() throws(DecodingFailure) -> CheckResult.Outcome {
        let fields = try words()
        switch try Self.required(fields.kind, "kind") {
        case "passed": return .passed
        case "skipped": return .skipped(needs: try Self.required(fields.needs, "needs"))
        case "error": return .error(try Self.required(fields.reason, "reason"))
        case "stopped": return .stopped(try stop(fields))
        case "failed":
            return .failed(
                CheckResult.Failure(
                    message: try Self.required(fields.message, "message"), details: fields.details,
                    place: fields.place, nanoseconds: fields.nanoseconds, replayToken: fields.replay))
        default: throw .problem(.badField("kind"))
        }
    }

    private func stop(_ fields: ResultWords) throws(DecodingFailure) -> StopReason {
        guard let kind = StopReason.Kind(rawValue: try Self.required(fields.stop, "stop")) else {
            throw .problem(.badField("stop"))
        }
        let code = kind == .exitedEarly ? try Self.required(fields.code, "code") : nil
        let awaited = kind == .neverSettled ? try Self.required(fields.awaited, "awaited") : nil
        guard let reason = StopReason(kind, code: code, awaited: awaited) else { throw .problem(.badField("stop")) }
        return reason
    }

    /// The fields of a status or an outcome.
    private mutating func words() throws(DecodingFailure) -> ResultWords {
        var fields = ResultWords()
        try object { (self, key) throws(DecodingFailure) in
            switch key {
            case "kind": fields.kind = try self.string()
            case "reason": fields.reason = try self.string()
            case "refusal": fields.refusal = try self.string()
            case "message": fields.message = try self.string()
            case "needs": fields.needs = try self.string()
            case "stop": fields.stop = try self.string()
            case "awaited": fields.awaited = try self.string()
            case "replay": fields.replay = try self.string()
            case "details": fields.details = try self.strings(of: key)
            case "limit": fields.limit = try self.count()
            case "offset": fields.offset = try self.count()
            case "line": fields.line = try self.count()
            case "errno": fields.errno = try self.signedNumber()
            case "code": fields.code = try self.signedNumber()
            case "place": fields.place = try self.place()
            case "nanoseconds":
                fields.nanoseconds = try self.reading { (json) throws(JSONReader.Failure) in try json.number() }
            default: return false
            }
            return true
        }
        return fields
    }

    private mutating func place() throws(DecodingFailure) -> CheckResult.Place {
        var file: String?
        var (line, column): (Int?, Int?) = (nil, nil)
        try object { (self, key) throws(DecodingFailure) in
            switch key {
            case "file": file = try self.string()
            case "line": line = try self.count()
            case "column": column = try self.count()
            default: return false
            }
            return true
        }
        return CheckResult.Place(
            file: try Self.required(file, "file"), line: try Self.required(line, "line"),
            column: try Self.required(column, "column"))
    }
}

/// The fields that a status or an outcome may have, each of them with one meaning.
private struct ResultWords {
    var (kind, reason, refusal, message): (String?, String?, String?, String?) = (nil, nil, nil, nil)
    var (needs, stop, awaited, replay): (String?, String?, String?, String?) = (nil, nil, nil, nil)
    var details: [String] = []
    var (limit, offset, line): (Int?, Int?, Int?) = (nil, nil, nil)
    var (errno, code): (Int32?, Int32?) = (nil, nil)
    var place: CheckResult.Place?
    var nanoseconds: UInt64?
}

extension SubmissionResult {
    /// Reads a line of a journal, without or with its line feed.
    ///
    /// `file` and `line` name it in errors. Throws `badResults`.
    public init(jsonLine bytes: [UInt8], file: String, line: Int) throws(ResultsError) {
        var decoding = ResultDecoding(json: JSONReader(bytes))
        do throws(DecodingFailure) {
            self = try decoding.submission(marked: true)
            try decoding.reading { (json) throws(JSONReader.Failure) in try json.finish() }
        } catch {
            switch error {
            case .problem(let problem): throw .badResults(file: file, line: line, problem)
            case .json(let failure):
                throw .badResults(
                    file: file, line: line, .json(column: failure.offset + 1, expected: failure.expected))
            }
        }
    }
}
