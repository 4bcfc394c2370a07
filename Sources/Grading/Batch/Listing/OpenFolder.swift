// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import Results

/// An open folder, in which names are looked up without ever leaving it.
final class OpenFolder {
    /// An entry that is there.
    struct Entry {
        var name: FileName
        var kind: Kind
    }

    /// What an entry is, as far as listings care.
    enum Kind {
        case file
        case folder
        case link
        /// A pipe, a socket, a device.
        case other
    }

    private let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK

    /// Opens a folder that a person named, behind whatever links.
    static func open(_ path: String) -> Result<OpenFolder, SystemError> {
        let descriptor = Glibc.open(path, flags)
        return descriptor < 0 ? .failure(SystemError(errno: errno)) : .success(OpenFolder(descriptor))
    }

    /// Opens a folder in this one; a link is none.
    func folder(_ name: FileName) -> Result<OpenFolder, SystemError> {
        let opened = name.withPointer { openat(descriptor, $0, Self.flags | O_NOFOLLOW) }
        return opened < 0 ? .failure(SystemError(errno: errno)) : .success(OpenFolder(opened))
    }

    /// Its entries by name; at most `limit` of them, and whether there are more.
    func entries(limit: Int) -> Result<(entries: [Entry], isCut: Bool), SystemError> {
        // Of its own, because reading a directory moves its place.
        let copy = openat(descriptor, ".", Self.flags)
        guard copy >= 0 else { return .failure(SystemError(errno: errno)) }
        guard let directory = fdopendir(copy) else {
            let error = SystemError(errno: errno)
            close(copy)
            return .failure(error)
        }
        defer { closedir(directory) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let found = readdir(directory) else { break }
            let name = Self.name(of: found)
            if name.isHousekeeping { continue }
            entries.append(Entry(name: name, kind: kind(of: name, found.pointee.d_type)))
            if entries.count > limit { break }
        }
        if errno != 0 { return .failure(SystemError(errno: errno)) }
        let isCut = entries.count > limit
        entries.sort { $0.name < $1.name }
        return .success((isCut ? Array(entries.prefix(limit)) : entries, isCut))
    }

    /// Reads a submission in this folder or below it: a regular file that no link leads out of the folder to.
    func content(_ path: FileName) -> SubmissionContent {
        let file = openInside(path)
        guard file >= 0 else { return .refused(Self.refusal(errno), hash: "") }
        defer { close(file) }
        return SubmissionFile.content(of: file)
    }

    // Where the kernel is older than 5.6, or a container's filter does not know openat2, no link is followed at all.
    private func openInside(_ path: FileName) -> Int32 {
        // Without O_NONBLOCK, opening a pipe waits for somebody who writes into it.
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        let opened = path.withPointer { lls_open_beneath(descriptor, $0, flags) }
        guard opened < 0, errno == ENOSYS || errno == EPERM else { return opened }
        return openWithoutLinks(path, flags)
    }

    private func openWithoutLinks(_ path: FileName, _ flags: Int32) -> Int32 {
        let names = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var folder = self
        for (index, part) in names.enumerated() {
            let name = FileName(Array(part))
            if part.isEmpty || name.text == "." || name.text == ".." {
                errno = EXDEV
                return -1
            }
            if index == names.count - 1 {
                return name.withPointer { openat(folder.descriptor, $0, flags | O_NOFOLLOW) }
            }
            switch folder.folder(name) {
            case .success(let next): folder = next
            case .failure(let error):
                errno = error.errno
                return -1
            }
        }
        errno = ENOENT
        return -1
    }

    private static func refusal(_ number: Int32) -> SubmissionResult.Refusal {
        switch number {
        case ENOENT, ENOTDIR: .missing
        case EXDEV, ELOOP: .outsideFolder
        // A socket, or a device that is not there.
        case ENXIO, ENODEV: .notAFile
        default: .unreadable(errno: number)
        }
    }

    private func kind(of name: FileName, _ type: UInt8) -> Kind {
        switch Int(type) {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_LNK): return .link
        case Int(DT_UNKNOWN): break
        default: return .other
        }
        // Some file systems do not say it in the directory.
        var status = stat()
        guard name.withPointer({ fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> FileName {
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in FileName(Array(bytes.prefix { $0 != 0 })) }
    }
}

/// What the system said.
struct SystemError: Error {
    var errno: Int32
}

/// Reads an open file that may be a submission.
enum SubmissionFile {
    static func content(of descriptor: Int32) -> SubmissionContent {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .refused(.unreadable(errno: errno), hash: "") }
        guard status.st_mode & S_IFMT == S_IFREG else { return .refused(.notAFile, hash: "") }
        let limit = SubmissionContent.byteLimit
        if status.st_size > limit { return .refused(.tooLarge(limit: limit), hash: "") }
        // It may grow meanwhile: one byte more than allowed is read, never all of it.
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let wanted = min(limit + 1 - bytes.count, max(Int(status.st_size) + 1 - bytes.count, 4_096))
            var failure: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
                let got = read(descriptor, buffer.baseAddress, wanted)
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == EINTR { continue }
            if failure != 0 { return .refused(.unreadable(errno: failure), hash: "") }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        return SubmissionContent(bytes)
    }
}
