// SPDX-License-Identifier: MIT
internal import Glibc
internal import Results

/// The results of several journals as those of one batch.
///
/// A set union: the order of the journals makes no difference, nor does naming one twice. Of two results of one
/// submission the one of the later run counts; in the same run, one that is no error; then the greater line.
public final class JournalMerge {
    /// What is not whole in what was merged.
    public struct Gaps: Hashable, Sendable {
        /// The parts of the batch of which no journal was given.
        public var missingShards: [Shard] = []
        /// The journals whose last run has not come to its end.
        public var unfinished: [String] = []

        /// Whether nothing is missing.
        public var isEmpty: Bool { missingShards.isEmpty && unfinished.isEmpty }
    }

    /// The most notices that one of the journals ended with; each part of a batch finds all of them.
    public private(set) var notices = 0
    /// What is missing.
    public private(set) var gaps = Gaps()

    private var files: [JournalFile] = []
    private var places: [ResultKey: JournalResults.Place] = [:]
    private var course: String?
    private var shardCount: Int?
    private var shards: Set<Int> = []

    /// Reads journals by their paths, or by those of the directories that they lie in.
    public init(_ paths: [String]) throws(BatchError) {
        for path in paths { try add(path) }
        if let shardCount {
            gaps.missingShards = (1...shardCount).filter { !shards.contains($0) }
                .compactMap { Shard(number: $0, count: shardCount) }
        }
        // One path may name what another one names, too.
        gaps.unfinished = Array(Set(gaps.unfinished)).sorted()
    }

    /// The results in the order of reports.
    public var results: JournalResults {
        JournalResults(places: places.sorted { $0.key < $1.key }.map(\.value), files: files)
    }

    private final class OpenFile {
        let descriptor: Int32

        init(_ descriptor: Int32) {
            self.descriptor = descriptor
        }

        deinit {
            close(descriptor)
        }
    }

    private func add(_ given: String) throws(BatchError) {
        var status = stat()
        let isFolder = stat(given, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        let path = isFolder ? "\(given)/\(GradingJournal.fileName)" : given
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT { throw .journal(path: path, .missing) }
        guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
        let file = OpenFile(descriptor)
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        let number = files.count
        files.append(JournalFile(path: path, owner: file, descriptor: descriptor))
        var run: JournalRun?
        var isOver = false
        _ = try JournalScan.lines(of: descriptor, path: path) { (line, offset, length) throws(BatchError) in
            switch line {
            case .run(let next):
                try self.check(next, path)
                run = next
                isOver = false
            case .end(let notices):
                self.notices = max(self.notices, notices)
                isOver = true
            case .result(let result):
                isOver = false
                let entry = JournalIndex.Entry(
                    offset: offset, length: length, run: run?.number ?? 0, fingerprint: Fingerprint(result.provenance),
                    outcome: ResultClass(result))
                try self.take(result, JournalResults.Place(file: number, entry: entry))
            }
        }
        if !isOver { gaps.unfinished.append(path) }
    }

    private func check(_ run: JournalRun, _ path: String) throws(BatchError) {
        if let course, course != run.course { throw .journal(path: path, .otherCourse(run.course)) }
        if course != nil, shardCount != run.shard?.count { throw .journal(path: path, .otherShard) }
        course = run.course
        shardCount = run.shard?.count
        if let shard = run.shard { shards.insert(shard.number) }
    }

    private func take(_ result: SubmissionResult, _ place: JournalResults.Place) throws(BatchError) {
        guard let known = places[result.key] else {
            places[result.key] = place
            return
        }
        let (old, new) = (known.entry, place.entry)
        var isNewer = new.run > old.run
        if new.run == old.run {
            let (wasError, isError) = (old.outcome.verdict == .error, new.outcome.verdict == .error)
            isNewer = wasError && !isError
            if wasError == isError {
                let before = try GradingJournal.result(old, in: files[known.file])
                isNewer = before.jsonLine.lexicographicallyPrecedes(result.jsonLine)
            }
        }
        if isNewer { places[result.key] = place }
    }
}

@available(*, unavailable)
extension JournalMerge: Sendable {}
