// SPDX-License-Identifier: MIT
internal import Glibc

// What takes more than one call about a path.
extension FileOperation {
    /// Lends two paths to a system call.
    static func withBoth(
        _ first: FilePath, _ second: FilePath, _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
    ) -> Int32 {
        first.withCString { first in second.withCString { second in body(first, second) } }
    }

    /// Sets a file's times, or those of a link itself.
    static func setTimes(of path: FilePath, _ times: FileTimes, _ followsLinks: Bool) -> FileAnswer {
        let flags = followsLinks ? 0 : AT_SYMLINK_NOFOLLOW
        return answer { path.withCString { path in times.withTimes { utimensat(AT_FDCWD, path, $0, flags) } } }
    }

    /// Reads where a link points; that has at most PATH_MAX bytes.
    static func linkTarget(_ path: FilePath) -> FileAnswer {
        let capacity = Int(PATH_MAX)
        var target = [CChar](repeating: 0, count: capacity)
        let (count, failure) = path.withCString { path in repeated { readlink(path, &target, capacity) } }
        guard failure == 0 else { return .failure(errno: failure) }
        return .path(target.prefix(count).map(UInt8.init(bitPattern:)))
    }

    /// Resolves links and dots.
    static func realPath(_ path: FilePath) -> FileAnswer {
        guard let resolved = path.withCString({ realpath($0, nil) }) else { return .failure(errno: errno) }
        defer { free(resolved) }
        let bytes = UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))
        return .path(Array(bytes))
    }
}

/// Copies a file's contents and mode (libuv: `uv__fs_copyfile`).
struct FileCopy {
    let source: FilePath
    let destination: FilePath
    /// Whether a destination that exists is an error.
    let isExclusive: Bool

    /// Copies; returns the system's error, or 0.
    ///
    /// A copy that fails midway leaves no destination behind.
    func run() -> Int32 {
        let input = source.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard input >= 0 else { return errno }
        defer { close(input) }
        guard let status = FileStatus.of(descriptor: input) else { return errno }
        if status.isDirectory { return EISDIR }
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (isExclusive ? O_EXCL : 0)
        let output = destination.withCString { open($0, flags, mode_t(status.mode & 0o7777)) }
        guard output >= 0 else { return errno }
        let failure = copy(from: input, status, to: output)
        close(output)
        if failure != 0 { _ = destination.withCString { unlink($0) } }
        return failure
    }

    private func copy(from input: Int32, _ status: FileStatus, to output: Int32) -> Int32 {
        guard let target = FileStatus.of(descriptor: output) else { return errno }
        if target.device == status.device && target.inode == status.inode { return 0 }
        guard ftruncate(output, 0) == 0 || errno == EINVAL else { return errno }
        guard fchmod(output, mode_t(status.mode & 0o7777)) == 0 || errno == EPERM else { return errno }
        return withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer -> Int32 in
            while true {
                let (count, failure) = FileOperation.repeated { read(input, buffer.baseAddress, buffer.count) }
                if count <= 0 { return failure }
                var written = 0
                while written < count {
                    let rest = UnsafeRawBufferPointer(rebasing: buffer[written..<count])
                    let (step, failure) = FileOperation.repeated { write(output, rest.baseAddress, rest.count) }
                    if failure != 0 { return failure }
                    written += step
                }
            }
        }
    }
}
