// SPDX-License-Identifier: MIT
internal import Glibc
internal import YAMLFields

/// Reads the files of a course, none that lies outside of it.
///
/// Paths are relative to the course's directory. A link is followed where it stays inside.
struct CourseFiles: Sendable {
    /// How large a file may be.
    enum Limit {
        /// `course.yaml` and manifests.
        static let manifest = 128 << 10
        /// Lessons, prompts, hints.
        static let text = 256 << 10
        /// Programs.
        static let program = 128 << 10
        /// Entries of a directory.
        static let entries = 200
    }

    /// An entry of a directory.
    struct Entry: Hashable, Sendable {
        /// Its name.
        let name: String
        /// Whether it is a directory, or a link to one.
        let isDirectory: Bool
    }

    /// The course's directory as it was given.
    let root: String
    private let realRoot: String

    /// Opens a course's directory.
    init(root: String) throws(CourseProblem) {
        self.root = root
        guard let real = Self.realPath(root) else {
            let fault: FileFault = errno == ENOENT ? .missing : .unreadable(errno: errno)
            throw CourseProblem(TextPlace(file: ""), .file(fault))
        }
        var status = stat()
        guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw CourseProblem(TextPlace(file: ""), .file(.notADirectory))
        }
        realRoot = real
    }

    /// The text of a file.
    func text(_ path: String, limit: Int) throws(CourseProblem) -> String {
        let bytes = try bytes(path, limit: limit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let offset = TextFault.firstInvalidByte(bytes)
            let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
            throw CourseProblem(TextPlace(file: path, line: line), .file(.notUTF8(offset: offset)))
        }
        if let (line, column, fault) = TextFault.first(in: text) {
            throw CourseProblem(TextPlace(file: path, line: line, column: column), .file(fault))
        }
        return text
    }

    /// The entries of a directory by name, hidden ones left out; nil where there is no such directory.
    func entries(_ path: String) throws(CourseProblem) -> [Entry]? {
        let real: String
        do {
            real = try inside(path)
        } catch {
            if error.kind == .file(.missing) { return nil }
            throw error
        }
        guard let directory = opendir(real) else {
            throw problem(path, errno == ENOTDIR ? .notADirectory : .unreadable(errno: errno))
        }
        defer { closedir(directory) }
        var entries: [Entry] = []
        while let entry = readdir(directory) {
            guard let name = Self.name(of: entry) else { throw problem(path, .badName(example: "01-one-lane.md")) }
            if name.hasPrefix(".") { continue }
            if entries.count == Limit.entries { throw problem(path, .tooManyEntries(limit: Limit.entries)) }
            let type = Int(entry.pointee.d_type)
            let isDirectory = type == Int(DT_DIR) || type != Int(DT_REG) && Self.isDirectory("\(real)/\(name)")
            entries.append(Entry(name: name, isDirectory: isDirectory))
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// Whether there is anything of that name.
    func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat("\(realRoot)/\(path)", &status) == 0
    }

    // MARK: - Bytes

    private func bytes(_ path: String, limit: Int) throws(CourseProblem) -> [UInt8] {
        // Without O_NONBLOCK, opening a pipe waits for somebody who writes into it.
        let descriptor = open(try inside(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { throw problem(path, .unreadable(errno: errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw problem(path, .unreadable(errno: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw problem(path, .notAFile) }
        if status.st_size > limit { throw problem(path, .tooLarge(limit: limit)) }
        var bytes = [UInt8](repeating: 0, count: limit + 1 < status.st_size + 1 ? limit + 1 : Int(status.st_size) + 1)
        var count = 0
        while true {
            if count == bytes.count {
                if count > limit { throw problem(path, .tooLarge(limit: limit)) }
                bytes += [UInt8](repeating: 0, count: min(count, limit + 1 - count))
            }
            let got = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
            }
            if got == 0 { return Array(bytes[..<count]) }
            if got < 0 {
                if errno == EINTR { continue }
                throw problem(path, .unreadable(errno: errno))
            }
            count += got
        }
    }

    /// The real path of something that lies inside of the course.
    private func inside(_ path: String) throws(CourseProblem) -> String {
        guard let real = Self.realPath(path.isEmpty ? realRoot : "\(realRoot)/\(path)") else {
            // A link whose target is missing says nothing about where that would lie.
            throw problem(path, errno == ENOENT ? .missing : .unreadable(errno: errno))
        }
        let isInside = real == realRoot || real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/")
        if !isInside { throw problem(path, .leadsOut) }
        return real
    }

    private func problem(_ path: String, _ fault: FileFault) -> CourseProblem {
        CourseProblem(TextPlace(file: path), .file(fault))
    }

    // MARK: - The system

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                String(validatingCString: $0)
            }
        }
    }
}
