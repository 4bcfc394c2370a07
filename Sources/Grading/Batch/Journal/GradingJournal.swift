// SPDX-License-Identifier: MIT
internal import Glibc
public import Results

/// What a batch has graded so far, on the disk: a kill at any moment costs at most the submissions under way.
///
/// One line is written when a submission is graded, and nothing that was written changes: older results stay as
/// history. Other processes are kept out while it is open. Confined to its thread.
public final class GradingJournal {
    /// What is done with what an earlier batch has left.
    public enum Opening: Hashable, Sendable {
        /// It is put aside as `journal-before.jsonl`, and all is graded.
        case anew
        /// Its last run goes on.
        case resume
        /// A new run grades these again.
        case regrade(JournalSelection)
    }

    /// The name of the file in its directory.
    public static let fileName = "journal.jsonl"
    private static let oldFileName = "journal-before.jsonl"
    private static let linesPerSync = 64

    /// Its path.
    public let path: String
    /// What belongs to the run that is under way.
    public var run: JournalRun { index.run ?? JournalRun(number: 0, course: "") }
    /// Whether bytes behind the last whole line were dropped when it was opened.
    public private(set) var wasTorn = false

    private let descriptor: Int32
    private var index = JournalIndex()
    private var end: Int64 = 0
    private var unsynced = 0

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens the journal of a directory, which is made where it is missing, and begins or continues a run.
    ///
    /// `shard` and `course` have to be those of the run that goes on.
    public static func open(
        in directory: String, _ opening: Opening, course: String, shard: Shard? = nil
    ) throws(BatchError) -> GradingJournal {
        try makeDirectory(directory)
        let path = "\(directory)/\(fileName)"
        let journal = try locked(path)
        if opening == .anew {
            return try journal.replaced(in: directory, JournalRun(number: 1, course: course, shard: shard))
        }
        try journal.load()
        let last = journal.index.run
        if let last, last.course != course { throw .journal(path: path, .otherCourse(last.course)) }
        if let last, last.shard != shard { throw .journal(path: path, .otherShard) }
        switch (opening, last) {
        case (.resume, .some): break
        case (.regrade(let selection), let last?):
            try journal.begin(JournalRun(number: last.number + 1, course: course, shard: shard, selection: selection))
        default: try journal.begin(JournalRun(number: 1, course: course, shard: shard))
        }
        return journal
    }

    // MARK: - What is there

    /// What is known of a submission.
    public enum Standing: Hashable, Sendable {
        /// It has to be graded.
        case open
        /// It has a result that is still good.
        case graded(ResultClass)
    }

    /// Whether a submission that would be graded under these hashes has to be.
    public func standing(_ key: ResultKey, _ provenance: SubmissionResult.Provenance) -> Standing {
        guard let entry = index.entries[key], entry.fingerprint == Fingerprint(provenance),
            entry.outcome.verdict != .error
        else { return .open }
        if entry.run == run.number { return .graded(entry.outcome) }
        let isOpen =
            switch run.selection {
            case .all: true
            case .changed: false
            case .failed: entry.outcome.verdict != .passed
            }
        return isOpen ? .open : .graded(entry.outcome)
    }

    /// The newest result of a submission; nil where there is none.
    public func result(of key: ResultKey) throws(BatchError) -> SubmissionResult? {
        guard let entry = index.entries[key] else { return nil }
        return try Self.result(entry, in: file)
    }

    /// How many results it has, older ones of a submission among them.
    public var resultCount: Int { index.resultCount }

    /// The newest results of submissions in the order of reports; of all where none are named.
    public func results(of keys: Set<ResultKey>? = nil) -> JournalResults {
        let wanted = index.entries.filter { keys?.contains($0.key) ?? true }
        let places = wanted.sorted { $0.key < $1.key }.map { JournalResults.Place(file: 0, entry: $0.value) }
        return JournalResults(places: places, files: [file])
    }

    private var file: JournalFile { JournalFile(path: path, owner: self, descriptor: descriptor) }

    // MARK: - Writing

    /// Writes down what came of a submission.
    public func append(_ result: SubmissionResult) throws(BatchError) {
        let offset = end
        let length = try write(.result(result))
        index.note(result, offset: offset, length: length)
        unsynced += 1
        if unsynced >= Self.linesPerSync { try synchronize() }
    }

    /// Makes sure that what was written survives a power cut.
    public func synchronize() throws(BatchError) {
        // Not every place where a journal may lie can do it.
        if fdatasync(descriptor) != 0, errno != EINVAL, errno != EROFS {
            throw .journalNotWritten(path: path, errno: errno)
        }
        unsynced = 0
    }

    /// Says that the run has come to its end.
    public func finish(notices: Int) throws(BatchError) {
        if index.notices != notices {
            _ = try write(.end(notices: notices))
            index.notices = notices
        }
        try synchronize()
    }

    private func begin(_ run: JournalRun) throws(BatchError) {
        _ = try write(.run(run))
        index.begin(run)
    }

    private func write(_ line: JournalLine) throws(BatchError) -> Int {
        let bytes = line.bytes
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written,
                    off_t(end) + off_t(written))
            }
            if count < 0, errno != EINTR { throw .journalNotWritten(path: path, errno: errno) }
            if count > 0 { written += count }
        }
        end += Int64(written)
        return written
    }

    // MARK: - Opening

    private static func makeDirectory(_ path: String) throws(BatchError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            // It holds the names of learners.
            if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EISDIR, errno != EROFS {
                throw .journalNotWritten(path: made, errno: errno)
            }
        }
    }

    private static func locked(_ path: String) throws(BatchError) -> GradingJournal {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .journalNotWritten(path: path, errno: errno) }
        let journal = GradingJournal(path: path, descriptor: descriptor)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        // A lock of this process alone: one of the open file would stay with copies of this process that outlive it.
        var lock = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
        if fcntl(descriptor, F_SETLK, &lock) != 0, errno == EACCES || errno == EAGAIN {
            throw .journal(path: path, .busy)
        }
        return journal
    }

    /// Reads all lines, and cuts off what a kill has torn.
    private func load() throws(BatchError) {
        var index = JournalIndex()
        let found = try JournalScan.lines(of: descriptor, path: path) { line, offset, length in
            switch line {
            case .run(let run): index.begin(run)
            case .end(let notices): index.notices = notices
            case .result(let result):
                index.note(result, offset: offset, length: length)
                index.notices = nil
            }
        }
        self.index = index
        end = found.length
        wasTorn = found.isTorn
        if found.isTorn, ftruncate(descriptor, off_t(end)) != 0 {
            throw .journalNotWritten(path: path, errno: errno)
        }
    }

    /// A new journal in the place of this one, which is kept under another name where it has anything.
    private func replaced(in directory: String, _ run: JournalRun) throws(BatchError) -> GradingJournal {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
        if status.st_size == 0 {
            try begin(run)
            return self
        }
        if rename(path, "\(directory)/\(Self.oldFileName)") != 0 {
            throw .journalNotWritten(path: path, errno: errno)
        }
        let journal = try Self.locked(path)
        try journal.begin(run)
        return journal
    }

    static func result(
        _ entry: JournalIndex.Entry, in file: JournalFile
    ) throws(BatchError) -> SubmissionResult {
        var bytes: [UInt8] = []
        while bytes.count < entry.length {
            let chunk = try JournalScan.read(
                file.descriptor, at: entry.offset + Int64(bytes.count), limit: entry.length - bytes.count, file.path)
            if chunk.isEmpty { break }
            bytes += chunk
        }
        guard let line = try? JournalLine(bytes), case .result(let result) = line else {
            throw .journal(path: file.path, .changed)
        }
        return result
    }
}

@available(*, unavailable)
extension GradingJournal: Sendable {}
