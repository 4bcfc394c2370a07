// SPDX-License-Identifier: MIT
internal import Markup

/// Results that stand in files: the journal of a batch, or the reports of its shards put together.
///
/// A file is JSON Lines or one JSON document, which the first line tells. Where a file has several lines for one
/// submission, the last counts: it was graded again. Of two files a result that was graded counts before one that could
/// not be; two that differ otherwise are a conflict. In memory are the keys, and of a document its bytes.
public struct ResultArchive: ResultSequence {
    /// Whether a file may end in the middle of a line, as a journal does after a crash.
    public enum Ending: Hashable, Sendable {
        /// A line that is cut off is an error.
        case whole
        /// It is left out.
        case mayBeCut
    }

    private struct Entry {
        var key: ResultKey
        var file: Int
        var offset: Int
        var count: Int
        var line: Int
    }

    private enum Source {
        case lines(OpenFile)
        case document(path: String, bytes: [UInt8])
    }

    private var sources: [Source] = []
    private var entries: [Entry] = []
    /// For each file, how many of its bytes are whole lines: where a journal is to be continued.
    public private(set) var wholeBytes: [Int] = []

    /// Looks through files and remembers where each result stands.
    ///
    /// Throws `unreadable`, `badResults` and `conflicting`.
    public init(files: [String], ending: Ending = .whole) throws(ResultsError) {
        var places: [ResultKey: Int] = [:]
        for path in files {
            let file = try OpenFile(path)
            if try Self.isDocument(file) {
                let bytes = try file.everything()
                sources.append(.document(path: path, bytes: bytes))
                wholeBytes.append(bytes.count)
                try addDocument(bytes, path, &places)
            } else {
                sources.append(.lines(file))
                wholeBytes.append(0)
                try addLines(of: file, ending, &places)
            }
        }
        entries.sort { $0.key < $1.key }
    }

    /// How many results there are.
    public var count: Int { entries.count }

    /// The keys of all results, in order.
    public var keys: some Sequence<ResultKey> { entries.lazy.map(\.key) }

    // MARK: - Looking through files

    /// A document names its results on the first line, or the line ends within the object that it begins.
    private static func isDocument(_ file: OpenFile) throws(ResultsError) -> Bool {
        var lines = LineReader(file)
        while let line = try lines.next() {
            if isBlank(line.bytes) { continue }
            if namesResults(line.bytes) { return true }
            var json = JSONReader(line.bytes)
            do throws(JSONReader.Failure) {
                try json.skipValue()
                return false
            } catch {
                return line.isEnded && error.offset >= line.bytes.count
            }
        }
        return false
    }

    private static func namesResults(_ bytes: [UInt8]) -> Bool {
        var json = JSONReader(bytes)
        do throws(JSONReader.Failure) {
            try json.beginObject()
            var isFirst = true
            while let key = try json.nextKey(isFirst: isFirst) {
                if key == "results" { return true }
                isFirst = false
                try json.skipValue()
            }
            return false
        } catch {
            return false
        }
    }

    private static func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }

    private mutating func addLines(
        of file: OpenFile, _ ending: Ending, _ places: inout [ResultKey: Int]
    ) throws(ResultsError) {
        var lines = LineReader(file)
        let source = sources.count - 1
        while let line = try lines.next() {
            if !Self.isBlank(line.bytes) {
                let result: SubmissionResult
                do throws(ResultsError) {
                    result = try SubmissionResult(jsonLine: line.bytes, file: file.path, line: line.number)
                } catch {
                    if line.isEnded { throw error }
                    if ending == .mayBeCut { return }
                    throw .badResults(file: file.path, line: line.number, .truncated)
                }
                try add(
                    result,
                    Entry(
                        key: result.key, file: source, offset: line.offset, count: line.bytes.count, line: line.number),
                    &places)
            }
            // A last line without its line feed is whole, but a journal must not be continued on it.
            if line.isEnded { wholeBytes[source] = line.offset + line.bytes.count + 1 }
        }
    }

    private mutating func addDocument(
        _ bytes: [UInt8], _ path: String, _ places: inout [ResultKey: Int]
    ) throws(ResultsError) {
        var reading = ResultDocument(bytes, path: path)
        while let (result, range, line) = try reading.next() {
            let entry = Entry(
                key: result.key, file: sources.count - 1, offset: range.lowerBound, count: range.count, line: line)
            try add(result, entry, &places)
        }
    }

    private mutating func add(
        _ result: SubmissionResult, _ entry: Entry, _ places: inout [ResultKey: Int]
    ) throws(ResultsError) {
        guard let place = places[entry.key] else {
            places[entry.key] = entries.count
            entries.append(entry)
            return
        }
        let known = entries[place]
        if known.file == entry.file {
            entries[place] = entry
            return
        }
        let other = try self.result(at: known)
        if other.verdict == .error, result.verdict != .error {
            entries[place] = entry
        } else if other.verdict != .error || result.verdict == .error {
            // Texts are equal here when their bytes are.
            if result.verdict != .error, other.jsonLine != result.jsonLine {
                throw .conflicting(entry.key, first: line(of: known), second: line(of: entry))
            }
        }
    }

    private func path(of file: Int) -> String {
        switch sources[file] {
        case .lines(let file): file.path
        case .document(let path, _): path
        }
    }

    private func line(of entry: Entry) -> ResultLine { ResultLine(file: path(of: entry.file), line: entry.line) }

    // MARK: - Going through results

    private func result(at entry: Entry) throws(ResultsError) -> SubmissionResult {
        switch sources[entry.file] {
        case .lines(let file):
            let bytes = try file.bytes(entry.count, at: entry.offset)
            if let result = try? SubmissionResult(jsonLine: bytes, file: file.path, line: entry.line),
                result.key == entry.key
            {
                return result
            }
            throw .changed(file: file.path)
        case .document(let path, let bytes):
            return try ResultDocument.result(
                in: bytes, at: entry.offset..<entry.offset + entry.count, path: path)
        }
    }

    /// Starts at the first result.
    public func makeIterator() -> Iterator { Iterator(archive: self) }

    /// One way through the files, by the keys of their results.
    public struct Iterator: ResultIterator {
        fileprivate let archive: ResultArchive
        private var place = 0

        fileprivate init(archive: ResultArchive) {
            self.archive = archive
        }

        /// The next result, or nil after the last one.
        public mutating func next() throws(ResultsError) -> SubmissionResult? {
            if place >= archive.entries.count { return nil }
            defer { place += 1 }
            return try archive.result(at: archive.entries[place])
        }
    }
}
