// SPDX-License-Identifier: MIT
internal import Glibc

/// One entry of a directory.
struct DirectoryEntry: Sendable {
    /// Node's numbers for what an entry is (`UV_DIRENT_…`).
    enum Kind: UInt8, Sendable {
        case unknown, file, directory, link, pipe, socket, characterDevice, blockDevice
    }

    var name: [UInt8]
    var kind: Kind
}

// Reading and making directories.
extension FileOperation {
    /// Makes a directory whose last six letters are new.
    static func makeTemporaryDirectory(_ template: FilePath) -> FileAnswer {
        template.replacing { mkdtemp($0) != nil }.map { .path($0.given) } ?? .failure(errno: errno)
    }

    /// Reads a directory's entries, in the order of their bytes, as libuv's `uv_fs_scandir` gives them.
    static func entries(of path: FilePath, _ hasKinds: Bool) -> FileAnswer {
        guard let directory = path.withCString({ opendir($0) }) else { return .failure(errno: errno) }
        defer { closedir(directory) }
        var entries: [DirectoryEntry] = []
        errno = 0
        while let raw = readdir(directory) {
            let name = name(of: raw)
            if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
            var kind = DirectoryEntry.Kind(type: raw.pointee.d_type)
            if kind == .unknown && hasKinds {
                kind = FileStatus.of(path.appending(name), followsLinks: false).map { .init(mode: $0.mode) } ?? .unknown
            }
            entries.append(DirectoryEntry(name: name, kind: kind))
            errno = 0
        }
        if errno != 0 { return .failure(errno: errno) }
        return .entries(entries.sorted { $0.name.lexicographicallyPrecedes($1.name) })
    }

    // An entry is as long as its name needs, and so shorter than Swift's type of it.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name).unsafelyUnwrapped
        let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
    }

    /// Makes a directory and those above it; answers with the first that had to be made (Node: `MKDirpSync`).
    static func makeDirectories(_ path: FilePath, _ mode: mode_t) -> FileAnswer {
        var missing = [path]
        var first: FilePath?
        while let next = missing.popLast() {
            let (result, failure) = next.withCString { path in repeated { mkdir(path, mode) } }
            if result == 0 {
                if first == nil { first = next }
                continue
            }
            switch failure {
            case EACCES, ENOSPC, ENOTDIR, EPERM: return .failure(errno: failure)
            case ENOENT:
                guard let parent = next.parent else { return .failure(errno: failure) }
                missing += [next, parent]
            default:
                guard let status = FileStatus.of(next, followsLinks: true) else { return .failure(errno: errno) }
                if !status.isDirectory {
                    return .failure(errno: failure == EEXIST && !missing.isEmpty ? ENOTDIR : EEXIST)
                }
            }
        }
        return first.map { .path($0.given) } ?? .nothing
    }
}

extension DirectoryEntry.Kind {
    fileprivate init(type: UInt8) {
        switch Int(type) {
        case DT_REG: self = .file
        case DT_DIR: self = .directory
        case DT_LNK: self = .link
        case DT_FIFO: self = .pipe
        case DT_SOCK: self = .socket
        case DT_CHR: self = .characterDevice
        case DT_BLK: self = .blockDevice
        default: self = .unknown
        }
    }

    fileprivate init(mode: UInt32) {
        // The kernel's types of entries are the modes' upper bits (IFTODT in dirent.h).
        self.init(type: UInt8((mode & S_IFMT) >> 12))
    }
}
