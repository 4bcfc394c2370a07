// SPDX-License-Identifier: MIT
internal import Glibc
internal import Results

/// A single file that a person named, as one submission.
public final class OneFileListing: SubmissionListing {
    private var submission: ListedSubmission?

    /// Takes a file by its path; a link is followed, because a person named it.
    ///
    /// Results name it by `shown`.
    public init(_ path: String, shown: String, learner: String, _ exercise: BatchExercise) {
        submission = ListedSubmission(learner: learner, exercise: exercise, path: shown) {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            guard descriptor >= 0 else {
                let isMissing = errno == ENOENT || errno == ENOTDIR
                return .refused(isMissing ? .missing : .unreadable(errno: errno), hash: "")
            }
            defer { close(descriptor) }
            return SubmissionFile.content(of: descriptor)
        }
    }

    /// The submission, once.
    public func next() -> ListedItem? {
        defer { submission = nil }
        return submission.map(ListedItem.submission)
    }
}

/// Several listings, one after the other.
public final class ListingChain: SubmissionListing {
    private var listings: ArraySlice<() throws(BatchError) -> any SubmissionListing>
    private var current: (any SubmissionListing)?

    /// Chains listings, each of which is made when the one before it is over.
    public init(_ listings: [() throws(BatchError) -> any SubmissionListing]) {
        self.listings = listings[...]
    }

    /// The next item of the first listing that has one.
    public func next() throws(BatchError) -> ListedItem? {
        while true {
            if let item = try current?.next() { return item }
            guard let make = listings.popFirst() else { return nil }
            current = try make()
        }
    }
}
