// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// Notices which files of some folders have been saved.
///
/// The kernel says that something has changed (inotify(7)); what it was is found by comparing the folders with what
/// they were, which an editor that renames files cannot confuse. Where the kernel cannot say it, as on some network
/// file systems or when its watches are used up, the folders are compared from time to time.
final class FolderWatch {
    /// How the watch learns that something has changed.
    enum Method: Equatable {
        /// The kernel says so.
        case notification
        /// Somebody has to ask every ``pollingInterval``.
        case polling
    }

    /// Milliseconds between two looks where nobody says that something has changed.
    static let pollingInterval: Int32 = 400

    /// How it learns of changes.
    private(set) var method: Method
    /// Readable when something may have changed; −1 where the folders have to be looked at.
    var descriptor: Int32 { method == .notification ? notifier : -1 }

    private let root: String
    private let folders: () -> [String]
    private let isWanted: (String) -> Bool
    private var notifier: Int32
    private var watched: Set<String> = []
    private var known: [String: FileState] = [:]

    /// Watches folders below a root, which are asked for again whenever something changes.
    ///
    /// - Parameters:
    ///   - root: the directory from which paths are told.
    ///   - folders: paths from the root; empty for the root itself.
    ///   - isWanted: whether a file of that path matters.
    init(
        root: String, method: Method = .notification, folders: @escaping () -> [String],
        isWanted: @escaping (String) -> Bool
    ) {
        self.root = root
        self.folders = folders
        self.isWanted = isWanted
        self.method = method
        notifier =
            method == .notification ? inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) : -1
        if notifier < 0 { self.method = .polling }
        watchFolders()
        known = look()
    }

    deinit {
        if notifier >= 0 { close(notifier) }
    }

    /// The files that have been written or renamed into place since the last call, in order; none that has gone.
    func changes() -> [String] {
        drain()
        watchFolders()
        let now = look()
        defer { known = now }
        return now.filter { known[$0.key] != $0.value }.keys.sorted()
    }

    // What the events say is not read: they may be lost when there are too many (IN_Q_OVERFLOW).
    private func drain() {
        guard notifier >= 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while read(notifier, &buffer, buffer.count) > 0 {}
    }

    private func watchFolders() {
        guard method == .notification else { return }
        // Not IN_MODIFY: what is half written is nobody's answer yet.
        let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_ONLYDIR)
        for folder in folders() + [""] where !watched.contains(folder) {
            let path = path(of: folder)
            if inotify_add_watch(notifier, path, events) >= 0 {
                watched.insert(folder)
            } else if errno != ENOENT && errno != ENOTDIR {
                close(notifier)
                notifier = -1
                method = .polling
                return
            }
        }
    }

    private func look() -> [String: FileState] {
        var states: [String: FileState] = [:]
        for folder in folders() {
            guard let directory = opendir(path(of: folder)) else {
                // A folder that comes back is watched anew.
                watched.remove(folder)
                continue
            }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                let file = folder.isEmpty ? name : "\(folder)/\(name)"
                guard isWanted(file) else { continue }
                states[file] = FileState(path: path(of: file))
            }
        }
        return states
    }

    private func path(of part: String) -> String {
        part.isEmpty ? root : "\(root)/\(part)"
    }
}

/// What tells two states of a file apart.
private struct FileState: Equatable {
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    /// Looks at a regular file; nil for anything else.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        inode = UInt(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}
