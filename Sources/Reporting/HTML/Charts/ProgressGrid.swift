// SPDX-License-Identifier: MIT

/// How far one learner is with one exercise.
enum ProgressCell: UInt8, CaseIterable, Sendable {
    /// No attempt.
    case notStarted
    /// At least one attempt; less than half of the points.
    case tried
    /// At least half of the points.
    case halfway
    /// The points of a pass.
    case passed
    /// Several attempts, and still not passed.
    case stuck
    /// Something was handed in that could not be graded.
    case open
    /// It does not count for this learner.
    case excused

    /// The cell of a standing.
    init(_ standing: Standing) {
        self =
            switch standing.state {
            case .untouched: .notStarted
            case .tried: (standing.share ?? 0) >= 500 ? .halfway : .tried
            case .stuck: .stuck
            case .passed: .passed
            case .open: .open
            case .excused: .excused
            }
    }

    /// What it is called where there is room for a word or two.
    var words: String {
        switch self {
        case .notStarted: "not started"
        case .tried: "tried, less than half the points"
        case .halfway: "half of the points or more"
        case .passed: "passed"
        case .stuck: "stuck"
        case .open: "handed in, not graded"
        case .excused: "excused"
        }
    }

    /// All of them, in the order in which people are told of them.
    static let bestFirst: [ProgressCell] = [.passed, .halfway, .tried, .stuck, .open, .excused, .notStarted]

    /// How scripts are told of it.
    var digit: UInt8 { UInt8(ascii: "0") + rawValue }

    /// The class by which the style sheet knows it.
    var className: String { "p\(rawValue)" }
}

/// Learners and exercises: how far each learner is with each exercise.
struct ProgressGrid: Sendable {
    /// An exercise.
    struct Column: Equatable, Sendable {
        /// A short name that fits above a column, such as `2.1`.
        var label: String
        /// Its title.
        var title: String
        /// The track that it belongs to.
        var track: String
    }

    /// A learner.
    struct Row: Equatable, Sendable {
        /// Their name.
        var name: String
        /// One for each column.
        var cells: [ProgressCell]
    }

    /// The exercises, in the order of the course.
    var columns: [Column]
    /// The learners, those with the most points first.
    var rows: [Row]
    /// For each row the place of its learner in the report.
    var order: [Int]

    /// A grid of its parts.
    init(columns: [Column], rows: [Row]) {
        (self.columns, self.rows, order) = (columns, rows, Array(rows.indices))
    }

    /// What a report tells of progress; learners with equal shares are in the report's order.
    init(_ report: ClassReport) {
        columns = report.exercises.enumerated().map { index, exercise in
            Column(
                label: exercise.number ?? "\(index + 1)", title: ReportWords.title(of: exercise),
                track: exercise.track ?? "")
        }
        let shares = report.learners.map { $0.share ?? -1 }
        order = report.learners.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
        rows = order.map { index in
            let learner = report.learners[index]
            return Row(name: learner.name, cells: learner.standings.map(ProgressCell.init))
        }
    }

    /// Where each track begins and how many columns it has.
    var tracks: [(title: String, columns: Range<Int>)] {
        var found: [(title: String, columns: Range<Int>)] = []
        for (index, column) in columns.enumerated() {
            if let last = found.last, last.title == column.track {
                found[found.count - 1].columns = last.columns.lowerBound..<index + 1
            } else {
                found.append((column.track, index..<index + 1))
            }
        }
        return found
    }

    /// One row in words: each state with the exercises that are in it, neighbours as a range.
    func words(for row: Row) -> String {
        let parts = ProgressCell.bestFirst.compactMap { state -> String? in
            let ranges = Self.ranges(of: row.cells.indices.filter { row.cells[$0] == state })
            if ranges.isEmpty { return nil }
            if ranges.count == 1, ranges[0].count == columns.count, columns.count > 1 { return "\(state.words): all" }
            let names = ranges.map { range in
                let (first, last) = (columns[range.lowerBound].label, columns[range.upperBound].label)
                return range.count == 1 ? first : range.count == 2 ? "\(first), \(last)" : "\(first) to \(last)"
            }
            return "\(state.words): \(names.joined(separator: ", "))"
        }
        return parts.joined(separator: "; ")
    }

    private static func ranges(of numbers: [Int]) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges
    }

    /// The rows taken together in bands of the same size, where there are more than `limit`.
    func bands(limit: Int) -> [ProgressBand] {
        let size = (rows.count + limit - 1) / max(limit, 1)
        guard size > 0 else { return [] }
        return stride(from: 0, to: rows.count, by: size).map { start in
            let band = rows[start..<min(start + size, rows.count)]
            let passed = columns.indices.map { column in band.count { $0.cells[column] == .passed } }
            return ProgressBand(ranks: start + 1...start + band.count, passed: passed)
        }
    }
}

/// Several learners who stand next to each other by points.
struct ProgressBand: Equatable, Sendable {
    /// Their places by points, from 1.
    var ranks: ClosedRange<Int>
    /// How many of them passed, for each column.
    var passed: [Int]

    /// How much of the band passed, in five steps: 0 for nobody, 4 for everybody.
    func step(_ column: Int) -> Int {
        let (count, whole) = (passed[column], ranks.count)
        return count == 0 ? 0 : count == whole ? 4 : 1 + min(count * 3 / whole, 2)
    }

    /// What the steps mean.
    static let words = [
        "nobody passed", "up to a third", "up to two thirds", "more than two thirds", "everybody passed",
    ]
}
