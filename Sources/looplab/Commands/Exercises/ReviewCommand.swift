// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Coursework
internal import Markup
internal import Progress

/// `looplab review`: what should come back, the weakest and oldest first.
struct ReviewCommand: Subcommand, Equatable {
    static let name = "review"
    static let synopsis = (operands: "", summary: "what to practise again, the weakest first")
    static let help = """
        usage: looplab review [OPTIONS]

        Names the concepts that are due, and an exercise for each: those that went wrong
        first, then those that you have not seen for longest. What goes well comes back
        after 1, 3, 7, 14 and 30 days; what goes wrong comes back on the next day.

          --limit N                at most so many concepts (default 8)
          --json                   the list as JSON
          --course DIR             another course (also LOOPLAB_COURSE)

        exit codes: 0 ok; 2 usage; 3 progress could not be read

        """

    var course: String?
    var limit = 8
    var isJSON = false

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--course": course = try reader.value(of: name, value)
        case "--json": isJSON = true
        case "--limit": limit = try reader.number(of: name, value)
        default: return false
        }
        return true
    }

    mutating func take(operand: String) throws(CommandError) { throw .unexpectedOperand(operand) }

    func check() throws(CommandError) {}

    func perform() throws(CommandError) -> Int32 {
        let style = Screen.detect().style
        let study = try Study(course: course, .readOnly)
        let now = Timestamp.now
        let due = try study.progress { (store) throws(ProgressError) in
            try store.reviewQueue(course: study.outline.id, now: now)
        }
        let items = due.prefix(limit).map { ($0, exercise(for: $0, study.outline)) }
        if isJSON { return try StandardOutput.print(Self.json(items)) }
        let text = text(items, hidden: due.count - items.count, now, style)
        return try StandardOutput.print(text)
    }

    /// What trains a concept: an exercise that was tried, or else the first of the course.
    private func exercise(for item: ReviewItem, _ outline: CourseOutline) -> Exercise? {
        let tried = item.exercises.lazy.compactMap { ContentID($0) }.filter { outline.exercises.contains($0) }
        return tried.compactMap { outline.exercise($0).exercise }.first
            ?? outline.exercises.lazy.compactMap { outline.exercise($0).exercise }
            .first { $0.concepts.contains(item.concept.concept) }
    }

    private func text(
        _ items: [(ReviewItem, Exercise?)], hidden: Int, _ now: Timestamp, _ style: TerminalStyle
    ) -> String {
        guard let first = items.first else {
            return " Nothing is due.  looplab next  names the next exercise.\n"
        }
        var rows = [StyledText()]
        for (item, exercise) in items {
            let concept = item.concept
            let name = StyledText(style.shown(concept.concept.replacing("-", with: " "))).padded(to: 24)
            let score = StyledText("\(concept.rights) right, \(concept.wrongs) wrong").padded(to: 22)
            let task = exercise.map { "looplab start \($0.number)" } ?? ""
            rows.append(
                (StyledText(" ") + name + score + StyledText(Self.age(of: concept, now), .faint).padded(to: 14)
                    + StyledText(task)).cut(to: min(style.columns, 80), mark: style.mark))
        }
        if hidden > 0 { rows.append(StyledText(" and \(hidden) more", .faint)) }
        rows.append(StyledText())
        if let exercise = first.1 { rows.append(StyledText(" Next:  looplab start \(exercise.number)")) }
        return rows.map { style.rendered($0) + "\n" }.joined()
    }

    private static func age(of concept: ConceptSummary, _ now: Timestamp) -> String {
        let days = (now.milliseconds - concept.lastEnded.milliseconds) / 86_400_000
        return days < 1 ? "today" : days == 1 ? "1 day ago" : "\(days) days ago"
    }

    private static func json(_ items: [(ReviewItem, Exercise?)]) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        for (item, exercise) in items {
            writer.breakLine()
            writer.beginObject()
            writer.member("concept", item.concept.concept)
            writer.member("right", item.concept.rights)
            writer.member("wrong", item.concept.wrongs)
            writer.member("box", item.concept.box)
            writer.member("lastSeen", item.concept.lastEnded.text)
            writer.member("due", item.concept.due.text)
            if let exercise { writer.member("exercise", "\(exercise.id)") }
            writer.endObject()
        }
        writer.endArray()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
