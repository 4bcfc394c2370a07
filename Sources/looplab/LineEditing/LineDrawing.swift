// SPDX-License-Identifier: MIT
internal import Markup

/// Rows of a screen that show prompts and the lines typed behind them, with the place of the cursor.
///
/// The rows are cut here and not left to the terminal, so that it is known at any time on which row the cursor stands.
struct LineDrawing: Equatable {
    /// A cell, counted from the first one drawn.
    struct Position: Equatable {
        /// 0 for the first row drawn.
        var row: Int
        /// 0 for the leftmost column.
        var column: Int
    }

    /// One row of the screen.
    struct Row: Equatable {
        /// What is sent to the terminal for it.
        var text = ""
        /// The columns it fills.
        var width = 0
        /// Whether the next row goes on with the same line; terminals remember that.
        var isWrapped = false
    }

    /// The width of the terminal.
    let columns: Int
    /// The rows, at least one.
    private(set) var rows = [Row()]
    /// Where the cursor stands.
    private(set) var cursor = Position(row: 0, column: 0)

    /// A drawing of nothing.
    ///
    /// - Parameter columns: the width of the terminal.
    init(columns: Int) {
        self.columns = max(2, columns)
    }

    /// Draws a prompt behind what is there.
    ///
    /// - Parameter prompt: one row's prompt; escape sequences are sent as they are and take no room.
    mutating func append(prompt: String) {
        for piece in EscapeSequence.split(prompt.unicodeScalars) {
            if piece.isEscape {
                rows[rows.count - 1].text.unicodeScalars.append(contentsOf: piece.scalars)
            } else {
                for scalar in piece.scalars { append(scalar) }
            }
        }
        cursor = end
    }

    /// Draws a line behind what is there and notes where its cursor is.
    ///
    /// - Parameters:
    ///   - line: the scalars of the line.
    ///   - index: the scalar the cursor stands on; behind the last one it makes room for itself.
    mutating func append(line: some Collection<Unicode.Scalar>, cursor index: Int) {
        var found: Position?
        for (offset, scalar) in line.enumerated() {
            if offset == index { found = position(before: scalar) }
            append(scalar)
        }
        if found == nil, end.column == columns { wrap() }
        cursor = found ?? end
    }

    /// Draws a line that is finished.
    ///
    /// - Parameter line: what was typed.
    mutating func append(line: String) {
        for scalar in line.unicodeScalars { append(scalar) }
        cursor = end
    }

    /// Goes on at the start of the next row.
    mutating func startRow() {
        rows.append(Row())
        cursor = end
    }

    /// The cell behind the last character; its column is the width of the terminal when the row is full.
    private var end: Position { Position(row: rows.count - 1, column: rows[rows.count - 1].width) }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch CharacterWidth.appearance(of: scalar) {
        case .newline: rows.append(Row())
        case .glyph(let width): put(scalar, width)
        case .replacement(let letters): for letter in letters.unicodeScalars { put(letter, 1) }
        case .tab:
            repeat { put(" ", 1) } while !end.column.isMultiple(of: 8) && end.column < columns
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ width: Int) {
        if end.column + width > columns { wrap() }
        rows[rows.count - 1].text.unicodeScalars.append(scalar)
        rows[rows.count - 1].width += width
    }

    /// Fills the row, where a wide character leaves a gap, and goes on in the next one.
    private mutating func wrap() {
        let gap = columns - end.column
        rows[rows.count - 1].text += String(repeating: " ", count: gap)
        rows[rows.count - 1].width = columns
        rows[rows.count - 1].isWrapped = true
        rows.append(Row())
    }

    /// Where the cursor is shown when it stands on `scalar`, the next to be drawn.
    private func position(before scalar: Unicode.Scalar) -> Position {
        let width: Int
        switch CharacterWidth.appearance(of: scalar) {
        case .glyph(let columns): width = columns
        case .tab, .replacement: width = 1
        case .newline: width = 0
        }
        if end.column + width > columns { return Position(row: end.row + 1, column: 0) }
        return Position(row: end.row, column: min(end.column, columns - 1))
    }
}

/// The part of a drawing that fits on the screen, and what to send for it.
extension LineDrawing {
    /// The rows that are shown on a screen: all, or as many as fit, the cursor's among them.
    ///
    /// - Parameter height: the number of rows of the screen.
    /// - Returns: the indices of the rows.
    func window(height: Int) -> Range<Int> {
        let count = min(max(1, height), rows.count)
        let top = min(max(0, cursor.row - count + 1), rows.count - count)
        // As far down as the cursor allows: what was typed last is shown.
        let bottomMost = rows.count - count
        return cursor.row >= bottomMost ? bottomMost..<rows.count : top..<(top + count)
    }

    /// What draws some rows, starting at the left margin, and leaves the terminal's cursor where it belongs.
    ///
    /// - Parameter window: the rows.
    /// - Returns: text for the terminal.
    func output(_ window: Range<Int>) -> String {
        var text = ""
        for index in window {
            text += rows[index].text
            guard index + 1 < window.upperBound else { break }
            if !rows[index].isWrapped {
                text += "\r\n"
            } else if rows[index + 1].width == 0 {
                // A terminal goes on to the next row only when something follows.
                text += " \r"
            }
        }
        let up = window.upperBound - 1 - cursor.row
        text += "\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + (cursor.column > 0 ? "\u{1B}[\(cursor.column)C" : "")
        return text
    }

    /// What turns the drawing into `newer` when that only goes on at the end, where the cursor is.
    ///
    /// - Parameter newer: the drawing that is wanted.
    /// - Returns: the text to be added, or `nil` when more has changed.
    func addition(towards newer: LineDrawing) -> String? {
        let last = rows.count - 1
        guard newer.columns == columns, newer.rows.count == rows.count,
            newer.rows[..<last] == rows[..<last],
            cursor == end, newer.cursor == newer.end,
            newer.rows[last].text.utf8.starts(with: rows[last].text.utf8)
        else { return nil }
        return String(decoding: newer.rows[last].text.utf8.dropFirst(rows[last].text.utf8.count), as: UTF8.self)
    }

    /// Whether the last row is empty only to give the cursor room behind a full one.
    var endsInRoomForCursor: Bool {
        rows.count > 1 && rows[rows.count - 1].width == 0 && rows[rows.count - 2].isWrapped
    }
}
