// SPDX-License-Identifier: MIT
import Glibc

/// Why the history could not be read or kept; the session goes on without.
enum HistoryProblem: Equatable, Sendable {
    /// The file is there but cannot be read; it is left alone.
    case unreadable(path: String, errno: Int32)
    /// The file cannot be replaced.
    case unwritable(path: String, errno: Int32)
}

/// The file that keeps entries between sessions: one a line, oldest first.
///
/// A newline inside an entry is stored as a carriage return, the way Node's REPL does it; entries hold no others.
struct HistoryFile {
    /// Where the file is.
    let path: String
    /// How many entries are kept.
    let limit: Int

    /// The entries of the file.
    ///
    /// - Returns: the newest entries, oldest first, none when there is no file; or why it cannot be read.
    func load() -> Result<[String], HistoryError> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else {
            return errno == ENOENT ? .success([]) : .failure(HistoryError(code: errno))
        }
        defer { close(descriptor) }
        // A device or a pipe in its place may have no end.
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return .failure(HistoryError(code: EINVAL))
        }
        var bytes: [UInt8] = []
        while true {
            switch DescriptorIO.read(descriptor, limit: 1 << 16) {
            case .bytes(let more): bytes += more
            case .end: return .success(Self.decode(bytes, limit: limit))
            case .wouldBlock: return .failure(HistoryError(code: EAGAIN))
            case .failure(let code): return .failure(HistoryError(code: code))
            }
        }
    }

    /// Adds an entry behind those that are in the file now, other sessions' among them, and replaces it as a whole.
    ///
    /// - Parameter entry: the text of the entry.
    /// - Returns: why the file could not be replaced; `nil` when it was.
    func append(_ entry: String) -> HistoryError? {
        switch load() {
        case .failure(let error): return error
        case .success(let entries):
            let kept = (entries + [entry]).suffix(limit)
            return replace(with: Self.encode(kept))
        }
    }

    private func replace(with bytes: [UInt8]) -> HistoryError? {
        let target = resolvedPath
        createParents(of: target)
        let temporary = "\(target).\(getpid()).tmp"
        var flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        var descriptor = open(temporary, flags, 0o600)
        if descriptor < 0, errno == EEXIST {
            // Left behind by a crashed process that had this number.
            unlink(temporary)
            flags |= O_NOFOLLOW
            descriptor = open(temporary, flags, 0o600)
        }
        guard descriptor >= 0 else { return HistoryError(code: errno) }
        var failure = DescriptorIO.write(bytes, to: descriptor)
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, target) != 0 { failure = errno }
        guard failure != 0 else { return nil }
        unlink(temporary)
        return HistoryError(code: failure)
    }

    /// The file behind a symbolic link, so that the link is not replaced.
    private var resolvedPath: String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func createParents(of file: String) {
        guard let end = file.lastIndex(of: "/"), end != file.startIndex else { return }
        let folder = String(file[..<end])
        guard access(folder, F_OK) != 0 else { return }
        createParents(of: folder)
        mkdir(folder, 0o700)
    }

    /// The entries a file's bytes stand for.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - limit: how many of the newest entries are wanted.
    /// - Returns: the entries, oldest first.
    static func decode(_ bytes: [UInt8], limit: Int) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n")).suffix(limit).map { line in
            let text = line.lazy.filter { $0 != 0 }.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }
            return String(decoding: Array(text), as: UTF8.self)
        }
    }

    /// The bytes that stand for entries.
    ///
    /// - Parameter entries: oldest first.
    /// - Returns: the content of the file.
    static func encode(_ entries: some Sequence<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += entry.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: "\r") : $0 }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

/// A failed system call on the history file.
struct HistoryError: Error, Equatable {
    /// The `errno` of the failure.
    let code: Int32
}
