// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// Where everything of a timeline stands.
///
/// Time goes from left to right and, like the lines of a page, from row to row; each row has a lane for every thread
/// that does something in it. Widths follow the texts and not the time, because most of what a loop does takes none.
struct TimelinePictureLayout {
    /// One column with its place and its words.
    struct Cell {
        var column: TimelinePictureColumns.Column
        var box: SVGBox
        var row: Int
        /// The number of the group: a task and what its checkpoint ran.
        var group: Int
        var kind: String
        var label: String
        var marks: [Mark]
        /// The time above it, where that has changed.
        var time: String?
    }

    /// One line of output.
    struct Mark: Equatable {
        var text: String
        var isError: Bool
        /// Whether it says how many lines are not shown.
        var isRest = false
    }

    /// A lane of a row.
    struct Lane {
        var thread: UInt16
        var row: Int
        var y: Int
        var height: Int
    }

    private(set) var cells: [Cell] = []
    private(set) var lanes: [Lane] = []
    /// The upper side of each row, where the times stand.
    private(set) var rows: [Int] = []
    private(set) var height = 0
    private let index: TraceIndex

    static let width = 1_200
    static let left = 100
    static let lineHeight = 16
    static let gap = 6

    private static let letter = 8
    private static let markLimit = 5
    private static let textLimit = 36

    init(_ index: TraceIndex, _ columns: [TimelinePictureColumns.Column], top: Int) {
        self.index = index
        place(columns)
        stack(top: top)
    }

    // MARK: - From left to right

    private mutating func place(_ columns: [TimelinePictureColumns.Column]) {
        var x = Self.left
        var row = 0
        var group = 0
        var time: UInt64?
        var groupOf: [UInt16: Int] = [:]
        for column in columns {
            var cell = describe(column)
            if !column.isNested || groupOf[column.thread] == nil {
                group += 1
                groupOf[column.thread] = group
                if !cells.isEmpty { x += Self.gap * 2 }
            }
            cell.group = groupOf[column.thread] ?? group
            if column.time != time { cell.time = Self.milliseconds(column.time) }
            time = column.time
            if column.leftOut > 0 { x += Self.leftOutWidth }
            cell.box.width = max(cell.box.width, ((cell.time?.count ?? 0) + 1) * Self.letter)
            if x + cell.box.width > Self.width - Self.gap * 3, x > Self.left {
                x = Self.left
                row += 1
            }
            cell.box.x = x
            cell.row = row
            x += cell.box.width + Self.gap
            cells.append(cell)
        }
    }

    /// How much room the words about what was left out take.
    static let leftOutWidth = 40

    private func describe(_ column: TimelinePictureColumns.Column) -> Cell {
        let record = index.record(of: column.callback)
        var label = Self.cut(record.map(index.label) ?? "callback")
        if column.count > 1 { label += " × \(column.count)" }
        var marks: [Mark] = []
        for output in column.outputs {
            let event = index.trace.events[output]
            let lines = index.trace.text(of: event).split(separator: "\n")
            marks += lines.prefix(Self.markLimit + 1).map {
                Mark(text: Self.cut(String($0)), isError: event.value == 2)
            }
            if marks.count > Self.markLimit { break }
        }
        if marks.count > Self.markLimit {
            marks.removeSubrange((Self.markLimit - 1)...)
            marks.append(Mark(text: "and more", isError: false, isRest: true))
        }
        let kind = Self.name(of: column)
        let letters = ([kind, label] + marks.map { $0.text + "  " }).map(Self.letters).max() ?? 0
        let box = SVGBox(x: 0, y: 0, width: letters * Self.letter + 14, height: 0)
        return Cell(column: column, box: box, row: 0, group: 0, kind: kind, label: label, marks: marks)
    }

    private static func name(of column: TimelinePictureColumns.Column) -> String {
        switch column.kind {
        case .script: "script"
        case .animationFrame: "frame callback"
        case .poll: "task · poll"
        case .timer: "task · timer"
        case .immediate: "task · check"
        case .close: "task · close"
        case .task: "task"
        case .idle: "idle"
        case .tick: "tick"
        case .microtask: "microtask"
        }
    }

    private static func cut(_ text: String) -> String {
        text.count > textLimit ? text.prefix(textLimit - 1) + "…" : text
    }

    /// How many letters wide a text is; those of East Asian scripts and pictures take two.
    private static func letters(_ text: String) -> Int {
        text.reduce(0) { $0 + (($1.unicodeScalars.first?.value ?? 0) >= 0x1100 ? 2 : 1) }
    }

    /// Nanoseconds as milliseconds, without needless zeros: "10 ms", "0.3 ms".
    static func milliseconds(_ nanoseconds: UInt64) -> String {
        let whole = nanoseconds / 1_000_000
        var fraction = String(nanoseconds % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? "\(whole) ms" : "\(whole).\(fraction) ms"
    }

    // MARK: - From top to bottom

    private mutating func stack(top: Int) {
        var y = top
        var first = 0
        while first < cells.count {
            let row = cells[first].row
            let end = cells[first...].firstIndex { $0.row != row } ?? cells.count
            rows.append(y)
            // The times, and room for arrows.
            y += 44
            for thread in Set(cells[first..<end].map(\.column.thread)).sorted() {
                let own = (first..<end).filter { cells[$0].column.thread == thread }
                let lines = 2 + (own.map { cells[$0].marks.count }.max() ?? 0)
                let height = lines * Self.lineHeight + 12
                for position in own {
                    cells[position].box.y = y
                    cells[position].box.height = height
                }
                lanes.append(Lane(thread: thread, row: row, y: y, height: height))
                y += height + 26
            }
            first = end
        }
        height = y
    }
}
