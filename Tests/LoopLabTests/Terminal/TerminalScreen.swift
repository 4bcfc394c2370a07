// SPDX-License-Identifier: MIT
/// A small model of a VT100-like screen: what a person would see of a program's output.
struct TerminalScreen {
    /// How a character looks.
    struct Style: Equatable {
        /// The SGR attributes that are on: 1 bold, 2 dim, 3 italic, 4 underlined, 7 reversed.
        var attributes: Set<Int> = []
        /// The colour of the letters, `nil` for the terminal's own.
        var foreground: Int?
        /// The colour behind them, `nil` for the terminal's own.
        var background: Int?
    }

    /// One place of the screen.
    struct Cell: Equatable {
        /// The character with its combining marks; empty in the right half of a wide one.
        var text = " "
        /// How it looks.
        var style = Style()
    }

    /// One row of the screen.
    struct Row: Equatable {
        /// As many cells as the screen has columns.
        var cells: [Cell]
        /// Whether the text goes on in the next row without a newline.
        var wraps = false
    }

    /// A place on the screen, counted from the top left corner.
    struct Position: Equatable {
        /// 0 for the top row.
        var row: Int
        /// 0 for the leftmost column.
        var column: Int
    }

    /// The width.
    private(set) var columns: Int
    /// The height.
    private(set) var rows: Int
    /// What the screen shows.
    var grid: [Row]
    /// The rows that have left the screen at its top.
    var scrollback: [Row] = []
    /// Where the next character goes.
    var cursor = Position(row: 0, column: 0)
    /// Whether the last column was just filled, so that the next character begins a row.
    var isWrapPending = false
    /// How the next character looks.
    var style = Style()
    /// The rows that scroll.
    var scrollRegion: Range<Int>
    /// The DEC private modes that are on, for example 25 (cursor shown) and 2004 (pastes marked).
    var privateModes: Set<Int> = [7, 25]
    /// What the terminal answers to questions such as "where is the cursor"; the driver sends it back.
    var replies: [UInt8] = []
    /// How often the bell rang.
    var bells = 0
    /// The title of the window.
    var title = ""
    /// Whether letters stand for lines and corners.
    var drawsLines = false
    /// The position kept by ESC 7.
    var savedCursor = Position(row: 0, column: 0)
    /// What the main screen shows while a program uses the alternate one.
    var mainGrid: [Row]?
    private var parser = ControlSequenceParser()

    /// An empty screen.
    ///
    /// - Parameters:
    ///   - columns: the width.
    ///   - rows: the height.
    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        grid = Array(repeating: Row(cells: Array(repeating: Cell(), count: columns)), count: rows)
        scrollRegion = 0..<rows
    }

    /// Shows what a program has sent.
    ///
    /// - Parameter bytes: the next part of its output, cut anywhere.
    mutating func feed(_ bytes: some Sequence<UInt8>) {
        for item in parser.feed(bytes) { apply(item) }
    }

    /// Shows text.
    ///
    /// - Parameter text: characters and escape sequences.
    mutating func feed(_ text: String) {
        feed(Array(text.utf8))
    }

    /// The text of one row without the blanks at its end.
    ///
    /// - Parameter index: 0 for the top row.
    /// - Returns: its text; empty below the last row.
    func line(_ index: Int) -> String {
        grid.indices.contains(index) ? Self.text(of: grid[index]) : ""
    }

    /// The texts of all rows.
    var lines: [String] { grid.map(Self.text(of:)) }

    /// The rows down to the last one that is not blank.
    var text: String {
        lines.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
    }

    /// Everything the screen has shown and still shows, top to bottom.
    var transcript: String {
        let above = scrollback.map { Self.text(of: $0) + "\n" }.joined()
        return above + text
    }

    /// The row the cursor is on.
    var currentLine: String { line(cursor.row) }

    /// The text before the cursor on its row.
    var textBeforeCursor: String {
        grid[cursor.row].cells[..<cursor.column].map(\.text).joined()
    }

    private static func text(of row: Row) -> String {
        var text = row.cells.map(\.text).joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Gives the screen another size.
    ///
    /// - Parameters:
    ///   - newColumns: the new width.
    ///   - newRows: the new height.
    ///   - reflowing: whether wrapped lines are wrapped anew, as most terminals do; xterm cuts them off.
    mutating func resize(columns newColumns: Int, rows newRows: Int, reflowing: Bool) {
        if reflowing { reflow(to: newColumns) }
        for index in grid.indices {
            grid[index].cells = Array(grid[index].cells.prefix(newColumns))
            let missing = newColumns - grid[index].cells.count
            grid[index].cells += Array(repeating: Cell(), count: missing)
        }
        columns = newColumns
        while grid.count > newRows {
            if cursor.row < grid.count - 1 {
                grid.removeLast()
            } else {
                scrollback.append(grid.removeFirst())
                cursor.row -= 1
            }
        }
        while grid.count < newRows { grid.append(blankRow) }
        rows = newRows
        scrollRegion = 0..<rows
        cursor.column = min(cursor.column, columns - 1)
        isWrapPending = false
    }

    /// A row of blanks.
    var blankRow: Row { Row(cells: Array(repeating: Cell(), count: columns)) }

    private mutating func reflow(to newColumns: Int) {
        var result: [Row] = []
        var newCursor = cursor
        var index = 0
        while index < grid.count {
            var cells: [Cell] = []
            var cursorOffset: Int?
            var isLast = false
            while !isLast {
                if index == cursor.row { cursorOffset = cells.count + cursor.column }
                cells += grid[index].cells
                isLast = !grid[index].wraps || index + 1 == grid.count
                index += 1
            }
            while let last = cells.last, last == Cell(), cells.count > (cursorOffset ?? 0) { cells.removeLast() }
            if let cursorOffset {
                newCursor = Position(row: result.count + cursorOffset / newColumns, column: cursorOffset % newColumns)
            }
            repeat {
                let part = Array(cells.prefix(newColumns))
                cells.removeFirst(part.count)
                let blanks = Array(repeating: Cell(), count: newColumns - part.count)
                result.append(Row(cells: part + blanks, wraps: !cells.isEmpty))
            } while !cells.isEmpty
        }
        let blank = Row(cells: Array(repeating: Cell(), count: newColumns))
        while result.count > rows, result.count - 1 > newCursor.row, result.last == blank { result.removeLast() }
        grid = result
        cursor = newCursor
    }
}
