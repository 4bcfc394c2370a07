// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Markup
internal import Results

/// What the words of `looplab class` say.
struct ClassOptions: Equatable {
    typealias Action = ClassCommand.Action

    static let defaultGradebook = "class.gradebook"

    var gradebook: String?
    var classFile: String?
    var course: String?
    var title: String?
    var section: String?
    /// Headers that were named by hand.
    var columns: [RosterColumn: String] = [:]
    var isComplete = false
    var isTrial = false
    var kind: Decision.Kind?
    var reason: String?
    var author: String?
    var format: GradeExport.Format?
    var output: String?
    var exercises: [String] = []
    var countsMissing = false
    var hasStrangers = false
    var hasByteOrderMark = false
    var isJSON = false
    // What was named, to be compared with what an action takes.
    private var given: [String] = []

    private static let places: [String: [Action]] = [
        "--gradebook": [.importRoster, .merge, .override, .verify, .export], "--class": [.override, .export],
        "--course": [.initialize, .override], "--title": [.initialize], "--section": [.importRoster],
        "--column": [.importRoster], "--complete": [.importRoster], "--dry-run": [.importRoster],
        "--points": [.override], "--excused": [.override], "--withdraw": [.override], "--reason": [.override],
        "--by": [.override], "--format": [.export], "--output": [.export], "--exercise": [.export],
        "--zeros": [.export], "--all": [.export], "--bom": [.export],
        "--json": [.importRoster, .merge, .override, .verify],
    ]

    /// Takes an option with its value; false for another.
    mutating func take(_ name: String, _ value: String?, _ reader: inout WordReader) throws(CommandError) -> Bool {
        guard Self.places[name] != nil else { return false }
        given.append(name)
        if takeFlag(name) { return true }
        switch name {
        case "--gradebook": gradebook = try reader.value(of: name, value)
        case "--class": classFile = try reader.value(of: name, value)
        case "--course": course = try reader.value(of: name, value)
        case "--title": title = try reader.value(of: name, value)
        case "--section": section = try reader.value(of: name, value)
        case "--column": try takeColumn(reader.value(of: name, value))
        case "--points":
            let text = try reader.value(of: name, value)
            guard let points = Points(written: text) else {
                throw .badValue(
                    option: name, value: text, expected: "points from 0 on, with three decimals at most, as 7.5")
            }
            try decide(.points(points))
        case "--excused": try decide(.excused)
        case "--withdraw": try decide(.withdrawn)
        case "--reason": reason = try reader.value(of: name, value)
        case "--by": author = try reader.value(of: name, value)
        case "--format": format = try reader.choice(of: name, value)
        case "--output": output = try reader.value(of: name, value)
        case "--exercise": exercises.append(try reader.value(of: name, value))
        default: return false
        }
        return true
    }

    private mutating func takeFlag(_ name: String) -> Bool {
        switch name {
        case "--complete": isComplete = true
        case "--dry-run": isTrial = true
        case "--zeros": countsMissing = true
        case "--all": hasStrangers = true
        case "--bom": hasByteOrderMark = true
        case "--json": isJSON = true
        default: return false
        }
        return true
    }

    private mutating func takeColumn(_ text: String) throws(CommandError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, let column = RosterColumn(rawValue: String(parts[0])) else {
            let known = RosterColumn.allCases.map(\.rawValue).filter { $0 != RosterColumn.sortable.rawValue }
            throw .badValue(
                option: "--column", value: text,
                expected: "WHAT=NAME, where WHAT is \(known.joined(separator: ", ")), and NAME a header")
        }
        columns[column] = String(parts[1])
    }

    private mutating func decide(_ kind: Decision.Kind) throws(CommandError) {
        if self.kind != nil { throw .classroom(.severalDecisions) }
        self.kind = kind
    }

    /// Throws for an option that belongs to another action.
    func check(for action: Action) throws(CommandError) {
        for name in given {
            let places = Self.places[name] ?? []
            if places.contains(action) { continue }
            let list = places.map { "class \($0.rawValue)" }.joined(separator: ", ")
            throw .misplacedOption(name, place: list)
        }
        if let title, !Self.isLine(title, limit: 72) {
            throw .badValue(option: "--title", value: title, expected: "up to 72 characters on one line")
        }
        if let section, !Self.isLine(section, limit: 255) {
            throw .badValue(option: "--section", value: section, expected: "a name on one line")
        }
    }

    /// Throws where a decision is not whole; a list needs none of it.
    func checkOverride(lists: Bool) throws(CommandError) {
        if lists {
            for name in ["--points", "--excused", "--withdraw", "--reason", "--by"] where given.contains(name) {
                throw .classroom(.missingExercise)
            }
            return
        }
        if kind == nil { throw .classroom(.missingDecision) }
        guard let reason, Self.isLine(reason, limit: 500) else { throw .classroom(.missingReason) }
        guard let author, Self.isLine(author, limit: 200) else { throw .classroom(.missingAuthor) }
    }

    private static func isLine(_ text: String, limit: Int) -> Bool {
        text.count <= limit && text.contains { !$0.isWhitespace } && TerminalText.isOneLine(text)
    }
}
