// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading
internal import Markup

/// How far a batch is, on one row of a terminal that is drawn anew and taken away in the end.
struct GradeProgressBar {
    /// Nanoseconds between two drawings.
    private static let interval: UInt64 = 100_000_000
    private static let shortestBar = 10

    /// How many submissions there are; nil where nobody knows before the end.
    let total: Int?
    let jobs: Int
    let isUTF8: Bool
    private let start: UInt64
    private var lastDrawing: UInt64 = 0
    private var width = 0

    /// Whether standard error is a terminal on which a row can be drawn over.
    static var isPossible: Bool { isatty(STDERR_FILENO) == 1 && ProcessEnvironment["TERM"] != "dumb" }

    /// A bar that begins now.
    init(total: Int?, jobs: Int, isUTF8: Bool = TerminalInfo.adoptedLocaleIsUTF8) {
        self.total = total
        self.jobs = jobs
        self.isUTF8 = isUTF8
        start = Self.now
    }

    /// Draws how far it is, unless it was drawn a moment ago.
    mutating func show(_ tally: BatchTally) {
        let now = Self.now
        guard now - lastDrawing >= Self.interval else { return }
        lastDrawing = now
        let columns = TerminalInfo.size(of: STDERR_FILENO).columns
        let row = row(tally, nanoseconds: now - start, columns: columns)
        let shown = CharacterWidth.columns(of: row)
        StandardError.print("\r" + row + String(repeating: " ", count: max(0, min(width, columns - 1) - shown)))
        width = shown
    }

    /// Takes the row away.
    mutating func erase() {
        if width > 0 { StandardError.print("\r" + String(repeating: " ", count: width) + "\r") }
        width = 0
    }

    /// The row: what does not fit is left out, the least needed first.
    func row(_ tally: BatchTally, nanoseconds: UInt64, columns: Int) -> String {
        // The last cell stays free: some terminals begin a new row behind it.
        let room = columns - 1
        let rate = nanoseconds == 0 ? 0 : Double(tally.graded) * 1e9 / Double(nanoseconds)
        let count = total.map { "\(tally.done) / \($0)" } ?? "\(tally.done) done"
        var parts = [count]
        if rate > 0 { parts.append(Self.words(rate: rate)) }
        if let total, rate > 0 { parts.append(Self.words(seconds: Double(max(0, total - tally.done)) / rate)) }
        parts.append(jobs == 1 ? "1 job" : "\(jobs) jobs")
        while true {
            let words = parts.joined(separator: "   ")
            let head = " grading  "
            let rest = room - head.utf8.count - words.utf8.count
            if let total, rest >= Self.shortestBar + 2 { return head + bar(tally.done, total, rest - 2) + "  " + words }
            if rest >= 0 { return head + words }
            if parts.count == 1 { return String(words.prefix(max(0, room))) }
            parts.removeLast()
        }
    }

    private func bar(_ done: Int, _ total: Int, _ room: Int) -> String {
        let length = min(room, 34)
        let full = total == 0 ? length : min(length, length * done / total)
        return String(repeating: isUTF8 ? "█" : "#", count: full)
            + String(repeating: isUTF8 ? "░" : ".", count: length - full)
    }

    private static func words(rate: Double) -> String {
        rate >= 10 ? "\(Int(rate))/s" : "\(Int(rate * 10) / 10).\(Int(rate * 10) % 10)/s"
    }

    private static func words(seconds: Double) -> String {
        let whole = Int(min(seconds.rounded(.up), 359_999))
        if whole < 60 { return "\(whole) s left" }
        return whole < 3_600 ? "\((whole + 59) / 60) min left" : "\(whole / 3_600) h \(whole / 60 % 60) min left"
    }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
