// SPDX-License-Identifier: MIT

/// Results that can be gone through more than once, such as those of a journal.
///
/// They come sorted by their keys, so that all attempts of a learner stand side by side and a report is the same
/// whatever the order of grading was. At most a few of them are in memory at a time.
public protocol ResultSequence {
    /// Goes through the results once.
    associatedtype Iterator: ResultIterator

    /// Starts at the first result.
    func makeIterator() throws(ResultsError) -> Iterator
}

/// One way through results.
public protocol ResultIterator {
    /// The next result, or nil after the last one.
    mutating func next() throws(ResultsError) -> SubmissionResult?
}

/// Results that are in memory, put in order.
public struct ResultList: ResultSequence, Sendable {
    /// The results by their keys.
    public let results: [SubmissionResult]

    /// Sorts results; those of one key stay in their order.
    public init(_ results: [SubmissionResult]) {
        // Swift's sort is stable, though its documentation does not promise it: the offset decides.
        self.results = results.enumerated()
            .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
            .map(\.element)
    }

    /// Starts at the first result.
    public func makeIterator() -> Iterator { Iterator(rest: results[...]) }

    /// One way through the list.
    public struct Iterator: ResultIterator, Sendable {
        fileprivate var rest: ArraySlice<SubmissionResult>

        /// The next result, or nil after the last one.
        public mutating func next() -> SubmissionResult? { rest.popFirst() }
    }
}
