// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling

/// What a program with sealed files has open, and what `node:fs` can do for it: read, and nothing else.
///
/// May be used from any thread.
final class SealedDescriptors: Sendable {
    private struct Open: Sendable {
        let path: String
        let bytes: [UInt8]
        var offset = 0
    }

    /// As many as a process usually gets.
    private static let limit = 1_024

    private let files: SealedFiles
    private let open = Guarded<[Int32: Open]>([:])

    init(_ files: SealedFiles) {
        self.files = files
    }

    /// Answers an operation without asking the system.
    func perform(_ operation: FileOperation) -> FileAnswer {
        switch operation {
        case .open(let path, let flags, _): open(path.text, flags)
        case .close(let descriptor): close(descriptor)
        case .read(let descriptor, let count, let position): read(descriptor, count, position)
        case .status(let path, _): status(of: path.text)
        case .descriptorStatus(let descriptor): descriptorStatus(descriptor)
        case .checkAccess(let path, let mode): access(path.text, mode)
        case .entries(let path, _): entries(of: path.text)
        case .realPath(let path): realPath(path.text)
        case .linkTarget(let path): .failure(errno: kind(path.text) == nil ? files.refusal(of: path.text) : EINVAL)
        case .write(let descriptor, _, _), .truncate(let descriptor, _), .synchronize(let descriptor, _),
            .setDescriptorTimes(let descriptor, _), .setDescriptorMode(let descriptor, _):
            .failure(errno: isOpen(descriptor) ? EACCES : EBADF)
        case .setTimes, .setMode, .makeDirectory, .makeDirectories, .makeTemporaryDirectory, .removeDirectory, .unlink,
            .rename, .copy, .link, .makeSymbolicLink:
            .failure(errno: EACCES)
        }
    }

    /// How many bytes an operation moves, as far as that is known before it runs.
    func byteCount(of operation: FileOperation) -> Int {
        switch operation {
        case .read(let descriptor, let count, let position):
            open.withLock { open in
                guard let file = open[descriptor] else { return 0 }
                return min(count, max(0, file.bytes.count - (position.map { Int($0) } ?? file.offset)))
            }
        case .write(_, let bytes, _): bytes.count
        default: 0
        }
    }

    private func kind(_ path: String) -> SourceFile.Kind? { files.kind(of: path) }

    private func isOpen(_ descriptor: Int32) -> Bool {
        open.withLock { $0[descriptor] != nil } || (STDIN_FILENO...STDERR_FILENO).contains(descriptor)
    }

    // MARK: Paths

    private func open(_ path: String, _ flags: Int32) -> FileAnswer {
        if flags & O_ACCMODE != O_RDONLY || flags & (O_CREAT | O_TRUNC) != 0 { return .failure(errno: EACCES) }
        let bytes: [UInt8]
        switch kind(path) {
        case nil: return .failure(errno: files.refusal(of: path))
        case .directory: bytes = []
        case .file: bytes = Array(((try? files.text(at: path)) ?? "").utf8)
        }
        return open.withLock { open in
            guard let number = (3..<Int32(Self.limit)).first(where: { open[$0] == nil }) else {
                return .failure(errno: EMFILE)
            }
            open[number] = Open(path: path, bytes: bytes)
            return .number(Int(number))
        }
    }

    private func status(of path: String) -> FileAnswer {
        switch kind(path) {
        case nil: .failure(errno: files.refusal(of: path))
        case .directory: .status(FileStatus(sealed: S_IFDIR | 0o555, size: 0))
        case .file: .status(FileStatus(sealed: S_IFREG | 0o444, size: (try? files.text(at: path))?.utf8.count ?? 0))
        }
    }

    private func access(_ path: String, _ mode: Int32) -> FileAnswer {
        guard let kind = kind(path) else { return .failure(errno: files.refusal(of: path)) }
        let isRefused = mode & W_OK != 0 || mode & X_OK != 0 && kind == .file
        return isRefused ? .failure(errno: EACCES) : .nothing
    }

    private func entries(of path: String) -> FileAnswer {
        switch kind(path) {
        case nil: .failure(errno: files.refusal(of: path))
        case .file: .failure(errno: ENOTDIR)
        case .directory:
            .entries(
                files.entries(of: SealedFiles.normal(path)).map {
                    DirectoryEntry(name: Array($0.name.utf8), kind: $0.kind == .file ? .file : .directory)
                })
        }
    }

    private func realPath(_ path: String) -> FileAnswer {
        if kind(path) == nil { return .failure(errno: files.refusal(of: path)) }
        return .path(Array(SealedFiles.normal(path).utf8))
    }

    // MARK: Descriptors

    private func close(_ descriptor: Int32) -> FileAnswer {
        let wasOpen = open.withLock { $0.removeValue(forKey: descriptor) != nil }
        // The standard ones are nobody's to close, and closing them harms nobody.
        return wasOpen || isOpen(descriptor) ? .nothing : .failure(errno: EBADF)
    }

    private func read(_ descriptor: Int32, _ count: Int, _ position: Int64?) -> FileAnswer {
        // Standard input is empty.
        if descriptor == STDIN_FILENO { return .bytes([]) }
        return open.withLock { open in
            guard let file = open[descriptor] else { return .failure(errno: EBADF) }
            if kind(file.path) == .directory { return .failure(errno: EISDIR) }
            let start = min(max(0, position.map { Int($0) } ?? file.offset), file.bytes.count)
            let end = start + min(max(0, count), file.bytes.count - start)
            if position == nil { open[descriptor]?.offset = end }
            return .bytes(Array(file.bytes[start..<end]))
        }
    }

    private func descriptorStatus(_ descriptor: Int32) -> FileAnswer {
        if let path = open.withLock({ $0[descriptor]?.path }) { return status(of: path) }
        if !isOpen(descriptor) { return .failure(errno: EBADF) }
        return .status(FileStatus(sealed: S_IFIFO | 0o600, size: 0))
    }
}

extension FileStatus {
    /// What is said of a sealed file: the same on every machine.
    fileprivate init(sealed mode: UInt32, size: Int) {
        let start = Instant(seconds: 0, nanoseconds: 0)
        self.init(
            device: 1, mode: mode, linkCount: 1, user: 0, group: 0, specialDevice: 0, blockSize: 4_096, inode: 1,
            size: UInt64(size), blocks: UInt64((size + 511) / 512), access: start, modification: start, change: start,
            birth: start)
    }
}
