// SPDX-License-Identifier: MIT
internal import Glibc
internal import Gradebook
internal import Progress

/// What a report is made of: a gradebook, learners' progress files, or results of grading.
public enum ReportInput: Hashable, Sendable {
    /// A gradebook.
    case gradebook(String)
    /// Progress files of learners, databases or exports.
    case progress([String])
    /// Results, as JSON or JSON Lines.
    case results([String])

    /// Looks what files are; of a directory all that are one of these, by name.
    ///
    /// Throws `unreadable`, `unknownKind`, `nothingIn`, `mixedKinds` and `severalGradebooks`.
    public static func detected(_ paths: [String]) throws(ReportError) -> ReportInput {
        var files: [(path: String, kind: FileKind)] = []
        for path in paths {
            var status = stat()
            if stat(path, &status) != 0 { throw .unreadable(path: path, errno: errno) }
            if status.st_mode & S_IFMT == S_IFDIR {
                let inside = try contents(of: path)
                if inside.isEmpty { throw .nothingIn(directory: path) }
                files += inside
            } else {
                guard let kind = try FileKind(of: path) else { throw .unknownKind(path: path) }
                files.append((path, kind))
            }
        }
        guard let first = files.first else { return .results([]) }
        if let other = files.first(where: { $0.kind != first.kind }) {
            throw .mixedKinds(first: first.path, second: other.path)
        }
        switch first.kind {
        case .progress: return .progress(files.map(\.path))
        case .results: return .results(files.map(\.path))
        case .gradebook:
            if files.count > 1 { throw .severalGradebooks(first: first.path, second: files[1].path) }
            return .gradebook(first.path)
        }
    }

    // In a directory there may be other things; what tells of attempts is recognised by its content.
    private static func contents(of directory: String) throws(ReportError) -> [(path: String, kind: FileKind)] {
        guard let handle = opendir(directory) else { throw .unreadable(path: directory, errno: errno) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let isWanted = [".sqlite", ".db", ".jsonl", ".json"].contains { name.hasSuffix($0) }
            if isWanted, !name.hasPrefix(".") { names.append(name) }
        }
        var files: [(path: String, kind: FileKind)] = []
        for name in names.sorted(by: { ByteName($0) < ByteName($1) }) {
            let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
            // A database that is damaged from its first byte on is still one that somebody has handed in.
            let isDatabase = name.hasSuffix(".sqlite") || name.hasSuffix(".db")
            if let kind = try FileKind(of: path) ?? (isDatabase ? .progress : nil) { files.append((path, kind)) }
        }
        return files
    }
}

/// What a file is, by its first bytes.
private enum FileKind {
    case gradebook
    case progress
    case results

    init?(of path: String) throws(ReportError) {
        guard let file = fopen(path, "rbe") else { throw .unreadable(path: path, errno: errno) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 512)
        bytes.removeLast(512 - fread(&bytes, 1, 512, file))
        if ferror(file) != 0 { throw .unreadable(path: path, errno: errno) }
        if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
            // The application id: https://www.sqlite.org/fileformat.html, section 1.3.
            self = bytes.count >= 72 && Array(bytes[68..<72]) == Array("LLGb".utf8) ? .gradebook : .progress
            return
        }
        let text = bytes.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard text.first == UInt8(ascii: "{") else { return nil }
        let head = String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
        self = head.contains("\"looplab\":\"progress\"") ? .progress : .results
    }
}
