// SPDX-License-Identifier: MIT

/// Reads comma-separated values (RFC 4180) as they come, piece by piece.
///
/// Rows end with CRLF, LF or CR; a byte order mark is skipped; a row may have any number of cells. What a quote within
/// a bare cell, or text after a closing quote, would mean nobody knows: it is an error. Another separator may be named,
/// as spreadsheets write one where a comma is the decimal mark.
public struct CSVReader: Sendable {
    /// A row, and the line on which it begins.
    public struct Row: Hashable, Sendable {
        /// The cells, without their quotes.
        public var cells: [String]
        /// The line, from 1.
        public var line: Int
        /// Where each cell begins.
        public var places: [Place]
    }

    /// A place in the file.
    public struct Place: Hashable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// The column in bytes, from 1.
        public var column: Int

        /// Names a place.
        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// What was wrong, and where.
    public struct Failure: Error, Hashable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// The column in bytes, from 1.
        public var column: Int
        /// What it was.
        public var problem: Problem

        /// Names a fault.
        public init(line: Int, column: Int, problem: Problem) {
            self.line = line
            self.column = column
            self.problem = problem
        }

        init(_ place: Place, _ problem: Problem) {
            self.init(line: place.line, column: place.column, problem: problem)
        }
    }

    /// What can be wrong.
    public enum Problem: Hashable, Sendable {
        /// A quote stands in a cell that does not begin with one.
        case quoteInCell
        /// Something stands between a closing quote and the end of the cell.
        case textAfterQuote
        /// The file ends within quotes.
        case openQuote
        /// A cell is no UTF-8.
        case notUTF8
        /// A row has more bytes than this.
        case tooLong(limit: Int)
    }

    private enum State {
        case cellStart
        case bare
        case quoted
        /// After a quote within quotes: the end of the cell, or the first of two.
        case quote
    }

    private let rowLimit: Int
    private let separator: UInt8
    private var state = State.cellStart
    private var cell: [UInt8] = []
    private var cells: [String] = []
    private var rowBytes = 0
    private var places: [Place] = []
    private var line = 1
    private var column = 1
    private var rowLine = 1
    // Where the cell begins, and where the byte stands that is taken.
    private var cellPlace = Place(line: 1, column: 1)
    private var place = Place(line: 1, column: 1)
    private var isAfterReturn = false
    private var markBytes = 0
    private var isAtStart = true

    /// Makes a reader that refuses rows of more than so many bytes; cells end at `separator`, which is ASCII.
    public init(rowLimit: Int = 1 << 20, separator: UInt8 = UInt8(ascii: ",")) {
        self.rowLimit = rowLimit
        self.separator = separator
    }

    /// All rows of a text that is in memory.
    public static func rows(
        of bytes: some Sequence<UInt8>, separator: UInt8 = UInt8(ascii: ",")
    ) throws(Failure) -> [Row] {
        var reader = CSVReader(separator: separator)
        return try reader.add(bytes) + reader.finish()
    }

    /// Takes the next bytes and returns the rows that end in them.
    public mutating func add(_ bytes: some Sequence<UInt8>) throws(Failure) -> [Row] {
        var rows: [Row] = []
        for byte in bytes {
            if isAtStart, takeMark(byte) { continue }
            if let row = try take(byte) { rows.append(row) }
        }
        return rows
    }

    /// Returns the last row where no line end stands behind it.
    public mutating func finish() throws(Failure) -> [Row] {
        if state == .quoted { throw Failure(cellPlace, .openQuote) }
        if isAtStart, markBytes > 0 { throw Failure(cellPlace, .notUTF8) }
        if state == .cellStart, cells.isEmpty { return [] }
        if state == .cellStart { cellPlace = Place(line: line, column: column) }
        try endCell()
        return [endRow()]
    }

    // MARK: - Bytes

    // A byte order mark is three bytes; anything else that begins like one is text.
    private mutating func takeMark(_ byte: UInt8) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if byte == mark[markBytes] {
            markBytes += 1
            if markBytes == 3 { isAtStart = false }
            return true
        }
        isAtStart = false
        if markBytes > 0 {
            cell = Array(mark[..<markBytes])
            column += markBytes
            state = .bare
        }
        return false
    }

    private mutating func take(_ byte: UInt8) throws(Failure) -> Row? {
        let isSecond = byte == 0x0A && isAfterReturn
        isAfterReturn = byte == 0x0D
        place = Place(line: line, column: column)
        if state == .cellStart, !isSecond { cellPlace = place }
        column = byte == 0x0A || byte == 0x0D ? 1 : column + 1
        if state == .quoted {
            if (byte == 0x0A && !isSecond) || byte == 0x0D { line += 1 }
            try takeQuoted(byte)
            return nil
        }
        // The line feed of a CRLF whose return has ended the row.
        if isSecond { return nil }
        switch byte {
        case separator: try endCell()
        case 0x0A, 0x0D:
            line += 1
            if state == .cellStart, cells.isEmpty {
                rowLine = line
                return nil
            }
            try endCell()
            return endRow()
        case UInt8(ascii: "\""):
            switch state {
            case .cellStart: state = .quoted
            case .quote:
                state = .quoted
                try append(byte)
            default: throw Failure(place, .quoteInCell)
            }
        default:
            if state == .quote { throw Failure(place, .textAfterQuote) }
            state = .bare
            try append(byte)
        }
        return nil
    }

    private mutating func takeQuoted(_ byte: UInt8) throws(Failure) {
        if byte == UInt8(ascii: "\"") {
            state = .quote
        } else {
            try append(byte)
        }
    }

    private mutating func append(_ byte: UInt8) throws(Failure) {
        try count()
        cell.append(byte)
    }

    private mutating func count() throws(Failure) {
        rowBytes += 1
        if rowBytes > rowLimit { throw Failure(line: rowLine, column: 1, problem: .tooLong(limit: rowLimit)) }
    }

    private mutating func endCell() throws(Failure) {
        try count()
        let text = cell.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
        guard let text else { throw Failure(cellPlace, .notUTF8) }
        cells.append(text)
        places.append(cellPlace)
        cell = []
        state = .cellStart
    }

    private mutating func endRow() -> Row {
        let row = Row(cells: cells, line: rowLine, places: places)
        cells = []
        places = []
        rowBytes = 0
        rowLine = line
        return row
    }
}
