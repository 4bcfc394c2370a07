// SPDX-License-Identifier: MIT

/// The signs of the step view, as lines and arrows or in plain ASCII.
public struct StepSymbols: Sendable {
    /// What runs now.
    let current: String
    /// Where a caller stands.
    let caller: String
    /// Where the callback that runs was asked for.
    let origin: String
    /// A marked line.
    let mark: String
    /// Where text was cut off.
    let ellipsis: String
    /// Between two of a kind.
    let dot: String
    /// An empty queue.
    let nothing: String
    /// The keys that go forth and back, over and back over.
    let arrows: (right: String, left: String, down: String, up: String)
    private let lines: [Character]

    /// The signs for a terminal that shows Unicode, or ASCII.
    public init(isUTF8: Bool) {
        if isUTF8 {
            (current, caller, origin, mark, ellipsis, dot, nothing) = ("▶", "▷", "◇", "●", "…", "·", "—")
            arrows = ("→", "←", "↓", "↑")
            lines = Array(" ╵╷│╴┘┐┤╶└┌├─┴┬┼")
        } else {
            (current, caller, origin, mark, ellipsis, dot, nothing) = (">", "-", "q", "*", "...", "-", "none")
            arrows = ("right", "left", "down", "up")
            lines = Array(" |||-+++-+++-+++")
        }
    }

    /// The line that goes from a cell's middle in some directions: 1 up, 2 down, 4 left, 8 right.
    func line(_ directions: UInt8) -> String { String(lines[Int(directions & 15)]) }
}

/// The lines between panes, which join wherever they meet.
struct StepFrame {
    private var directions: [UInt8]
    private let columns: Int
    private let rows: Int

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        directions = Array(repeating: 0, count: columns * rows)
    }

    mutating func horizontal(row: Int, from first: Int, to last: Int) {
        for column in first...last {
            if column > first { directions[row * columns + column] |= 4 }
            if column < last { directions[row * columns + column] |= 8 }
        }
    }

    mutating func vertical(column: Int, from first: Int, to last: Int) {
        for row in first...last {
            if row > first { directions[row * columns + column] |= 1 }
            if row < last { directions[row * columns + column] |= 2 }
        }
    }

    func draw(on grid: inout StepGrid) {
        for row in 0..<rows {
            for column in 0..<columns where directions[row * columns + column] != 0 {
                grid[row, column] = .init(text: grid.symbols.line(directions[row * columns + column]), style: .frame)
            }
        }
    }
}
