// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Markup
internal import Progress

/// `looplab progress import`: exports and progress files of other devices.
struct ProgressImport {
    // https://www.sqlite.org/fileformat2.html#magic_header_string
    private static let databaseMark = Array("SQLite format 3\0".utf8)

    var files: [String]
    var isJSON: Bool

    func perform() throws(CommandError) -> Int32 {
        // Looked at before our own database is open: to close a file takes the locks on it away, and one of these may
        // be our own.
        var databases: Set<String> = []
        for file in files where file != "-" {
            if try isDatabase(file) { databases.insert(file) }
        }
        let store = try LearnerProgress.open(.readWrite)
        var outcomes: [(file: String, outcome: MergeOutcome)] = []
        for file in files {
            let outcome = try databases.contains(file) ? merge(database: file, store) : merge(export: file, store)
            outcomes.append((file, outcome))
            if !isJSON { _ = try StandardOutput.print(Self.sentence(Self.name(of: file), outcome)) }
        }
        return isJSON ? try StandardOutput.print(Self.json(outcomes)) : 0
    }

    private func merge(database file: String, _ store: ProgressStore) throws(CommandError) -> MergeOutcome {
        try LearnerProgress.reaching { () throws(ProgressError) in
            try store.merge(ProgressStore(path: file, mode: .readOnly))
        }
    }

    private func merge(export file: String, _ store: ProgressStore) throws(CommandError) -> MergeOutcome {
        let bytes: [UInt8]
        do throws(RuntimeError) {
            bytes = try file == "-" ? SourceFile.bytes(of: STDIN_FILENO, path: "standard input") : read(file)
        } catch {
            throw .runtime(error)
        }
        return try LearnerProgress.reaching { () throws(ProgressError) in
            try store.merge(export: bytes, named: Self.name(of: file))
        }
    }

    private static func name(of file: String) -> String {
        file == "-" ? "standard input" : file
    }

    private func read(_ file: String) throws(RuntimeError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: file, errno: errno) }
        defer { close(descriptor) }
        return try SourceFile.bytes(of: descriptor, path: file)
    }

    private func isDatabase(_ file: String) throws(CommandError) -> Bool {
        var status = stat()
        guard stat(file, &status) == 0 else { throw .runtime(.unreadable(path: file, errno: errno)) }
        // What is no file, such as a pipe, can be read only once.
        guard status.st_mode & S_IFMT == S_IFREG else { return false }
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .runtime(.unreadable(path: file, errno: errno)) }
        defer { close(descriptor) }
        guard case .bytes(let start) = DescriptorIO.read(descriptor, limit: Self.databaseMark.count) else {
            return false
        }
        return start == Self.databaseMark
    }

    // MARK: - What is said

    private static func sentence(_ file: String, _ outcome: MergeOutcome) -> String {
        let name = TerminalText.escapedRow(file)
        var text = "\(name): \(CountedNoun.text(outcome.added, "new attempt")), \(outcome.known) known already"
        if outcome.newDevices > 0 { text += "; \(CountedNoun.text(outcome.newDevices, "new device"))" }
        if outcome.updated > 0 {
            text += "; \(CountedNoun.text(outcome.updated, "newer place or state", plural: "newer places and states"))"
        }
        return text + "\n"
    }

    private static func json(_ outcomes: [(file: String, outcome: MergeOutcome)]) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", 1)
        json.list("files", outcomes) { entry, json in
            json.member("file", entry.file)
            json.member("added", entry.outcome.added)
            json.member("known", entry.outcome.known)
            json.member("newDevices", entry.outcome.newDevices)
            json.member("updated", entry.outcome.updated)
        }
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
