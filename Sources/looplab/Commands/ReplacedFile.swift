// SPDX-License-Identifier: MIT
internal import Glibc

/// Writes files that are there as a whole or not at all.
enum ReplacedFile {
    /// Writes a file in the place of what is there; returns the system's error, or 0.
    ///
    /// The bytes go to a file beside it that is then renamed, so whoever looks sees the old file or the new one. What
    /// is no regular file, as a pipe or a terminal, is written to directly.
    static func write(_ bytes: [UInt8], to path: String) -> Int32 {
        let target = resolved(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        if exists, status.st_mode & S_IFMT != S_IFREG { return writeDirectly(bytes, to: target) }
        let temporary = "\(target).\(getpid()).tmp"
        // Left behind by a process that had this number and was killed.
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { return errno }
        if exists { fchmod(descriptor, status.st_mode & 0o777) }
        var failure = finish(bytes, descriptor)
        if failure == 0, rename(temporary, target) != 0 { failure = errno }
        if failure != 0 { unlink(temporary) }
        return failure
    }

    private static func writeDirectly(_ bytes: [UInt8], to path: String) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        return descriptor < 0 ? errno : finish(bytes, descriptor)
    }

    // A full disk may speak up only at the close.
    private static func finish(_ bytes: [UInt8], _ descriptor: Int32) -> Int32 {
        let failure = DescriptorIO.write(bytes, to: descriptor)
        return close(descriptor) == 0 || failure != 0 ? failure : errno
    }

    /// The file behind a symbolic link, so that the link is not replaced.
    private static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
