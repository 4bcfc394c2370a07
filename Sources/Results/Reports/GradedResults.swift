// SPDX-License-Identifier: MIT

/// Results, each with its grade by the rules of a class, if there are any.
public struct GradedResults<Base: ResultSequence>: ResultSequence {
    private let base: Base
    private let grades: [AttemptGrade]

    /// Puts grades to results: as many, in the same order, or none.
    public init(_ base: Base, _ grades: [AttemptGrade]) {
        self.base = base
        self.grades = grades
    }

    /// Starts at the first result.
    public func makeIterator() throws(ResultsError) -> Iterator {
        Iterator(base: try base.makeIterator(), rest: grades[...])
    }

    /// One way through the results.
    public struct Iterator: ResultIterator {
        fileprivate var base: Base.Iterator
        fileprivate var rest: ArraySlice<AttemptGrade>

        /// The next result, or nil after the last one.
        public mutating func next() throws(ResultsError) -> SubmissionResult? {
            var result = try base.next()
            result?.grade = rest.popFirst()
            return result
        }
    }
}
