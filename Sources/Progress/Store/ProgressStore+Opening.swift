// SPDX-License-Identifier: MIT
internal import Glibc
internal import SQLStorage

extension ProgressStore {
    /// Opens what a learner has handed in, to read it: a database, or an export as JSON Lines.
    ///
    /// An export is put into a database in memory, with all checks that importing it has. Throws what `init` and
    /// `merge(export:named:)` throw, and `storage` for a file that is not there.
    public static func opened(at path: String) throws(ProgressError) -> ProgressStore {
        guard let file = fopen(path, "rbe") else { throw .storage(.notOpened(path: path, errno: errno)) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = fread(&bytes, 1, 16, file)
        if count == 0 || bytes.starts(with: Array("SQLite format 3".utf8)) {
            return try ProgressStore(path: path, mode: .readOnly)
        }
        bytes.removeLast(16 - count)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let more = fread(&piece, 1, piece.count, file), more > 0 { bytes += piece[..<more] }
        if ferror(file) != 0 { throw .storage(.notOpened(path: path, errno: errno)) }
        let store = ProgressStore(
            path: path,
            try DatabaseFile(path: path, busyTimeout: 0, migrator: .progress(Migration.all)).openNothing())
        _ = try store.merge(export: bytes, named: path)
        return store
    }
}
