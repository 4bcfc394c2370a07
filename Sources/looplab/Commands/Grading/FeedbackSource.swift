// SPDX-License-Identifier: MIT
internal import Glibc
internal import Gradebook
internal import Results
internal import SQLStorage

/// What is known of one learner: results, and what people decided.
struct FeedbackSource {
    /// All that the learner handed in.
    private(set) var results: [SubmissionResult] = []
    /// What people decided, by exercise.
    private(set) var overrides: [String: ClassPolicy.Override] = [:]
    /// Everybody of whom something is known, for a hint at a name that was mistyped.
    private(set) var learners: [String] = []
    /// The learner; where another of their names was given, the one that the roster has.
    private(set) var learner: String

    /// Reads a gradebook, or files of results.
    init(learner: String, gradebook: String?, results files: [String]) throws(CommandError) {
        self.learner = learner
        if let gradebook {
            try GradebookChoice.catching { () throws(GradebookError) in try read(gradebook) }
        } else {
            try GradeError.reading { () throws(ResultsError) in try read(files) }
        }
    }

    /// Whether anything is known of the learner.
    var isKnown: Bool { learners.contains { $0.utf8.elementsEqual(learner.utf8) } }

    private mutating func read(_ path: String) throws(GradebookError) {
        // A store that only reads takes a missing file for an empty gradebook; whoever names one means one.
        if access(path, F_OK) != 0 { throw .storage(.notOpened(path: path, errno: errno)) }
        let store = try GradebookStore(path: path, mode: .readOnly)
        let wanted = learner
        (learner, results, overrides, learners) = try store.reading { (store) throws(GradebookError) in
            let names = try store.names()
            let learner = names.learner(wanted)
            var overrides: [String: ClassPolicy.Override] = [:]
            for (subject, override) in try store.overrides(names) where subject.learner == learner {
                overrides[subject.exercise] = override
            }
            return (learner, try store.attempts(of: learner, names: names), overrides, try store.learners())
        }
    }

    private mutating func read(_ files: [String]) throws(ResultsError) {
        let archive = try ResultArchive(files: files)
        var all = archive.makeIterator()
        while let result = try all.next() {
            if learners.last.map({ !$0.utf8.elementsEqual(result.learner.utf8) }) ?? true {
                learners.append(result.learner)
            }
            if result.learner.utf8.elementsEqual(learner.utf8) { results.append(result) }
        }
    }
}
