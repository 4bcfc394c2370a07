// SPDX-License-Identifier: MIT

/// A rectangle of cells.
struct StepArea: Equatable {
    var rows: Range<Int>
    var columns: Range<Int>
}

/// Where the panes stand; it depends on the terminal's size alone, so that nothing jumps from step to step.
struct StepLayout {
    private(set) var source = StepArea(rows: 0..<0, columns: 0..<0)
    private(set) var output = StepArea(rows: 0..<0, columns: 0..<0)
    private(set) var stack = StepArea(rows: 0..<0, columns: 0..<0)
    private(set) var ticks = StepArea(rows: 0..<0, columns: 0..<0)
    private(set) var microtasks = StepArea(rows: 0..<0, columns: 0..<0)
    private(set) var phases = StepArea(rows: 0..<0, columns: 0..<0)
    /// The lines across, each from one column to another.
    private(set) var rules: [(row: Int, columns: ClosedRange<Int>)] = []
    /// The columns of the lines from top to bottom.
    private(set) var verticals: [Int] = []

    /// Divides at least 60 columns and 16 rows; the last two rows are those of messages and keys.
    init(columns: Int, rows: Int) {
        let bottom = rows - 3
        rules = [(0, 0...columns - 1), (bottom, 0...columns - 1)]
        if columns >= 132 {
            let (left, middle) = (columns * 46 / 100, columns * 72 / 100)
            verticals = [0, left, middle, columns - 1]
            source = StepArea(rows: 1..<bottom, columns: 1..<left)
            let split = stackAndOutput(bottom: bottom)
            stack = StepArea(rows: 1..<split, columns: left + 1..<middle)
            output = StepArea(rows: split + 1..<bottom, columns: left + 1..<middle)
            rules.append((split, left...middle))
            divideQueues(from: 1, to: bottom, columns: middle + 1..<columns - 1)
        } else {
            let left = columns * 53 / 100
            verticals = [0, left, columns - 1]
            let outputHeight = max(2, (bottom - 1) / 4)
            let split = bottom - outputHeight - 1
            source = StepArea(rows: 1..<split, columns: 1..<left)
            output = StepArea(rows: split + 1..<bottom, columns: 1..<left)
            rules.append((split, 0...left))
            let free = bottom - 4
            // Five rows of phases, one of ticks, the rest shared by stack and microtasks.
            let spare = max(0, free - 6)
            let stackHeight = max(2, min(spare * 6 / 11, free / 2))
            stack = StepArea(rows: 1..<1 + stackHeight, columns: left + 1..<columns - 1)
            rules.append((1 + stackHeight, left...columns - 1))
            divideQueues(from: 2 + stackHeight, to: bottom, columns: left + 1..<columns - 1)
        }
    }

    private func stackAndOutput(bottom: Int) -> Int { 1 + (bottom - 2) * 6 / 10 }

    private mutating func divideQueues(from first: Int, to bottom: Int, columns: Range<Int>) {
        // Two lines stand between the three panes.
        let free = bottom - first - 2
        let phaseRows = max(4, min(free - 2, max(5, free / 2)))
        let tickRows = max(1, (free - phaseRows) / 3)
        let microtaskRows = max(1, free - phaseRows - tickRows)
        ticks = StepArea(rows: first..<first + tickRows, columns: columns)
        let second = ticks.rows.upperBound + 1
        microtasks = StepArea(rows: second..<second + microtaskRows, columns: columns)
        let third = microtasks.rows.upperBound + 1
        phases = StepArea(rows: third..<max(third, bottom), columns: columns)
        let across = columns.lowerBound - 1...columns.upperBound
        rules += [(ticks.rows.upperBound, across), (microtasks.rows.upperBound, across)]
    }
}
