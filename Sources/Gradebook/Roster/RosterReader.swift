// SPDX-License-Identifier: MIT
internal import Results
internal import YAMLFields

/// Reads a roster: the gradebook of Canvas, a list of participants of Moodle, or another table with a header.
///
/// Cells end at commas, semicolons or tabs, which the header tells. `Docs/class.md` names the columns.
public struct RosterReader {
    static let sizeLimit = 64 << 20
    static let problemLimit = 20

    private let file: String
    private var header: [String] = []
    private var columns: [RosterColumn: Int] = [:]
    private var rows: [CSVReader.Row] = []
    private(set) var problems: [RosterProblem] = []

    /// Reads the bytes of a file; the roster is nil unless all of it can be understood.
    ///
    /// `columns` are headers that were named by hand, as for an export in another language. Problems come in the order
    /// of the file, the first twenty of them.
    public static func read(
        _ bytes: [UInt8], file: String, columns: [RosterColumn: String] = [:]
    ) -> (roster: Roster?, problems: [RosterProblem]) {
        var reader = RosterReader(file: file)
        do throws(RosterProblem) {
            let roster = try reader.roster(bytes, columns)
            let problems = reader.problems.sorted { $0.place < $1.place }
            return (problems.isEmpty ? roster : nil, Array(problems.prefix(problemLimit)))
        } catch {
            return (nil, [error])
        }
    }

    private init(file: String) {
        self.file = file
    }

    private mutating func roster(
        _ bytes: [UInt8], _ named: [RosterColumn: String]
    ) throws(RosterProblem) -> Roster {
        try open(bytes)
        let form = try form(named)
        let body = RosterRows(file: file, form: form, header: header, columns: columns)
        let rows = rows.filter { !body.isNobody($0) }
        if rows.isEmpty { throw problem(.nobody, line: 0, column: 0) }
        let learner = try learnerColumn(form, rows, body)
        var roster = Roster(form: form, learnerColumn: header[learner])
        var seen = RosterDuplicates(file: file)
        for row in rows {
            switch body.read(row, learner: learner) {
            case .learner(let row):
                switch seen.take(row) {
                case nil: roster.rows.append(row)
                case .same(let line)?: roster.leftovers.append(.repeated(row.learner, row.place, firstLine: line))
                case .different(let problem)?: problems.append(problem)
                }
            case .testStudent(let place): roster.leftovers.append(.testStudent(place))
            case .problem(let problem): problems.append(problem)
            }
            if problems.count >= Self.problemLimit { break }
        }
        if roster.rows.isEmpty, problems.isEmpty { throw problem(.nobody, line: 0, column: 0) }
        return roster
    }

    // MARK: - The table

    private mutating func open(_ bytes: [UInt8]) throws(RosterProblem) {
        if bytes.count > Self.sizeLimit { throw problem(.tooLarge(limit: Self.sizeLimit), line: 0, column: 0) }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw problem(.workbook, line: 0, column: 0)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw problem(.utf16, line: 0, column: 0)
        }
        do throws(CSVReader.Failure) {
            rows = try CSVReader.rows(of: bytes, separator: Self.separator(of: bytes))
        } catch {
            throw problem(.table(error.problem), line: error.line, column: error.column)
        }
        rows.removeAll { row in row.cells.allSatisfy { Self.text($0).isEmpty } }
        if rows.isEmpty { throw problem(.empty, line: 0, column: 0) }
    }

    /// What parts the cells of the first line that is not empty: what stands there most often outside quotes.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let choices = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes.drop(while: { $0 == 0x0A || $0 == 0x0D }) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if let index = choices.firstIndex(of: byte) { counts[index] += 1 }
        }
        // Of equal counts the first one.
        return counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) }
            .map { choices[$0] } ?? choices[0]
    }

    /// What a cell says: without spaces around it, and without what keeps spreadsheets from taking it for a formula.
    static func text(_ cell: String) -> String {
        let text = CSVText.unguarded(cell).unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = text.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(String.UnicodeScalarView(text[...last]))
    }

    // MARK: - The header

    private mutating func form(_ named: [RosterColumn: String]) throws(RosterProblem) -> RosterForm {
        let first = rows.removeFirst()
        header = first.cells.map(Self.text)
        let lowered = header.map { $0.lowercased() }
        // What was named by hand may be all that is known of it.
        guard let form = RosterForm(lowered) ?? (named.isEmpty ? nil : .plain) else {
            throw RosterProblem(first.place(of: 0, in: file), .unknownHeader(header.filter { !$0.isEmpty }))
        }
        for (column, name) in named.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let index = header.firstIndex(of: name) ?? lowered.firstIndex(of: name.lowercased()) else {
                throw RosterProblem(
                    first.place(of: 0, in: file), .missingColumn(name, among: header.filter { !$0.isEmpty }))
            }
            columns[column] = index
        }
        for (index, name) in lowered.enumerated() {
            guard let column = form.column(name), named[column] == nil else { continue }
            if let known = columns[column] {
                // Of several groups the first one is the section.
                if column == .section { continue }
                throw RosterProblem(first.place(of: index, in: file), .repeatedColumn(header[index], first: known + 1))
            }
            columns[column] = index
        }
        return form
    }

    /// The column that names learners: the first that does so for all of them, else the first there is.
    private func learnerColumn(
        _ form: RosterForm, _ rows: [CSVReader.Row], _ body: RosterRows
    ) throws(RosterProblem) -> Int {
        let choices = ([.learner] + form.learnerColumns).compactMap { columns[$0] }
        if let column = columns[.learner] { return column }
        let whole = choices.first { index in
            rows.allSatisfy { index < $0.cells.count && !Self.text($0.cells[index]).isEmpty }
        }
        if let column = whole ?? choices.first { return column }
        let wanted = form.learnerColumns.first?.rawValue ?? RosterColumn.learner.rawValue
        throw problem(.missingColumn(wanted, among: header.filter { !$0.isEmpty }), line: 1, column: 1)
    }

    private func problem(_ fault: RosterFault, line: Int, column: Int) -> RosterProblem {
        RosterProblem(TextPlace(file: file, line: line, column: column), fault)
    }
}
