// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// What is known about a file (statx(2)).
struct FileStatus: Sendable {
    /// A time as whole seconds and nanoseconds.
    struct Instant: Sendable {
        var seconds: Int64
        var nanoseconds: UInt32
    }

    var device: UInt64
    var mode: UInt32
    var linkCount: UInt64
    var user: UInt32
    var group: UInt32
    var specialDevice: UInt64
    var blockSize: UInt64
    var inode: UInt64
    var size: UInt64
    var blocks: UInt64
    var access: Instant
    var modification: Instant
    var change: Instant
    var birth: Instant

    /// Asks about a path; nil, with the reason in `errno`, when that fails.
    static func of(_ path: FilePath, followsLinks: Bool) -> FileStatus? {
        path.withCString { ask(AT_FDCWD, $0, followsLinks ? 0 : AT_SYMLINK_NOFOLLOW) }
    }

    /// Asks about an open descriptor.
    static func of(descriptor: Int32) -> FileStatus? {
        ask(descriptor, "", AT_EMPTY_PATH)
    }

    /// Whether it is a directory.
    var isDirectory: Bool { mode & S_IFMT == S_IFDIR }

    private static let AT_EMPTY_PATH: Int32 = 0x1000

    private static func ask(_ directory: Int32, _ path: UnsafePointer<CChar>, _ flags: Int32) -> FileStatus? {
        var raw = statx()
        let mask = UInt32(STATX_BASIC_STATS) | UInt32(STATX_BTIME)
        guard lls_statx(directory, path, flags, mask, &raw) == 0 else { return nil }
        return FileStatus(raw)
    }

    // What makedev(3) makes of both numbers.
    private static func device(_ major: UInt32, _ minor: UInt32) -> UInt64 {
        let (major, minor) = (UInt64(major), UInt64(minor))
        return (major & 0xfff) << 8 | minor & 0xff | (minor & ~0xff) << 12 | (major & ~0xfff) << 32
    }
}

extension FileStatus {
    private init(_ raw: statx) {
        device = Self.device(raw.stx_dev_major, raw.stx_dev_minor)
        mode = UInt32(raw.stx_mode)
        linkCount = UInt64(raw.stx_nlink)
        user = raw.stx_uid
        group = raw.stx_gid
        specialDevice = Self.device(raw.stx_rdev_major, raw.stx_rdev_minor)
        blockSize = UInt64(raw.stx_blksize)
        inode = raw.stx_ino
        size = raw.stx_size
        blocks = raw.stx_blocks
        access = Instant(raw.stx_atime)
        modification = Instant(raw.stx_mtime)
        change = Instant(raw.stx_ctime)
        birth = Instant(raw.stx_btime)
    }
}

extension FileStatus.Instant {
    fileprivate init(_ raw: statx_timestamp) {
        self.init(seconds: raw.tv_sec, nanoseconds: raw.tv_nsec)
    }
}
