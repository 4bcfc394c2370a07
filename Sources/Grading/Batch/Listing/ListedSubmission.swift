// SPDX-License-Identifier: MIT
public import Results

/// A submission that was found, and how to read it.
public struct ListedSubmission {
    /// Who handed it in.
    public var learner: String
    /// What it is for.
    public var exercise: BatchExercise
    /// The path that results name.
    public var path: String
    /// When it was handed in, in milliseconds since 1970; nil where nobody says.
    public var submittedAt: Int64?
    /// Reads it; to be called before the listing is asked for its next item.
    public var read: () -> SubmissionContent

    /// Describes a submission.
    public init(
        learner: String, exercise: BatchExercise, path: String, submittedAt: Int64? = nil,
        read: @escaping () -> SubmissionContent
    ) {
        self.learner = learner
        self.exercise = exercise
        self.path = path
        self.submittedAt = submittedAt
        self.read = read
    }

    /// What tells it from the others.
    public var key: ResultKey { ResultKey(learner: learner, exercise: exercise.id, path: path) }
}

/// One thing that was found where submissions are looked for.
public enum ListedItem {
    /// A submission.
    case submission(ListedSubmission)
    /// Something that somebody may take for one.
    case notice(BatchNotice)
}

/// Finds submissions, one after the other, in an order that depends on their names alone.
///
/// It holds one folder at a time, whatever the size of the class. Confined to its thread.
public protocol SubmissionListing: AnyObject {
    /// The next item; nil at the end. Throws where what was given cannot be read at all.
    func next() throws(BatchError) -> ListedItem?
}

/// What a submission's file holds.
public enum SubmissionContent: Hashable, Sendable {
    /// A text, and the hash of its bytes.
    case text(String, hash: String)
    /// Nothing that can be run, and the hash of what it has; empty where its bytes were not read.
    case refused(SubmissionResult.Refusal, hash: String)

    /// How many bytes a submission may have.
    public static let byteLimit = 256 << 10

    /// The hash of the bytes.
    public var hash: String {
        switch self {
        case .text(_, let hash), .refused(_, let hash): hash
        }
    }

    /// Judges bytes: whether they are a text, and whether it says anything.
    public init(_ bytes: [UInt8]) {
        if bytes.count > Self.byteLimit {
            self = .refused(.tooLarge(limit: Self.byteLimit), hash: "")
            return
        }
        let hash = SubmissionHash.text(of: bytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let offset = Self.firstInvalidByte(bytes)
            let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
            self = .refused(.notUTF8(offset: offset, line: line), hash: hash)
            return
        }
        // The mark of a byte order is white space to JavaScript, but not to Unicode.
        let isEmpty = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        self = isEmpty ? .refused(.empty, hash: hash) : .text(text, hash: hash)
    }

    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
        return offset
    }
}
