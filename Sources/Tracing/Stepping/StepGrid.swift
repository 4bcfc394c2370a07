// SPDX-License-Identifier: MIT
internal import Markup

/// What a part of the step view is; a terminal shows it as it can, and no meaning is lost where it shows nothing.
public enum StepStyle: UInt8, Sendable, CaseIterable {
    /// Text.
    case plain
    /// The lines between the panes.
    case frame
    /// The name of a pane.
    case title
    /// What runs now, which ▶ marks as well.
    case current
    /// What matters less: line numbers, what surrounds.
    case dim
    /// A marked line, which ● marks as well.
    case mark
    /// Standard error, which a ! marks as well.
    case error
    /// The line of messages.
    case message
    /// The line of keys.
    case keys
}

/// A picture of a terminal: rows of cells, each with a character and a style.
public struct StepGrid: Equatable, Sendable {
    /// One place of the picture.
    public struct Cell: Equatable, Sendable {
        /// A character with its combining marks; empty in the right half of a wide one.
        public var text = " "
        /// What it is part of.
        public var style = StepStyle.plain
    }

    /// A part of a row in one style.
    public struct Run: Equatable, Sendable {
        /// The column at which it begins, from 0.
        public var column: Int
        /// What it says.
        public var text: String
        /// What it is.
        public var style: StepStyle
    }

    /// The width in cells.
    public let columns: Int
    /// The height in cells.
    public let rows: Int
    /// The signs of this terminal.
    let symbols: StepSymbols
    private var cells: [Cell]

    init(columns: Int, rows: Int, symbols: StepSymbols) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        self.symbols = symbols
        cells = Array(repeating: Cell(), count: self.columns * self.rows)
    }

    /// Whether two pictures show the same.
    public static func == (first: StepGrid, second: StepGrid) -> Bool {
        first.columns == second.columns && first.cells == second.cells
    }

    /// A cell, by row and column from 0.
    public subscript(row: Int, column: Int) -> Cell {
        get { cells[row * columns + column] }
        set { cells[row * columns + column] = newValue }
    }

    /// The text of a row without the blanks at its end.
    public func line(_ row: Int) -> String {
        let text = cells[row * columns..<(row + 1) * columns].map(\.text).joined()
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// The texts of all rows.
    public var lines: [String] { (0..<rows).map(line) }

    /// A row as its parts of one style each.
    public func runs(ofRow row: Int) -> [Run] {
        var runs: [Run] = []
        for column in 0..<columns {
            let cell = self[row, column]
            if let last = runs.last, last.style == cell.style {
                runs[runs.count - 1].text += cell.text
            } else {
                runs.append(Run(column: column, text: cell.text, style: cell.style))
            }
        }
        return runs
    }

    /// Writes text into a row from a column on, in so many cells at most, and gives the column behind it.
    ///
    /// Text that does not fit is cut with a sign. What could drive a terminal is shown in escaped form.
    @discardableResult
    mutating func put(
        _ text: String, row: Int, column: Int, width limit: Int, style: StepStyle = .plain
    ) -> Int {
        put(text[...], row: row, column: column, width: limit, style: style)
    }

    /// The same for a part of a text.
    @discardableResult
    mutating func put(
        _ text: Substring, row: Int, column: Int, width limit: Int, style: StepStyle = .plain
    ) -> Int {
        let limit = min(limit, columns - column)
        guard row >= 0, row < rows, column >= 0, limit > 0 else { return column }
        // A line of a megabyte is not walked to its end: no character is narrower than a fourth of a cell in practice.
        let head = text.unicodeScalars.prefix(4 * limit + 8)
        var isCut = head.endIndex != text.unicodeScalars.endIndex
        let safe = TerminalText.escaped(String(Substring(head)))
        let shown = safe.unicodeScalars
        var taken = 0
        var total = 0
        for scalar in shown {
            total += columnsOf(scalar)
            if total > limit { break }
            taken += 1
        }
        if total > limit { isCut = true }
        if !isCut { return draw(safe[...], row, column, style) }
        let sign = symbols.ellipsis.unicodeScalars.count < limit ? symbols.ellipsis : ""
        var room = limit - sign.unicodeScalars.count
        var end = shown.startIndex
        while end < shown.endIndex, room >= columnsOf(shown[end]) {
            room -= columnsOf(shown[end])
            end = shown.index(after: end)
        }
        let next = draw(safe[..<end], row, column, style)
        return draw(sign[...], row, next, style)
    }

    /// How many cells a text takes.
    func width(of text: String) -> Int {
        TerminalText.escaped(text).unicodeScalars.reduce(0) { $0 + columnsOf($1) }
    }

    private func columnsOf(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\t": 2
        case "\n": 2
        default: CharacterWidth.columns(of: scalar) ?? 1
        }
    }

    private mutating func draw(
        _ text: Substring, _ row: Int, _ column: Int, _ style: StepStyle
    ) -> Int {
        var column = column
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t": column = drawOne("  ", 2, row, column, style)
            case "\n": column = drawOne("\\n", 2, row, column, style)
            default:
                let width = columnsOf(scalar)
                if width == 0 {
                    if column > 0 { self[row, column - 1].text.unicodeScalars.append(scalar) }
                } else {
                    column = drawOne(String(scalar), width, row, column, style)
                }
            }
        }
        return column
    }

    private mutating func drawOne(
        _ text: String, _ width: Int, _ row: Int, _ column: Int, _ style: StepStyle
    ) -> Int {
        guard column + width <= columns else { return column }
        self[row, column] = Cell(text: text, style: style)
        for half in 1..<max(2, width) where half < width {
            self[row, column + half] = Cell(text: "", style: style)
        }
        return column + width
    }
}
