// SPDX-License-Identifier: MIT

/// One of several parts of a batch that are graded apart from each other.
///
/// Who belongs to which part depends on learner and exercise alone, so all attempts at one exercise are in one part.
public struct Shard: Hashable, Sendable {
    /// The most parts that there can be.
    public static let limit = 1_000

    /// Which part, from 1.
    public let number: Int
    /// How many parts there are.
    public let count: Int

    /// A part of several; nil unless 1 ≤ number ≤ count ≤ `limit`.
    public init?(number: Int, count: Int) {
        guard 1...Self.limit ~= count, 1...count ~= number else { return nil }
        self.number = number
        self.count = count
    }

    /// Reads `2/5`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard parts.count == 2, isNumber, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
        self.init(number: number, count: count)
    }

    /// Whether a submission belongs to this part.
    public func contains(learner: String, exercise: String) -> Bool {
        let hash = SubmissionHash.number(of: Array("\(learner)\0\(exercise)".utf8))
        return Int(hash % UInt64(count)) == number - 1
    }
}

/// Which submissions of those that are found belong to a batch.
public struct BatchFilter: Hashable, Sendable {
    /// The exercises, as `track/name`; nil for all.
    public var exercises: Set<String>?
    /// The learners; nil for all.
    public var learners: Set<String>?
    /// The part of all that is wanted; nil for the whole.
    public var shard: Shard?

    /// Makes a filter that lets everything through unless told otherwise.
    public init(exercises: Set<String>? = nil, learners: Set<String>? = nil, shard: Shard? = nil) {
        self.exercises = exercises
        self.learners = learners
        self.shard = shard
    }

    /// Whether a submission belongs to the batch.
    public func accepts(_ submission: ListedSubmission) -> Bool {
        accepts(learner: submission.learner, exercise: submission.exercise.id)
    }

    func accepts(learner: String, exercise: String) -> Bool {
        if let exercises, !exercises.contains(exercise) { return false }
        // By bytes, as everywhere: two spellings of a letter are two names.
        if let learners, !learners.contains(where: { $0.utf8.elementsEqual(learner.utf8) }) { return false }
        return shard?.contains(learner: learner, exercise: exercise) ?? true
    }
}
