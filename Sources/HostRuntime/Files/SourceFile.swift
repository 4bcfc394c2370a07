// SPDX-License-Identifier: MIT
internal import Glibc

/// Source text as read from disk.
public enum SourceFile {
    /// The most bytes that source text may have; the engine's strings hold about twice as many characters.
    public static let byteLimit = 512 << 20

    /// Reads a file as UTF-8, without a byte order mark.
    public static func text(at path: String) throws(RuntimeError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
        defer { close(descriptor) }
        return try text(of: descriptor, path: path)
    }

    /// Writes text to a file; returns the system's error, or 0.
    public static func write(_ text: String, to path: String) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return errno }
        var text = text
        let failure = text.withUTF8 { bytes -> Int32 in
            var rest = UnsafeRawBufferPointer(bytes)
            while let base = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, base, rest.count)
                if count < 0 && errno != EINTR { return errno }
                if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
            }
            return 0
        }
        // A full disk may speak up only now.
        return close(descriptor) == 0 || failure != 0 ? failure : errno
    }

    /// The path of the running program.
    public static var programPath: String {
        realPath("/proc/self/exe")
    }

    /// A path from the root, without links where it exists.
    public static func absolute(_ path: String) -> String {
        realPath(path.hasPrefix("/") ? path : workingDirectory + "/" + path)
    }

    /// Reads an open descriptor to its end as UTF-8; `path` names it in errors.
    public static func text(of descriptor: Int32, path: String) throws(RuntimeError) -> String {
        try decode(bytes(of: descriptor, path: path), path: path)
    }

    /// Reads an open descriptor to its end; `path` names it in errors.
    public static func bytes(of descriptor: Int32, path: String) throws(RuntimeError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(path: path) }
        var bytes: [UInt8] = []
        let expected = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
        bytes.reserveCapacity(expected + 1)
        while true {
            let room = max(64 << 10, expected - bytes.count + 1)
            var failure: Int32 = 0
            let count = withUnsafeTemporaryAllocation(byteCount: min(room, 1 << 20), alignment: 1) { buffer -> Int in
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
                if count < 0 { failure = errno }
                return count
            }
            if count == 0 { break }
            if bytes.count > byteLimit { throw .tooLarge(path: path, limit: byteLimit) }
            if count < 0 && failure != EINTR { throw .unreadable(path: path, errno: failure) }
        }
        return bytes
    }

    private static func decode(_ bytes: [UInt8], path: String) throws(RuntimeError) -> String {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = hasMark ? bytes[3...] : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return text }
        let offset = firstInvalidOffset(in: bytes)
        let line = bytes[..<offset].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        throw .notUTF8(path: path, offset: offset, line: line)
    }

    private static func firstInvalidOffset(in bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput, .error: return min(offset, bytes.count)
            }
        }
    }

    /// Whether an open descriptor is a directory.
    public static func isDirectory(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// What is at a path: nil for nothing.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
    }

    enum Kind {
        case file
        case directory
    }

    /// The path without links and dots; the path itself when it does not resolve.
    static func realPath(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The process's working directory.
    static var workingDirectory: String {
        guard let directory = getcwd(nil, 0) else { return "/" }
        defer { free(directory) }
        return String(cString: directory)
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        scalar.utf8.count
    }
}
