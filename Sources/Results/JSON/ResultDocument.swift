// SPDX-License-Identifier: MIT
internal import Markup

/// Reads a JSON document of results, one result after another.
struct ResultDocument {
    private enum Place {
        case beginning
        case results(isFirst: Bool)
        case over
    }

    private let bytes: [UInt8]
    private let path: String
    private var decoding: ResultDecoding
    private var place = Place.beginning
    private var hasMark = false
    private var hasResults = false
    private var isFirstKey = true
    private var line = 1
    private var counted = 0

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
        decoding = ResultDecoding(json: JSONReader(bytes))
    }

    /// The next result, where it stands, and on which line; nil at the end of a document that is whole.
    mutating func next() throws(ResultsError) -> (SubmissionResult, Range<Int>, line: Int)? {
        do throws(DecodingFailure) {
            return try advance()
        } catch {
            throw Self.error(error, path, bytes, at: decoding.json.offset)
        }
    }

    /// Reads again what `next` has read.
    static func result(
        in bytes: [UInt8], at range: Range<Int>, path: String
    ) throws(ResultsError) -> SubmissionResult {
        var decoding = ResultDecoding(json: JSONReader(bytes, in: range))
        do throws(DecodingFailure) {
            return try decoding.submission(marked: false)
        } catch {
            throw Self.error(error, path, bytes, at: range.lowerBound)
        }
    }

    private mutating func advance() throws(DecodingFailure) -> (SubmissionResult, Range<Int>, line: Int)? {
        if case .beginning = place {
            try decoding.reading { (json) throws(JSONReader.Failure) in try json.beginObject() }
            try nextMember()
        }
        guard case .results(let isFirst) = place else { return nil }
        let hasElement = try decoding.reading { (json) throws(JSONReader.Failure) in
            try json.hasElement(isFirst: isFirst)
        }
        if !hasElement {
            try nextMember()
            return nil
        }
        place = .results(isFirst: false)
        while decoding.json.offset < bytes.count, bytes[decoding.json.offset] <= UInt8(ascii: " ") {
            decoding.json.offset += 1
        }
        let start = decoding.json.offset
        let result = try decoding.submission(marked: false)
        return (result, start..<decoding.json.offset, countLines(to: start))
    }

    /// Goes to the next array of results, or to the end.
    private mutating func nextMember() throws(DecodingFailure) {
        while let key = try decoding.reading({ [isFirstKey] (json) throws(JSONReader.Failure) in
            try json.nextKey(isFirst: isFirstKey)
        }) {
            isFirstKey = false
            switch key {
            case "format":
                try ResultDecoding.checkMark(try decoding.string())
                hasMark = true
            case "results" where hasResults: throw .problem(.badField(key))
            case "results":
                // What follows may mean something else in a document that is not ours.
                if !hasMark { throw .problem(.noMark) }
                try decoding.reading { (json) throws(JSONReader.Failure) in try json.beginArray() }
                hasResults = true
                place = .results(isFirst: true)
                return
            default:
                try decoding.reading { (json) throws(JSONReader.Failure) in try json.skipValue() }
            }
        }
        place = .over
        if !hasMark { throw .problem(.noMark) }
        if !hasResults { throw .problem(.missingField("results")) }
        try decoding.reading { (json) throws(JSONReader.Failure) in try json.finish() }
    }

    private mutating func countLines(to offset: Int) -> Int {
        while counted < offset {
            if bytes[counted] == UInt8(ascii: "\n") { line += 1 }
            counted += 1
        }
        return line
    }

    private static func error(
        _ failure: DecodingFailure, _ path: String, _ bytes: [UInt8], at offset: Int
    ) -> ResultsError {
        func place(of offset: Int) -> (line: Int, column: Int) {
            let before = bytes.prefix(offset)
            let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            return (before.count { $0 == UInt8(ascii: "\n") } + 1, before.count - start + 1)
        }
        switch failure {
        case .problem(let problem): return .badResults(file: path, line: place(of: offset).line, problem)
        case .json(let failure):
            let (line, column) = place(of: failure.offset)
            return .badResults(file: path, line: line, .json(column: column, expected: failure.expected))
        }
    }
}
