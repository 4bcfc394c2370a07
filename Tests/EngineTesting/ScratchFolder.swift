// SPDX-License-Identifier: MIT
internal import Glibc

/// A folder for the files of one test, gone when the test is over.
public final class ScratchFolder: Sendable {
    /// What the system has against a folder or a file.
    public struct Failure: Error {
        /// Where.
        public var path: String
        /// The system's error.
        public var errno: Int32
    }

    /// Where it is, without links.
    public let path: String

    /// A new, empty folder.
    public init() throws {
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(place)/looplab-tests.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil, let resolved = realpath(template, nil) else {
            throw Failure(path: place, errno: errno)
        }
        defer { free(resolved) }
        path = String(cString: resolved)
    }

    deinit {
        Self.remove(Array(path.utf8CString))
    }

    // Bytes, since a test may have made names that are no text.
    private static func remove(_ path: [CChar]) {
        if unlink(path) == 0 { return }
        chmod(path, 0o700)
        if let directory = opendir(path) {
            var names: [[CChar]] = []
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                        Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                    }
                }
                if name != [0x2E, 0], name != [0x2E, 0x2E, 0] { names.append(name) }
            }
            closedir(directory)
            for name in names { remove(path.dropLast() + [0x2F] + name) }
        }
        rmdir(path)
    }

    /// The full path of a file in it, whether it is there or not.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and the folders above it.
    ///
    /// - Parameters:
    ///   - name: its path in this folder.
    ///   - text: its content.
    /// - Returns: its full path.
    @discardableResult
    public func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    /// Writes a file of bytes and the folders above it.
    ///
    /// - Parameters:
    ///   - name: its path in this folder.
    ///   - bytes: its content.
    /// - Returns: its full path.
    @discardableResult
    public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            if mkdir(folder, 0o777) != 0, errno != EEXIST { throw Failure(path: folder, errno: errno) }
        }
        let full = file(name)
        guard let file = fopen(full, "we") else { throw Failure(path: full, errno: errno) }
        let count = fwrite(bytes, 1, bytes.count, file)
        if fclose(file) != 0 || count < bytes.count { throw Failure(path: full, errno: errno) }
        return full
    }

    /// The content of a file.
    ///
    /// - Parameter name: its path in this folder.
    /// - Returns: its text; `nil` when there is none.
    public func read(_ name: String) -> String? {
        content(name).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The bytes of a file.
    ///
    /// - Parameter name: its path in this folder.
    /// - Returns: its bytes; none where there is no such file.
    public func bytes(_ name: String) -> [UInt8] { content(name) ?? [] }

    private func content(_ name: String) -> [UInt8]? {
        guard let file = fopen(file(name), "re") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        return ferror(file) == 0 ? bytes : nil
    }
}
