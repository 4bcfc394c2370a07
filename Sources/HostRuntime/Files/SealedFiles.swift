// SPDX-License-Identifier: MIT
internal import Glibc

/// Files in memory, which are all that there are for a program.
///
/// Paths are absolute. What lies above a file is a directory; everything else outside ``root`` is forbidden rather than
/// missing, because there nobody has looked. Asking costs no system call.
public struct SealedFiles: Sendable {
    /// The directory in which all the files lie.
    public static let root = "/replay"

    private var texts: [String: String] = [:]
    private var directories: Set<String> = ["/", root]

    /// Makes a directory of files; their paths are relative and free of dots.
    public init(_ files: [(path: String, text: String)]) {
        for (path, text) in files {
            let file = Self.root + "/" + path
            texts[file] = text
            var directory = file
            while let slash = directory.lastIndex(of: "/"), slash > directory.startIndex {
                directory = String(directory[..<slash])
                directories.insert(directory)
            }
        }
    }

    /// A path without dots and doubled slashes; a relative one stays as it is.
    static func normal(_ path: String) -> String {
        guard path.hasPrefix("/") else { return path }
        var names: [Substring] = []
        for name in path.split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        return "/" + names.joined(separator: "/")
    }

    func kind(of path: String) -> SourceFile.Kind? {
        let path = Self.normal(path)
        if texts[path] != nil { return .file }
        return directories.contains(path) ? .directory : nil
    }

    /// The text of a file.
    func text(at path: String) throws(RuntimeError) -> String {
        if let text = texts[Self.normal(path)] { return text }
        if kind(of: path) == .directory { throw .isDirectory(path: path) }
        throw .unreadable(path: path, errno: refusal(of: path))
    }

    /// The error that asking for a path gives where nothing is.
    func refusal(of path: String) -> Int32 {
        let path = Self.normal(path)
        if path != Self.root && !path.hasPrefix(Self.root + "/") { return EACCES }
        var above = path
        while let slash = above.lastIndex(of: "/"), slash > above.startIndex {
            above = String(above[..<slash])
            if texts[above] != nil { return ENOTDIR }
        }
        return ENOENT
    }

    /// What lies in a directory, in the order of the names' bytes.
    func entries(of directory: String) -> [(name: String, kind: SourceFile.Kind)] {
        let prefix = directory == "/" ? "/" : directory + "/"
        func names(_ paths: some Sequence<String>, _ kind: SourceFile.Kind) -> [(String, SourceFile.Kind)] {
            paths.filter { $0.hasPrefix(prefix) && $0.utf8.count > prefix.utf8.count }
                .map { String($0.dropFirst(prefix.count)) }
                .filter { !$0.contains("/") }
                .map { ($0, kind) }
        }
        let all = names(texts.keys, .file) + names(directories, .directory)
        return all.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }
}
