// SPDX-License-Identifier: MIT

/// A folder that was graded, in which submissions are found again by what results say of them.
public struct SubmissionFolder {
    private let folder: OpenFolder

    /// Opens a folder; throws `unreadable` where it is none.
    public init(_ path: String) throws(BatchError) {
        switch OpenFolder.open(path) {
        case .success(let opened): folder = opened
        case .failure(let error): throw .unreadable(path: path, errno: error.errno)
        }
    }

    /// The text of the submission that results name `path`; nil where it is not there or has been changed since.
    ///
    /// Results name the folder too, as it was given to be graded: the path is looked for as it is, and then without its
    /// first names. Where `hash` is empty nobody knows the bytes, and what is found first counts. Nothing outside the
    /// folder is read, whatever the path says.
    public func text(of path: String, hash: String) -> String? {
        var names = path.split(separator: "/").map { FileName(String($0)) }
        while !names.isEmpty {
            if case .text(let text, let found) = folder.content(.path(names)), hash.isEmpty || found == hash {
                return text
            }
            names.removeFirst()
        }
        return nil
    }
}
