// SPDX-License-Identifier: MIT
internal import Glibc

/// What a report is made of, and the files beside it that cannot be read.
public struct ReportInput: Equatable, Sendable {
    /// A gradebook, learners' progress files, or results of grading.
    public enum Source: Hashable, Sendable {
        /// A gradebook.
        case gradebook(String)
        /// Progress files of learners, databases or exports.
        case progress([String])
        /// Results, as JSON or JSON Lines.
        case results([String])
    }

    /// A file that was meant and cannot be read.
    public struct UnreadableFile: Equatable, Sendable {
        /// Where it is.
        public var path: String
        /// Why.
        public var error: ReportError
    }

    /// What is read.
    public var source: Source
    /// What the report is without.
    public var unreadable: [UnreadableFile]

    /// Names what is read.
    public init(_ source: Source, without unreadable: [UnreadableFile] = []) {
        self.source = source
        self.unreadable = unreadable
    }

    /// Looks what files are; of a directory all that tell of attempts.
    ///
    /// A file that cannot be read is noted as long as there are others. Throws `unreadable`, `unknownKind`,
    /// `nothingIn`, `nothingReadable`, `mixedKinds` and `severalGradebooks`.
    public static func detected(_ paths: [String]) throws(ReportError) -> ReportInput {
        var search = FileSearch()
        for path in paths {
            var status = stat()
            if stat(path, &status) != 0 { throw .unreadable(path: path, errno: errno) }
            if status.st_mode & S_IFMT == S_IFDIR {
                try search.look(into: path)
            } else {
                search.look(at: path)
            }
        }
        return try search.input()
    }
}

/// What was found where somebody said to look.
private struct FileSearch {
    private var files: [(path: String, kind: FileKind)] = []
    private var unmarked: [String] = []
    private var unreadable: [ReportInput.UnreadableFile] = []

    /// Takes a file that was named.
    mutating func look(at path: String) {
        switch kind(of: path) {
        case .failure(let error): unreadable.append(.init(path: path, error: error))
        case .success(nil): unreadable.append(.init(path: path, error: .unknownKind(path: path)))
        // If there is nothing else, the reader of results says best what is wrong with it.
        case .success(.unmarked): unmarked.append(path)
        case .success(let kind?): files.append((path, kind))
        }
    }

    /// Takes the files of a directory; there may be other things in it, of which nothing is said.
    mutating func look(into directory: String) throws(ReportError) {
        let before = files.count + unreadable.count
        for name in try Self.names(in: directory) {
            let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
            var status = stat()
            // Opening a pipe would wait for somebody who writes into it.
            if stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFREG { continue }
            switch kind(of: path) {
            case .success(let kind?) where kind != .unmarked: files.append((path, kind))
            case .failure(let error) where FileKind.isMeant(byName: name):
                unreadable.append(.init(path: path, error: error))
            case .success where FileKind.isMeant(byName: name):
                unreadable.append(.init(path: path, error: .unknownKind(path: path)))
            case .success, .failure: continue
            }
        }
        if files.count + unreadable.count == before { throw .nothingIn(directory: directory) }
    }

    private func kind(of path: String) -> Result<FileKind?, ReportError> {
        do throws(ReportError) {
            return .success(try FileKind(of: path))
        } catch {
            return .failure(error)
        }
    }

    private static func names(in directory: String) throws(ReportError) -> [String] {
        guard let handle = opendir(directory) else { throw .unreadable(path: directory, errno: errno) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { ByteName($0) < ByteName($1) }
    }

    /// What all of it comes to.
    func input() throws(ReportError) -> ReportInput {
        guard let first = files.first else { return try inputWithoutKnownFiles() }
        if let other = files.first(where: { $0.kind != first.kind }) {
            throw .mixedKinds(first: first.path, second: other.path)
        }
        let without = unreadable + unmarked.map { .init(path: $0, error: .unknownKind(path: $0)) }
        switch first.kind {
        case .progress: return ReportInput(.progress(files.map(\.path)), without: without)
        case .results, .unmarked: return ReportInput(.results(files.map(\.path)), without: without)
        case .gradebook:
            if files.count > 1 { throw .severalGradebooks(first: first.path, second: files[1].path) }
            return ReportInput(.gradebook(first.path), without: without)
        }
    }

    private func inputWithoutKnownFiles() throws(ReportError) -> ReportInput {
        if !unmarked.isEmpty || unreadable.isEmpty { return ReportInput(.results(unmarked), without: unreadable) }
        throw unreadable.count == 1 ? unreadable[0].error : .nothingReadable(count: unreadable.count)
    }
}
