// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// One thing that a program asks of the file system; what Node hands to libuv as one `uv_fs_t`.
///
/// It is a value that may cross threads: `perform(_:)` runs it on the loop's thread for the *Sync functions and on the
/// pool for all others.
enum FileOperation: Sendable {
    case open(FilePath, flags: Int32, mode: mode_t)
    case close(Int32)
    case read(Int32, count: Int, position: Int64?)
    case write(Int32, bytes: [UInt8], position: Int64?)
    case truncate(Int32, length: Int64)
    case synchronize(Int32, isDataOnly: Bool)
    case status(FilePath, followsLinks: Bool)
    case descriptorStatus(Int32)
    case checkAccess(FilePath, mode: Int32)
    case setTimes(FilePath, FileTimes, followsLinks: Bool)
    case setDescriptorTimes(Int32, FileTimes)
    case setMode(FilePath, mode_t)
    case setDescriptorMode(Int32, mode_t)
    case entries(FilePath, hasKinds: Bool)
    case makeDirectory(FilePath, mode: mode_t)
    case makeDirectories(FilePath, mode: mode_t)
    case makeTemporaryDirectory(FilePath)
    case removeDirectory(FilePath)
    case unlink(FilePath)
    case rename(FilePath, FilePath)
    case copy(FilePath, FilePath, isExclusive: Bool)
    case link(FilePath, FilePath)
    case makeSymbolicLink(target: FilePath, FilePath)
    case linkTarget(FilePath)
    case realPath(FilePath)

    /// Runs the operation; blocks for as long as the system takes.
    func perform(_ descriptors: OpenDescriptors) -> FileAnswer {
        if let sealed = descriptors.sealed { return sealed.perform(self) }
        return switch self {
        case .open(let path, let flags, let mode): Self.open(path, flags, mode, descriptors)
        case .close(let descriptor): FileAnswer(errno: descriptors.close(descriptor))
        case .read(let descriptor, let count, let position):
            Self.using(descriptor, descriptors) { Self.read(descriptor, count, position, descriptors) }
        case .write(let descriptor, let bytes, let position):
            Self.using(descriptor, descriptors) { Self.write(descriptor, bytes, position) }
        case .truncate(let descriptor, let length):
            Self.using(descriptor, descriptors) { Self.answer { ftruncate(descriptor, off_t(length)) } }
        case .synchronize(let descriptor, let isDataOnly):
            Self.using(descriptor, descriptors) {
                Self.answer { isDataOnly ? fdatasync(descriptor) : fsync(descriptor) }
            }
        case .descriptorStatus(let descriptor):
            Self.using(descriptor, descriptors) { FileAnswer(FileStatus.of(descriptor: descriptor)) }
        case .setDescriptorTimes(let descriptor, let times):
            Self.using(descriptor, descriptors) { Self.answer { times.withTimes { futimens(descriptor, $0) } } }
        case .setDescriptorMode(let descriptor, let mode):
            Self.using(descriptor, descriptors) { Self.answer { fchmod(descriptor, mode) } }
        case .status(let path, let followsLinks): FileAnswer(FileStatus.of(path, followsLinks: followsLinks))
        case .checkAccess(let path, let mode): Self.answer { path.withCString { access($0, mode) } }
        case .setTimes(let path, let times, let followsLinks): Self.setTimes(of: path, times, followsLinks)
        case .setMode(let path, let mode): Self.answer { path.withCString { chmod($0, mode) } }
        case .entries(let path, let hasKinds): Self.entries(of: path, hasKinds)
        case .makeDirectory(let path, let mode): Self.answer { path.withCString { mkdir($0, mode) } }
        case .makeDirectories(let path, let mode): Self.makeDirectories(path, mode)
        case .makeTemporaryDirectory(let template): Self.makeTemporaryDirectory(template)
        case .removeDirectory(let path): Self.answer { path.withCString { rmdir($0) } }
        case .unlink(let path): Self.answer { path.withCString { Glibc.unlink($0) } }
        case .rename(let old, let new): Self.answer { Self.withBoth(old, new) { Glibc.rename($0, $1) } }
        case .copy(let source, let destination, let isExclusive):
            FileAnswer(errno: FileCopy(source: source, destination: destination, isExclusive: isExclusive).run())
        case .link(let existing, let new): Self.answer { Self.withBoth(existing, new) { Glibc.link($0, $1) } }
        case .makeSymbolicLink(let target, let path): Self.answer { Self.withBoth(target, path) { symlink($0, $1) } }
        case .linkTarget(let path): Self.linkTarget(path)
        case .realPath(let path): Self.realPath(path)
        }
    }

    /// How many bytes the operation moves, as far as that is known before it runs.
    func byteCount(_ descriptors: OpenDescriptors) -> Int {
        if let sealed = descriptors.sealed { return sealed.byteCount(of: self) }
        return switch self {
        case .read(let descriptor, let count, let position): Self.readable(descriptor, count, position)
        case .write(_, let bytes, _): bytes.count
        case .copy(let source, _, _): FileStatus.of(source, followsLinks: true).map { Int($0.size) } ?? 0
        default: 0
        }
    }

    private static func open(
        _ path: FilePath, _ flags: Int32, _ mode: mode_t, _ descriptors: OpenDescriptors
    ) -> FileAnswer {
        let (descriptor, failure) = path.withCString { path in
            repeated { Glibc.open(path, flags | O_CLOEXEC, mode) }
        }
        if descriptor < 0 { return .failure(errno: failure) }
        descriptors.add(descriptor, stream: flags & O_ACCMODE == O_RDONLY ? nil : stream(at: path))
        return .number(Int(descriptor))
    }

    // What is written to these has to stay in order with the console.
    private static func stream(at path: FilePath) -> StandardStream? {
        switch path.text {
        case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1": .output
        case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2": .error
        default: nil
        }
    }

    private static func readable(_ descriptor: Int32, _ count: Int, _ position: Int64?) -> Int {
        var status = stat()
        let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        guard isRegular, status.st_size > 0 else { return count }
        let start = position ?? Int64(lseek(descriptor, 0, SEEK_CUR))
        return min(count, max(0, Int(Int64(status.st_size) - start)))
    }

    private static func using(
        _ descriptor: Int32, _ descriptors: OpenDescriptors, _ body: () -> FileAnswer
    ) -> FileAnswer {
        descriptors.use(descriptor, body) ?? .failure(errno: EBADF)
    }

    /// The answer of a call that gives 0 for success.
    static func answer(_ call: () -> Int32) -> FileAnswer {
        FileAnswer(errno: repeated(call).errno)
    }

    /// Makes a system call, again for as long as a signal interrupts it; gives its result and its error.
    static func repeated<Result: SignedInteger>(_ call: () -> Result) -> (Result, errno: Int32) {
        while true {
            let result = call()
            if result >= 0 { return (result, 0) }
            if errno != EINTR { return (result, errno) }
        }
    }
}

/// What came of a file operation.
enum FileAnswer: Sendable {
    /// The system's error.
    case failure(errno: Int32)
    /// Nothing but success.
    case nothing
    /// A descriptor, or how many bytes were written.
    case number(Int)
    /// Contents.
    case bytes([UInt8])
    /// A path or a link's target.
    case path([UInt8])
    /// What is known about a file.
    case status(FileStatus)
    /// What a directory holds.
    case entries([DirectoryEntry])

    /// The answer of a call that has none but its error.
    init(errno: Int32) {
        self = errno == 0 ? .nothing : .failure(errno: errno)
    }

    /// The answer of a call that has just left its error in `errno` if it gave nothing.
    init(_ status: FileStatus?) {
        self = status.map(FileAnswer.status) ?? .failure(errno: errno)
    }
}

/// Access and modification times to set, in seconds since 1970.
struct FileTimes: Sendable {
    var access: Double
    var modification: Double

    /// Lends both as the system takes them.
    func withTimes(_ body: (UnsafePointer<timespec>) -> Int32) -> Int32 {
        let times = [Self.instant(access), Self.instant(modification)]
        return times.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
    }

    // To the microsecond, as libuv has it (uv__fs_to_timespec).
    private static func instant(_ seconds: Double) -> timespec {
        let bounded = max(-1e15, min(1e15, seconds))
        let whole = bounded.rounded(.down)
        let nanoseconds = Int((bounded - whole) * 1e9)
        return timespec(tv_sec: Int(whole), tv_nsec: nanoseconds - nanoseconds % 1000)
    }
}
