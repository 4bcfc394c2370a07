// SPDX-License-Identifier: MIT

/// Where a report goes: a path with marks for what one file of the format tells of.
///
/// `{learner}`, `{exercise}` and `{attempt}` stand for the names of a result. Names are made safe: whatever a learner
/// is called, the file lies where the path says, and two learners have two files.
public struct ReportPath: Hashable, Sendable {
    /// A mark in a path.
    public enum Mark: String, Hashable, Sendable, CaseIterable {
        /// Who handed it in.
        case learner
        /// The exercise; its slash becomes `%2F`.
        case exercise
        /// Which attempt of the learner at the exercise it is, from 1.
        case attempt
    }

    /// The path as it was given.
    public let pattern: String

    /// Takes a path with or without marks.
    public init(_ pattern: String) {
        self.pattern = pattern
    }

    /// The marks that it has.
    public var marks: Set<Mark> { Set(Mark.allCases.filter { pattern.contains("{\($0.rawValue)}") }) }

    /// The path for a result.
    public func path(for result: SubmissionResult, attempt: Int = 1) -> String {
        var path = ""
        var rest = Substring(pattern)
        // Names are put in once, so that a learner may be called {exercise}.
        while let start = rest.firstIndex(of: "{") {
            path += rest[..<start]
            rest = rest[start...]
            guard let mark = Mark.allCases.first(where: { rest.hasPrefix("{\($0.rawValue)}") }) else {
                path += "{"
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(mark.rawValue.count + 2)
            switch mark {
            case .learner: path += Self.fileName(result.learner)
            case .exercise: path += Self.fileName(result.exercise)
            case .attempt: path += "\(attempt)"
            }
        }
        return path + rest
    }

    /// A name of a file for any text, another one for each: letters, digits, `_`, `-` and `.` within stay, all else is
    /// percent-encoded.
    ///
    /// File systems take names of 255 bytes; a longer one is cut and ends with a fingerprint of the text.
    public static func fileName(_ text: String) -> String {
        let name = encoded(text)
        return name.utf8.count <= longestName ? name : "\(name.prefix(longestName - 17))~\(Fingerprint.text(of: text))"
    }

    private static let longestName = 200

    private static func encoded(_ text: String) -> String {
        if text.isEmpty { return "%" }
        var name = ""
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            // A point would hide the file or lead out of the directory, a dash look like an option.
            case UInt8(ascii: "."), UInt8(ascii: "-"):
                if index == 0 { fallthrough }
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                name += "%" + (byte < 16 ? "0" : "") + digits
            }
        }
        return name
    }
}

/// Results in the groups of which a format writes a file each.
public struct ResultGroups<Results: ResultSequence> {
    /// What one file tells of.
    public struct Group: Sendable {
        /// The results, at least one.
        public let results: ResultList
        /// Which attempt of the learner at the exercise the first one is, from 1.
        public let attempt: Int
    }

    private var iterator: Results.Iterator
    private let unit: ResultFormat.Unit
    private var next: SubmissionResult?
    private var attempts = AttemptNumbers()

    /// Prepares to go through results that come in order; a unit of `batch` makes a group of each learner.
    public init(of results: Results, by unit: ResultFormat.Unit) throws(ResultsError) {
        iterator = try results.makeIterator()
        self.unit = unit
        next = try iterator.next()
    }

    /// The next group, or nil after the last one.
    public mutating func nextGroup() throws(ResultsError) -> Group? {
        guard let first = next else { return nil }
        let attempt = attempts.number(of: first)
        var results = [first]
        next = try iterator.next()
        while unit != .submission, let result = next, result.learner.utf8.elementsEqual(first.learner.utf8) {
            results.append(result)
            _ = attempts.number(of: result)
            next = try iterator.next()
        }
        return Group(results: ResultList(results), attempt: attempt)
    }
}
