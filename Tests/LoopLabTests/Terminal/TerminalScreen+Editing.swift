// SPDX-License-Identifier: MIT
/// Moving the cursor, scrolling, inserting and erasing.
extension TerminalScreen {
    /// Moves the cursor, staying on the screen.
    ///
    /// - Parameters:
    ///   - row: 0 for the top row; the present one when left out.
    ///   - column: 0 for the leftmost.
    mutating func move(row: Int? = nil, column: Int) {
        isWrapPending = false
        cursor.row = min(max(row ?? cursor.row, 0), rows - 1)
        cursor.column = min(max(column, 0), columns - 1)
    }

    /// Goes to the row below, scrolling at the bottom of the scrolling region.
    mutating func lineFeed() {
        isWrapPending = false
        if cursor.row == scrollRegion.upperBound - 1 {
            scrollUp(from: scrollRegion.lowerBound, count: 1)
        } else {
            cursor.row = min(cursor.row + 1, rows - 1)
        }
    }

    /// Goes to the row above, scrolling at the top of the scrolling region.
    mutating func reverseLineFeed() {
        isWrapPending = false
        if cursor.row == scrollRegion.lowerBound {
            scrollDown(from: scrollRegion.lowerBound, count: 1)
        } else {
            cursor.row = max(cursor.row - 1, 0)
        }
    }

    /// Limits scrolling to some rows.
    ///
    /// - Parameters:
    ///   - top: the first row that scrolls.
    ///   - bottom: the row behind the last one that scrolls.
    mutating func setScrollRegion(top: Int, bottom: Int) {
        let bottom = min(bottom, rows)
        guard top >= 0, top + 1 < bottom else { return }
        scrollRegion = top..<bottom
        move(row: 0, column: 0)
    }

    /// Carries out a sequence that inserts, deletes, erases or scrolls.
    ///
    /// - Parameters:
    ///   - name: the final byte of the sequence.
    ///   - parameter: its first parameter, 0 when left out.
    mutating func edit(_ name: Character, _ parameter: Int) {
        let count = max(1, parameter)
        isWrapPending = false
        switch name {
        case "J": eraseScreen(parameter)
        case "K": eraseLine(parameter)
        case "X": blank(cursor.column..<min(columns, cursor.column + count))
        case "P": deleteCharacters(count)
        case "@": insertCharacters(count)
        case "L": scrollDown(from: cursor.row, count: count)
        case "M": scrollUp(from: cursor.row, count: count)
        case "S": scrollUp(from: scrollRegion.lowerBound, count: count)
        case "T": scrollDown(from: scrollRegion.lowerBound, count: count)
        case "b": repeatCharacter(count)
        default: break
        }
    }

    private mutating func scrollUp(from top: Int, count: Int) {
        guard scrollRegion.contains(top) else { return }
        for _ in 0..<min(count, scrollRegion.upperBound - top) {
            let gone = grid.remove(at: top)
            if top == 0, mainGrid == nil { scrollback.append(gone) }
            grid.insert(blankRow, at: scrollRegion.upperBound - 1)
        }
    }

    private mutating func scrollDown(from top: Int, count: Int) {
        guard scrollRegion.contains(top) else { return }
        for _ in 0..<min(count, scrollRegion.upperBound - top) {
            grid.remove(at: scrollRegion.upperBound - 1)
            grid.insert(blankRow, at: top)
        }
    }

    private mutating func eraseScreen(_ parameter: Int) {
        switch parameter {
        case 0:
            eraseLine(0)
            for row in (cursor.row + 1)..<max(rows, cursor.row + 1) { grid[row] = blankRow }
        case 1:
            eraseLine(1)
            for row in 0..<cursor.row { grid[row] = blankRow }
        case 3: scrollback = []
        default: grid = Array(repeating: blankRow, count: rows)
        }
    }

    private mutating func eraseLine(_ parameter: Int) {
        switch parameter {
        case 0:
            blank(cursor.column..<columns)
            grid[cursor.row].wraps = false
        case 1: blank(0..<(cursor.column + 1))
        default: grid[cursor.row] = blankRow
        }
    }

    private mutating func blank(_ range: Range<Int>) {
        for column in range { grid[cursor.row].cells[column] = Cell() }
    }

    private mutating func deleteCharacters(_ count: Int) {
        let count = min(count, columns - cursor.column)
        grid[cursor.row].cells.removeSubrange(cursor.column..<(cursor.column + count))
        grid[cursor.row].cells += Array(repeating: Cell(), count: count)
    }

    private mutating func insertCharacters(_ count: Int) {
        let count = min(count, columns - cursor.column)
        grid[cursor.row].cells.insert(contentsOf: Array(repeating: Cell(), count: count), at: cursor.column)
        grid[cursor.row].cells.removeLast(count)
    }

    private mutating func repeatCharacter(_ count: Int) {
        guard cursor.column > 0 else { return }
        let text = grid[cursor.row].cells[cursor.column - 1].text
        for _ in 0..<count { feed(text) }
    }
}
