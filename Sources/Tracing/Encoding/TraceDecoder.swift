// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// Reads what ``TraceEncoder`` writes.
///
/// Fields that it does not know are ignored; everything else must be as `Docs/trace-format.md` says.
public struct TraceDecoder {
    /// The newest version that is read.
    public static let newestVersion = TraceFormat.version

    private let bytes: [UInt8]
    private var trace = Trace(header: .init(version: "", program: ""))
    private var tables = DecodedTables()
    /// The line that is read, from 1, and where it lies.
    private var lineNumber = 0
    private var line = 0..<0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether a file begins as a trace does, whatever follows.
    public static func isTrace(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: TraceFormat.mark)
    }

    /// Reads a whole file.
    public static func decode(_ bytes: [UInt8]) throws(TraceError) -> Trace {
        var decoder = TraceDecoder(bytes)
        return try decoder.decode()
    }

    private mutating func decode() throws(TraceError) -> Trace {
        guard nextLine(), Self.isTrace(bytes[line]) else { throw .foreign }
        var reader = LineReader(bytes, in: line)
        do throws(LineFailure) {
            (trace.header, trace.sources) = try reader.header()
        } catch {
            throw describe(error)
        }
        while nextLine() {
            var reader = LineReader(bytes, in: line)
            do throws(LineFailure) {
                switch try reader.eventOrEnd(&tables) {
                case .event(let event): try append(event)
                case .end(let announced): return try finished(announced)
                }
            } catch {
                throw describe(error)
            }
        }
        throw .truncated(events: UInt64(trace.events.count), announced: nil)
    }

    private mutating func append(_ event: TraceEvent) throws(LineFailure) {
        let last = trace.events.last?.sequence ?? 0
        if event.sequence <= last { throw .wrong(offset: line.lowerBound, .ascending(after: last)) }
        trace.events.append(event)
    }

    private mutating func finished(_ announced: UInt64) throws(LineFailure) -> Trace {
        if announced != UInt64(trace.events.count) { throw .miscounted(announced) }
        while nextLine() {
            if let offset = bytes[line].firstIndex(where: { ![0x20, 0x09, 0x0D].contains($0) }) {
                throw .wrong(offset: offset, .nothingAfterEnd)
            }
        }
        trace.texts = tables.texts
        trace.places = tables.places
        return trace
    }

    private mutating func nextLine() -> Bool {
        let start = lineNumber == 0 ? 0 : line.upperBound + 1
        guard start < bytes.count else { return false }
        line = start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
        lineNumber += 1
        return true
    }

    /// Says where in the file something was wrong.
    private func describe(_ failure: LineFailure) -> TraceError {
        let count = UInt64(trace.events.count)
        switch failure {
        case .newer(let version): return .newer(version: version, supported: TraceFormat.version)
        case .miscounted(let announced): return .truncated(events: count, announced: announced)
        case .wrong(let offset, let expected):
            // A last line without its line feed is not wrong but cut off.
            if case .json = expected, line.upperBound == bytes.count {
                return .truncated(events: count, announced: nil)
            }
            return .damaged(line: lineNumber, column: offset - line.lowerBound + 1, expected: expected)
        }
    }
}

/// What can be wrong in one line.
enum LineFailure: Error {
    /// The header names a version that is not known.
    case newer(UInt64)
    /// The end mark announces another number of events.
    case miscounted(UInt64)
    /// Something else, at an offset in the file.
    case wrong(offset: Int, TraceExpectation)
}

/// The texts and places that were read, each once, in the order in which they came.
struct DecodedTables {
    private(set) var texts = [""]
    private(set) var places: [SourcePosition] = []
    private var textNumbers: [String: UInt32] = ["": 0]
    private var placeNumbers: [String: UInt32] = [:]

    mutating func text(_ text: String) -> UInt32 {
        // Equal strings may have other characters: an é and an e with an accent.
        if let known = textNumbers[text], texts[Int(known)].utf8.elementsEqual(text.utf8) { return known }
        let number = UInt32(texts.count)
        texts.append(text)
        textNumbers[text] = number
        return number
    }

    /// The number of a place as it is written; nil if it is none.
    mutating func place(_ text: String) -> UInt32? {
        if let known = placeNumbers[text] { return known }
        // The name of the file may have colons.
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 2, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1])
        else { return nil }
        let file = parts.dropLast(2).joined(separator: ":")
        // No second way to write the same place.
        guard "\(file):\(line):\(column)" == text else { return nil }
        places.append(SourcePosition(file: file, line: line, column: column))
        let number = UInt32(places.count)
        placeNumbers[text] = number
        return number
    }
}
