// SPDX-License-Identifier: MIT
internal import SQLStorage

/// How a kind of database is spoken of.
struct DatabaseWords {
    /// What it keeps: "your progress".
    var content: String
    /// What names another file: "LOOPLAB_DB".
    var name: String
    /// What says more about damage.
    var check: String

    /// A learner's progress.
    static let progress = DatabaseWords(
        content: "your progress", name: "LOOPLAB_DB", check: "looplab progress verify says more")
}

// What is wrong with a database.
extension ErrorText {
    static func text(of error: StorageError, as words: DatabaseWords) -> String {
        let (content, name) = (words.content, words.name)
        return switch error {
        case .isDirectory(let path): "\(path) is a directory; \(name) has to name a file"
        case .notAFile(let path): "\(path) is no regular file; \(name) has to name one"
        case .directoryNotMade(let path, let number):
            "cannot make the directory \(path) for \(content): \(reason(number)); \(name) names another place"
        case .notOpened(let path, let number): "cannot open \(content) in \(path): \(reason(number))"
        case .readOnly(let path):
            "cannot write \(content): \(path) or its directory is read-only; \(name) names another place"
        case .diskFull(let path):
            "cannot write \(content) to \(path): there is no room left on the disk; what was kept before is safe"
        case .locked(let path, let milliseconds):
            "another program has kept \(path) busy for \(milliseconds / 1_000) s; end it, or try again"
        case .notADatabase(let path):
            "\(path) is no SQLite database, so it was left as it is; move it away, or name another with \(name)"
        case .foreign(let path):
            "\(path) is the database of another program, so it was left as it is; name another with \(name)"
        case .newer(let path, let version, let supported):
            "a newer LoopLab has written \(path) (form \(version), this one knows up to \(supported)); update this one"
        case .damaged(let path, let detail):
            "\(path) is damaged (\(detail)); it was left as it is: \(words.check)"
        case .database(let path, let failure):
            "SQLite cannot use \(path): \(failure.message) (code \(failure.extendedCode)); "
                + "the file was left as it is"
        }
    }
}
