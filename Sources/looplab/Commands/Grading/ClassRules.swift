// SPDX-License-Identifier: MIT
internal import Coursework
internal import Gradebook
internal import Grading
internal import Results

/// The rules of a class by which a batch gets grades, and the gradebook that knows earlier attempts.
struct ClassRules {
    private let policy: ClassPolicy?
    private let gradebook: String?

    /// Reads the class file, if one is named: what is wrong with it is said before anything is graded.
    init(_ options: GradeOptions, _ outline: CourseOutline?) throws(CommandError) {
        policy = if let path = options.classFile { try ClassChoice.policy(path, outline) } else { nil }
        gradebook = options.gradebook
    }

    /// The grades of results in their order; none where no rules are named.
    ///
    /// The gradebook has to have the results.
    func grades(of results: JournalResults) throws(CommandError) -> [AttemptGrade] {
        guard let policy else { return [] }
        let store: GradebookStore? =
            if let gradebook { try ClassFiles.open(gradebook, .readOnly) } else { nil }
        var grading = try GradebookChoice.catching { () throws(GradebookError) in try BatchGrading(policy, store) }
        var all = results.makeIterator()
        while let result = try GradeError.reading({ () throws(ResultsError) in try all.next() }) {
            try GradebookChoice.catching { () throws(GradebookError) in try grading.add(result) }
        }
        return try GradebookChoice.catching { () throws(GradebookError) in try grading.finish() }
    }
}
