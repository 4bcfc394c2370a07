// SPDX-License-Identifier: MIT
internal import Glibc

/// The file that a database lies in: made, checked, opened.
public struct DatabaseFile<Failure: StorageFailure> {
    /// Its absolute path.
    public let path: String
    /// Milliseconds for which other processes are waited for.
    public let busyTimeout: Int
    /// Knows the kind and the newest form of the database.
    public let migrator: Migrator<Failure>

    /// Names a file; `path` is taken from the current directory where it does not begin with a slash.
    public init(path: String, busyTimeout: Int, migrator: Migrator<Failure>) {
        self.path = Self.absolute(path)
        self.busyTimeout = busyTimeout
        self.migrator = migrator
    }

    /// A path from the root, so that no name means something special to SQLite.
    public static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let current = getcwd(nil, 0) else { return "/" + path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }

    // MARK: - To read and write

    /// Opens the file to read and write it, makes it where there is none, and brings it to the newest form.
    public func openForWriting() throws(Failure) -> Connection<Failure> {
        if try !exists() { try create() }
        let connection = try Connection<Failure>(file: path, .readWrite, busyTimeout: busyTimeout)
        let isDone = try migrator.isDone(connection)
        if connection.isReadOnly { throw .storage(.readOnly(path: path)) }
        try prepare(connection)
        if !isDone { try migrator.migrate(connection) }
        return connection
    }

    // Nothing of this is done before the file is known to be ours or empty.
    private func prepare(_ connection: Connection<Failure>) throws(Failure) {
        let mode = try connection.first("PRAGMA journal_mode") { (row) throws(Failure) in try row.text(0) }
        if mode != "wal" {
            // SQLite does not wait for others here.
            try connection.waitingForOthers { () throws(Failure) in
                try connection.execute("PRAGMA journal_mode = WAL")
            }
        }
        // With it, COMMIT returns when the log is on the disk.
        try connection.execute("PRAGMA synchronous = FULL")
        try connection.execute("PRAGMA foreign_keys = ON")
        // REPLACE runs triggers of DELETE only with it.
        try connection.execute("PRAGMA recursive_triggers = ON")
    }

    // MARK: - To read

    /// Opens the file to read it, even where nothing may be written beside it; where there is none, it reads as empty.
    public func openForReading() throws(Failure) -> Connection<Failure> {
        guard try exists() else { return try openNothing() }
        let connection = try openWithoutWriting()
        if try migrator.isDone(connection) {
            try connection.execute("PRAGMA query_only = ON")
            return connection
        }
        // An older form is read as a copy in the newest one; whoever writes next changes the file.
        return try copyInMemory(of: connection)
    }

    private func openWithoutWriting() throws(Failure) -> Connection<Failure> {
        do throws(Failure) {
            let connection = try Connection<Failure>(file: path, .readWrite, busyTimeout: busyTimeout)
            _ = try migrator.identity(of: connection)
            return connection
        } catch {
            switch error.storageError {
            // A database with a write-ahead log wants to put its index beside it.
            case .notOpened where access(path, R_OK) == 0: return try openBesideNothing()
            case .readOnly: return try openBesideNothing()
            default: throw error
            }
        }
    }

    private func openBesideNothing() throws(Failure) -> Connection<Failure> {
        var status = stat()
        guard stat(path + "-wal", &status) == 0, status.st_size > 0 else {
            return try Connection<Failure>(file: path, .unchanging, busyTimeout: busyTimeout)
        }
        // The log has what the file has not: both are copied to where an index can be written.
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
        var template = Array("\(parent)/looplab-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .storage(.notOpened(path: path, errno: errno)) }
        let directory = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        defer {
            for name in ["", "-wal", "-shm"] { unlink("\(directory)/copy\(name)") }
            rmdir(directory)
        }
        for name in ["", "-wal"] {
            let failure = Self.copy(path + name, to: "\(directory)/copy\(name)")
            if failure != 0 { throw .storage(.notOpened(path: path, errno: failure)) }
        }
        let copy = try Connection<Failure>(
            file: directory + "/copy", shownAs: path, .readWrite, busyTimeout: busyTimeout)
        return try copyInMemory(of: copy)
    }

    private func copyInMemory(of connection: Connection<Failure>) throws(Failure) -> Connection<Failure> {
        let memory = try Connection<Failure>(file: path, .memory, busyTimeout: busyTimeout)
        try connection.copy(to: memory)
        try migrator.migrate(memory)
        return memory
    }

    /// A new database in memory, for somebody who has none yet.
    public func openNothing() throws(Failure) -> Connection<Failure> {
        let memory = try Connection<Failure>(file: path, .memory, busyTimeout: busyTimeout)
        try migrator.migrate(memory)
        return memory
    }

    // MARK: - The file system

    /// Whether the file is there; throws where something else is.
    private func exists() throws(Failure) -> Bool {
        var status = stat()
        if stat(path, &status) != 0 {
            if errno == ENOENT { return false }
            throw .storage(.notOpened(path: path, errno: errno))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return true
        case S_IFDIR: throw .storage(.isDirectory(path: path))
        default: throw .storage(.notAFile(path: path))
        }
    }

    // What people did is nobody else's business: what is made here only its owner may read.
    private func create() throws(Failure) {
        let directory = path.split(separator: "/").dropLast().map { "/" + $0 }
        var current = ""
        for part in directory {
            let above = current
            current += part
            if access(current, F_OK) == 0 { continue }
            if mkdir(current, 0o700) != 0, errno != EEXIST {
                throw .storage(.directoryNotMade(path: current, errno: errno))
            }
            Self.synchronize(directory: above.isEmpty ? "/" : above)
        }
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        switch errno {
        // Another process was faster.
        case EEXIST: return
        case EACCES, EPERM, EROFS: throw .storage(.readOnly(path: path))
        case ENOSPC, EDQUOT: throw .storage(.diskFull(path: path))
        default: throw .storage(.notOpened(path: path, errno: errno))
        }
    }

    // So that a new directory is still there after the power went; SQLite does the same for the files in it.
    private static func synchronize(directory: String) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func copy(_ path: String, to target: String) -> Int32 {
        let input = open(path, O_RDONLY | O_CLOEXEC)
        if input < 0 { return errno }
        defer { close(input) }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if output < 0 { return errno }
        var failure: Int32 = 0
        while failure == 0 {
            let count = sendfile(output, input, nil, 1 << 20)
            if count == 0 { break }
            if count < 0, errno != EINTR { failure = errno }
        }
        return close(output) == 0 || failure != 0 ? failure : errno
    }
}
