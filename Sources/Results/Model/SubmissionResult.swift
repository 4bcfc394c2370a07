// SPDX-License-Identifier: MIT

/// What came of one submission.
///
/// Two results of the same submission, exercise and engine are equal to the byte: nothing in them was measured, and
/// their times are virtual or the submission's own.
public struct SubmissionResult: Hashable, Sendable {
    /// Who handed it in.
    public var learner: String
    /// The exercise, as `track/name`.
    public var exercise: String
    /// The exercise's title.
    public var title: String
    /// The submission's path, as it was given.
    public var path: String
    /// When it was handed in, in milliseconds since 1970; nil where nobody knows.
    public var submittedAt: Int64?
    /// What it came of.
    public var provenance: Provenance
    /// How far the grading went.
    public var status: Status
    /// One for each check, in the order of their file; empty unless it was graded.
    public var checks: [CheckResult]
    /// What the exercise is worth, for a submission without checks that could say it; nil where nobody knows.
    public var worth: Points?
    /// What it comes to by the rules of a class; nil where none was asked for.
    ///
    /// No journal and no gradebook keeps it, as it changes with the rules.
    public var grade: AttemptGrade?

    /// Hashes (SHA-256, lower-case hexadecimal) of all that decides a result.
    public struct Provenance: Hashable, Sendable {
        /// Of the submission's bytes; empty where there are none.
        public var submission: String
        /// Of the exercise: manifest and checks.
        public var exercise: String
        /// The engine's and LoopLab's versions, as one word.
        public var engine: String

        /// Puts the three together.
        public init(submission: String, exercise: String, engine: String) {
            self.submission = submission
            self.exercise = exercise
            self.engine = engine
        }
    }

    /// How far the grading went.
    public enum Status: Hashable, Sendable {
        /// All checks were run, or skipped for a reason of their own.
        case graded
        /// The submission cannot be run: it scores nothing.
        case refused(Refusal)
        /// Nobody can say, and it is not the submission's fault; the words say why.
        case error(String)
    }

    /// Why a submission was not run.
    public enum Refusal: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// It is empty, or has nothing but white space.
        case empty
        /// It has more bytes than a submission may have.
        case tooLarge(limit: Int)
        /// It is no UTF-8; the offset counts bytes, the line from 1.
        case notUTF8(offset: Int, line: Int)
        /// It is no regular file.
        case notAFile
        /// It is a link, or lies behind one, that leads out of its folder.
        case outsideFolder
        /// It cannot be read; the system's error.
        case unreadable(errno: Int32)
        /// The engine cannot parse it.
        case syntaxError(message: String, place: CheckResult.Place?)
        /// The archive that it comes from does not give it away.
        case archived(ArchiveFault)
        /// It is no answer to the question that the exercise asks; the sentence says why.
        case notAnAnswer(String)
    }

    /// Why a file in an archive cannot be taken out.
    public enum ArchiveFault: String, Hashable, Sendable, CaseIterable {
        /// It is encrypted.
        case encrypted
        /// It is compressed by a method other than deflate.
        case unknownCompression = "unknown-compression"
        /// Its bytes do not decompress, or do not have their check sum or size.
        case damaged = "damaged-in-archive"
    }

    /// Puts a result together.
    public init(
        learner: String, exercise: String, title: String, path: String, submittedAt: Int64? = nil,
        provenance: Provenance, status: Status, checks: [CheckResult] = [], worth: Points? = nil
    ) {
        self.learner = learner
        self.exercise = exercise
        self.title = title
        self.path = path
        self.submittedAt = submittedAt
        self.provenance = provenance
        self.status = status
        self.checks = checks
        self.worth = worth
    }

    /// Whether it was graded and all its checks passed, the hidden ones too; extra ones need not.
    public var hasPassed: Bool {
        let required = checks.filter { !$0.isExtra }
        return status == .graded && !required.isEmpty && required.allSatisfy(\.hasPassed)
    }

    /// What was earned.
    public var earned: Points { checks.reduce(.zero) { $0 + $1.earned } }

    /// What can be earned without extra checks.
    public var possible: Points {
        checks.isEmpty ? worth ?? .zero : checks.reduce(.zero) { $1.isExtra ? $0 : $0 + $1.possible }
    }
}
