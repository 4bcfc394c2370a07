// SPDX-License-Identifier: MIT
public import Results

/// A journal that is open, and what keeps it open.
struct JournalFile {
    var path: String
    var owner: AnyObject
    var descriptor: Int32
}

/// The newest results of one journal or several, in the order of reports, read one at a time.
public struct JournalResults: ResultSequence {
    struct Place {
        var file: Int
        var entry: JournalIndex.Entry
    }

    let places: [Place]
    let files: [JournalFile]

    /// How many there are.
    public var count: Int { places.count }

    /// Starts at the first result.
    public func makeIterator() -> Iterator { Iterator(rest: places[...], files: files) }

    /// One way through the results.
    public struct Iterator: ResultIterator {
        fileprivate var rest: ArraySlice<Place>
        fileprivate let files: [JournalFile]

        /// The next result, or nil after the last one.
        public mutating func next() throws(ResultsError) -> SubmissionResult? {
            guard let place = rest.popFirst() else { return nil }
            let file = files[place.file]
            do throws(BatchError) {
                return try GradingJournal.result(place.entry, in: file)
            } catch {
                if case .unreadable(let path, let number) = error { throw .unreadable(file: path, errno: number) }
                throw .changed(file: file.path)
            }
        }
    }
}
