// SPDX-License-Identifier: MIT
internal import Coursework
internal import Markup
internal import Progress

/// `looplab list`: the exercises, and how far the learner is with each.
struct ListCommand: Subcommand, Equatable {
    static let name = "list"
    static let synopsis = (operands: "[WORDS]", summary: "the exercises, and how far you are")
    static let help = """
        usage: looplab list [OPTIONS] [WORD …]

        Lists the exercises of the course with their state; of those that have words,
        only these: in the title, the name, the kind or a concept.

          --state open|tried|passed
          --kind KIND              predict, choose, compute, fix, implement
          --track N                one track
          --json                   the list as JSON
          --course DIR             another course (also LOOPLAB_COURSE)

        exit codes: 0 ok; 2 usage; 3 progress could not be read

        """

    /// How far somebody is with an exercise.
    enum State: String, CaseIterable {
        case open, tried, passed
    }

    var course: String?
    var words: [String] = []
    var state: State?
    var kind: Exercise.Kind?
    var track: Int?
    var isJSON = false

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--course": course = try reader.value(of: name, value)
        case "--json": isJSON = true
        case "--state": state = try reader.choice(of: name, value)
        case "--kind": kind = try reader.choice(of: name, value)
        case "--track":
            let text = try reader.value(of: name, value)
            guard let number = Int(text), (0...99).contains(number) else {
                throw .badValue(option: name, value: text, expected: "the number of a track")
            }
            track = number
        default: return false
        }
        return true
    }

    mutating func take(operand: String) throws(CommandError) { words.append(operand.lowercased()) }

    func check() throws(CommandError) {}

    func perform() throws(CommandError) -> Int32 {
        let screen = Screen.detect()
        let study = try Study(course: course, .readOnly)
        let summaries = try study.summaries()
        var entries: [Entry] = []
        for id in study.outline.exercises where track == nil || id.trackNumber == track {
            guard let exercise = study.outline.exercise(id).exercise else { continue }
            let entry = Entry(exercise: exercise, summary: summaries["\(id)"])
            if matches(entry) { entries.append(entry) }
        }
        if isJSON { return try StandardOutput.print(Self.json(entries)) }
        let page = ExerciseList(study.outline, entries, screen.style, current: study.workspace?.current)
        return try screen.show(page.text, usesPager: true)
    }

    private func matches(_ entry: Entry) -> Bool {
        let exercise = entry.exercise
        if let state, state != entry.state { return false }
        if let kind, kind != exercise.kind { return false }
        let text = ([exercise.title, "\(exercise.id)", exercise.kind.rawValue, exercise.number] + exercise.concepts)
            .joined(separator: " ").lowercased()
        return words.allSatisfy { text.contains($0) }
    }

    /// An exercise and what the learner has done with it.
    struct Entry {
        let exercise: Exercise
        let summary: ExerciseSummary?

        var state: State {
            guard let summary, summary.attempts > 0 else { return .open }
            return summary.hasPassed ? .passed : .tried
        }
    }

    private static func json(_ entries: [Entry]) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        for entry in entries {
            writer.breakLine()
            writer.beginObject()
            writer.member("exercise", "\(entry.exercise.id)")
            writer.member("number", entry.exercise.number)
            writer.member("title", entry.exercise.title)
            writer.member("kind", entry.exercise.kind.rawValue)
            writer.member("concepts", entry.exercise.concepts)
            writer.member("minutes", entry.exercise.minutes)
            writer.member("state", entry.state.rawValue)
            writer.member("attempts", entry.summary?.attempts ?? 0)
            writer.member("hints", entry.summary?.hints ?? 0)
            writer.endObject()
        }
        writer.endArray()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// The list as text.
struct ExerciseList {
    private let outline: CourseOutline
    private let entries: [ListCommand.Entry]
    private let style: TerminalStyle
    private let current: ContentID?

    init(
        _ outline: CourseOutline, _ entries: [ListCommand.Entry], _ style: TerminalStyle, current: ContentID?
    ) {
        self.outline = outline
        self.entries = entries
        self.style = style
        self.current = current
    }

    var text: String {
        if entries.isEmpty { return " No exercise is like that.  looplab list  shows all.\n" }
        var rows = trackRows
        rows.append(StyledText())
        let open = entries.first { $0.state != .passed }
        if let open { rows.append(StyledText(" Next:  looplab start \(open.exercise.number)")) }
        return rows.map { style.rendered($0) + "\n" }.joined()
    }

    /// Each track with its exercises below it.
    var trackRows: [StyledText] {
        var rows: [StyledText] = []
        for track in outline.tracks {
            let own = entries.filter { $0.exercise.id.track == track.name }
            if own.isEmpty { continue }
            let passed = own.count { $0.state == .passed }
            rows.append(StyledText())
            let title = StyledText(" \(track.number)  \(style.shown(track.title))", .bold)
            rows.append(title + StyledText("   \(passed) of \(own.count)", .faint))
            rows += own.map(row)
        }
        return rows
    }

    private func row(_ entry: ListCommand.Entry) -> StyledText {
        let exercise = entry.exercise
        let mark: StyledText =
            switch entry.state {
            case .open: StyledText(style.glyph("·", "-"), .faint)
            case .tried: StyledText(style.glyph("✗", "x"), TextStyle(.yellow))
            case .passed: StyledText(style.glyph("✓", "+"), TextStyle(.green))
            }
        let here = exercise.id == current ? style.glyph("▶", ">") : " "
        let title = StyledText(style.shown(exercise.title)).cut(to: 40, mark: style.mark).padded(to: 41)
        var tail = exercise.kind.rawValue
        if let attempts = entry.summary?.attempts, attempts > 0 {
            tail += ", \(CountedNoun.text(attempts, "attempt"))"
        }
        return
            (StyledText(" \(here) ") + mark + StyledText(" \(exercise.number)  ", .faint) + title
            + StyledText(tail, .faint)).cut(to: min(style.columns, 80), mark: style.mark)
    }
}
