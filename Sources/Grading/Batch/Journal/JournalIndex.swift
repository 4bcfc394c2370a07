// SPDX-License-Identifier: MIT
internal import Glibc
public import Results

/// Where the newest result of each submission stands in a journal, and what decides whether it is still good.
///
/// A few hundred bytes for each submission are all that a batch keeps in memory of what it has graded.
struct JournalIndex {
    /// A result in a journal.
    struct Entry {
        /// Where its line begins, and how long it is.
        var offset: Int64
        var length: Int
        /// The run that wrote it.
        var run: Int
        var fingerprint: Fingerprint
        var outcome: ResultClass
    }

    /// The newest result of each submission.
    private(set) var entries: [ResultKey: Entry] = [:]
    /// The run that began last; nil where there is none.
    var run: JournalRun?
    /// How many notices the last run had; nil while it is under way.
    var notices: Int?
    /// How many results there are, older ones among them.
    private(set) var resultCount = 0

    mutating func note(_ result: SubmissionResult, offset: Int64, length: Int) {
        entries[result.key] = Entry(
            offset: offset, length: length, run: run?.number ?? 0, fingerprint: Fingerprint(result.provenance),
            outcome: ResultClass(result))
        resultCount += 1
    }

    mutating func begin(_ run: JournalRun) {
        self.run = run
        notices = nil
    }
}

/// The hashes of a result's provenance, shortened: two 64-bit numbers of SHA-256.
struct Fingerprint: Hashable {
    private let halves: SIMD2<UInt64>

    init(_ provenance: SubmissionResult.Provenance) {
        let hash = SubmissionHash.text(of: [provenance.submission, provenance.exercise, provenance.engine])
        halves = SIMD2(UInt64(hash.prefix(16), radix: 16) ?? 0, UInt64(hash.dropFirst(16).prefix(16), radix: 16) ?? 0)
    }
}

/// How a result is counted.
public struct ResultClass: Hashable, Sendable {
    /// Its verdict.
    public var verdict: Results.SubmissionVerdict
    /// Why it was stopped, where that is its verdict.
    public var stop: StopReason.Kind?

    /// The class of a result.
    public init(_ result: SubmissionResult) {
        verdict = result.verdict
        stop = verdict == .stopped ? result.firstStop?.kind : nil
    }
}

/// Reads a journal from its beginning.
enum JournalScan {
    /// Longer than any line: results are cut to limits long before.
    private static let lineLimit = 64 << 20

    /// What is at the end of a journal.
    struct End {
        /// How many bytes stand before what is no whole line.
        var length: Int64
        /// Whether something was behind that.
        var isTorn: Bool
    }

    /// Gives every line to `body`, with its offset and length; what is no line is left out only at the end.
    static func lines(
        of descriptor: Int32, path: String, _ body: (JournalLine, Int64, Int) throws(BatchError) -> Void
    ) throws(BatchError) -> End {
        var buffer: [UInt8] = []
        var (offset, readOffset): (Int64, Int64) = (0, 0)
        var number = 0
        var bad: (line: Int, offset: Int64)?
        while true {
            let chunk = try read(descriptor, at: readOffset, path)
            if chunk.isEmpty { break }
            readOffset += Int64(chunk.count)
            buffer += chunk
            var start = 0
            while let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                let length = end + 1 - start
                if let line = try line(Array(buffer[start..<end]), path) {
                    // Whatever tears the end of a file leaves nothing whole behind it.
                    if let bad { throw .journal(path: path, .damaged(line: bad.line)) }
                    try body(line, offset, length)
                } else if bad == nil {
                    if number == 1 { throw .journal(path: path, .foreign) }
                    bad = (number, offset)
                }
                offset += Int64(length)
                start = end + 1
            }
            buffer.removeFirst(start)
            if buffer.count > lineLimit { throw .journal(path: path, .damaged(line: number + 1)) }
        }
        // A first line that is not whole is one of ours only if it begins like one.
        if number == 0, !buffer.isEmpty, !Self.isBeginning(buffer) { throw .journal(path: path, .foreign) }
        return End(length: bad?.offset ?? offset, isTorn: bad != nil || !buffer.isEmpty)
    }

    private static func line(_ bytes: [UInt8], _ path: String) throws(BatchError) -> JournalLine? {
        if let version = JournalLine.version(of: bytes), version > JournalLine.version {
            throw .journal(path: path, .newer(version: version, supported: JournalLine.version))
        }
        do throws(JournalLine.Problem) {
            return try JournalLine(bytes)
        } catch {
            if case .newer(let version) = error {
                throw .journal(path: path, .newer(version: version, supported: JournalLine.version))
            }
            return nil
        }
    }

    private static func isBeginning(_ bytes: [UInt8]) -> Bool {
        let mark = JournalLine.run(JournalRun(number: 1, course: "")).bytes.prefix(12)
        return bytes.starts(with: mark.prefix(bytes.count))
    }

    /// Reads up to 256 KiB from a place on; nothing at the end.
    static func read(
        _ descriptor: Int32, at offset: Int64, limit: Int = 256 << 10, _ path: String
    ) throws(BatchError) -> [UInt8] {
        while true {
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                let got = pread(descriptor, buffer.baseAddress, limit, off_t(offset))
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == 0 { return bytes }
            if failure != EINTR { throw .unreadable(path: path, errno: failure) }
        }
    }
}
