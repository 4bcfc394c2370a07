// SPDX-License-Identifier: MIT
internal import Markup
internal import Results
internal import YAMLFields

/// Makes learners of the rows below a header.
struct RosterRows {
    /// What a row comes to.
    enum Outcome {
        case learner(Roster.Row)
        case testStudent(TextPlace)
        case problem(RosterProblem)
    }

    let file: String
    let form: RosterForm
    let header: [String]
    let columns: [RosterColumn: Int]

    /// Whether a row is one of those that Canvas puts among the learners: points possible, posting policies.
    func isNobody(_ row: CSVReader.Row) -> Bool {
        guard form == .canvas, text(row, .canvas) == nil, text(row, .login) == nil, text(row, .sis) == nil else {
            return false
        }
        return ["", "points possible", "manual posting"].contains(text(row, .sortable)?.lowercased() ?? "")
    }

    /// Reads a row; `learner` is the column that names the learner.
    func read(_ row: CSVReader.Row, learner: Int) -> Outcome {
        let extra = row.cells.dropFirst(header.count)
        if let index = extra.firstIndex(where: { !RosterReader.text($0).isEmpty }) {
            return .problem(problem(row, index, .tooManyCells(row.cells.count, expected: header.count)))
        }
        if form == .canvas, text(row, .sortable) == "Student, Test" { return .testStudent(row.place(of: 0, in: file)) }
        for index in Set(columns.values).union([learner]).sorted() where index < row.cells.count {
            let text = RosterReader.text(row.cells[index])
            if text.utf8.count > GradebookStore.longestName || !TerminalText.isOneLine(text) {
                return .problem(problem(row, index, .notAName(column: header[index])))
            }
        }
        let name = learner < row.cells.count ? RosterReader.text(row.cells[learner]) : ""
        if name.isEmpty {
            let index = min(learner, row.cells.count - 1)
            return .problem(problem(row, index, .unnamed(column: header[learner])))
        }
        // By this name results, files and commands know the learner: nothing in it may hide.
        if name.unicodeScalars.contains(where: { $0.properties.isBidiControl }) {
            return .problem(problem(row, learner, .notAName(column: header[learner])))
        }
        return .learner(
            Roster.Row(
                learner: name, section: text(row, .section), fullName: fullName(row), email: text(row, .email),
                ids: ids(row, name), place: row.place(of: 0, in: file)))
    }

    private func ids(_ row: CSVReader.Row, _ learner: String) -> [RosterID] {
        var ids = RosterColumn.allCases.compactMap { column -> RosterID? in
            guard let system = column.system, let value = text(row, column) else { return nil }
            return system == .name && value == learner ? nil : RosterID(system, value)
        }
        if let (first, last) = parts(row) { ids += [RosterID(.first, first), RosterID(.last, last)] }
        return ids.sorted(by: RosterID.isBefore)
    }

    private func fullName(_ row: CSVReader.Row) -> String? {
        if let name = text(row, .name) { return name }
        if let (first, last) = parts(row) { return "\(first) \(last)" }
        let both = [text(row, .first), text(row, .last)].compactMap(\.self)
        return both.isEmpty ? text(row, .sortable) : both.joined(separator: " ")
    }

    /// The first and the last name of a sortable one; nil where it has no comma.
    private func parts(_ row: CSVReader.Row) -> (first: String, last: String)? {
        guard let name = text(row, .sortable), let comma = name.utf8.firstIndex(of: UInt8(ascii: ",")) else {
            return nil
        }
        let first = RosterReader.text(String(name[name.utf8.index(after: comma)...]))
        let last = RosterReader.text(String(name[..<comma]))
        return first.isEmpty || last.isEmpty ? nil : (first, last)
    }

    /// What a row says in a column; nil for nothing.
    private func text(_ row: CSVReader.Row, _ column: RosterColumn) -> String? {
        guard let index = columns[column], index < row.cells.count else { return nil }
        let text = RosterReader.text(row.cells[index])
        return text.isEmpty ? nil : text
    }

    private func problem(_ row: CSVReader.Row, _ cell: Int, _ fault: RosterFault) -> RosterProblem {
        RosterProblem(row.place(of: cell, in: file), fault)
    }
}

extension CSVReader.Row {
    /// Where one of its cells begins in a file.
    func place(of cell: Int, in file: String) -> TextPlace {
        TextPlace(file: file, line: places[cell].line, column: places[cell].column)
    }
}

/// Finds who stands in a table twice.
struct RosterDuplicates {
    /// What a row is to one before it.
    enum Finding {
        case same(firstLine: Int)
        case different(RosterProblem)
    }

    let file: String
    private var learners: [String: Roster.Row] = [:]
    private var lines: [RosterID: Int] = [:]

    init(file: String) {
        self.file = file
    }

    /// Takes a row; nil where it is the first of its learner and of its IDs.
    mutating func take(_ row: Roster.Row) -> Finding? {
        if let known = learners[row.learner] {
            var copy = known
            copy.place = row.place
            if copy == row { return .same(firstLine: known.place.line) }
            let fault = RosterFault.repeatedLearner(row.learner, firstLine: known.place.line)
            return .different(RosterProblem(row.place, fault))
        }
        for id in row.ids where id.system.isLasting {
            if let line = lines[id] { return .different(RosterProblem(row.place, .repeatedID(id, firstLine: line))) }
        }
        learners[row.learner] = row
        for id in row.ids where id.system.isLasting { lines[id] = row.place.line }
        return nil
    }
}
