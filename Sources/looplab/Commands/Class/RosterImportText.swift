// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Markup
internal import YAMLFields

/// What is said of rosters that were taken.
struct RosterImportText {
    let outcomes: [RosterImportCommand.Outcome]
    let imports: RosterImports
    let members: ClassMembers
    let isTrial: Bool

    // MARK: - Text

    var text: String {
        var text = outcomes.map(part).joined()
        if outcomes.count > 1 { text += absent("enrolled, and on none of these rosters") }
        if !members.strangers.isEmpty { text += strangers }
        for group in members.namesakes.prefix(ClassWords.longestList) {
            let names = group.map(\.learner).joined(separator: ", ")
            text += ClassWords.shown("several are called '\(group[0].shownName)': \(names)") + "\n"
        }
        if isTrial { text += "Nothing was kept (--dry-run).\n" }
        return text
    }

    private func part(_ outcome: RosterImportCommand.Outcome) -> String {
        let (roster, taken) = (outcome.roster, outcome.taken)
        var text = "\(ClassWords.shown(outcome.file)): \(CountedNoun.text(roster.rows.count, "learner"))"
        text += " by the column '\(ClassWords.shown(roster.learnerColumn))'\(Self.origin(roster.form))\n"
        text += "  \(taken.added.count) new, \(taken.changed.count) changed, \(taken.unchanged) as before\n"
        for change in taken.changed.prefix(ClassWords.longestList) {
            text += change.changes.map { Self.row(change.enrolment.learner, Self.words(for: $0)) }.joined()
        }
        if taken.changed.count > ClassWords.longestList {
            text += "    and \(taken.changed.count - ClassWords.longestList) more\n"
        }
        if outcomes.count == 1 { text += absent("  enrolled, and not on this roster") }
        return text + roster.leftovers.prefix(ClassWords.longestList).map(Self.words).joined()
    }

    /// Who is on none of the rosters, and what came of that.
    private func absent(_ words: String) -> String {
        if imports.absent.isEmpty { return "" }
        let outcome =
            imports.left.isEmpty
            ? "they stay (--complete: they have left)" : isTrial ? "they would have left" : "they have left now"
        return "\(words): \(imports.absent.count); \(outcome)\n"
            + ClassWords.rows(imports.absent.map { Self.name($0.learner, $0.fullName) })
    }

    private var strangers: String {
        let strangers = members.strangers
        var text = "known by results or decisions, and on no roster: \(strangers.count)\n"
        for stranger in strangers.prefix(ClassWords.longestList) {
            let meant = members.suggestion(for: stranger.learner).map { "perhaps \(name($0))" } ?? ""
            text += Self.row(stranger.learner, meant)
        }
        if strangers.count > ClassWords.longestList {
            text += "    and \(strangers.count - ClassWords.longestList) more\n"
        }
        return text
            + "  A table with the columns learner and also says who they are; or another\n"
            + "  column of the roster has their names: --column learner=NAME.\n"
    }

    private static func origin(_ form: RosterForm) -> String {
        switch form {
        case .canvas: ", as Canvas exports it"
        case .moodle: ", as Moodle exports it"
        case .plain: ""
        }
    }

    private func name(_ member: ClassMember) -> String { Self.name(member.learner, member.enrolment?.fullName) }

    private static func name(_ learner: String, _ fullName: String?) -> String {
        fullName.map { $0 == learner ? learner : "\(learner) (\($0))" } ?? learner
    }

    /// A name and what is said of it, in rows of 80 columns.
    private static func row(_ name: String, _ words: String) -> String {
        let name = ClassWords.shown(name)
        if words.isEmpty { return "    \(name)\n" }
        let text = "\(name): \(ClassWords.shown(words))"
        let rows = TextLayout.wrap(text, to: 74, mark: "…")
        return rows.enumerated().map { ($0 == 0 ? "    " : "      ") + $1 + "\n" }.joined()
    }

    private static func words(for change: RosterImport.Change) -> String {
        func quoted(_ text: String?) -> String { text.map { "'\($0)'" } ?? "none" }
        switch change {
        case .section(let from, let to): return "section \(quoted(from)) is \(quoted(to)) now"
        case .fullName(let from, let to): return "name \(quoted(from)) is \(quoted(to)) now"
        case .email(let from, let to): return "address \(quoted(from)) is \(quoted(to)) now"
        case .id(let system, nil, let to): return "\(ErrorText.words(for: system)) '\(to)'"
        case .id(let system, let from?, let to):
            return "\(ErrorText.words(for: system)) '\(from)' is '\(to)' now"
        case .otherName(let name): return "is called '\(name)' as well; both names are one learner"
        case .returned: return "is back in the class"
        }
    }

    private static func words(for leftover: Roster.Leftover) -> String {
        switch leftover {
        case .testStudent(let place): "  line \(place.line): Canvas's test student was left out\n"
        case .repeated(let learner, let place, let line):
            "  line \(place.line): \(ClassWords.shown(learner)) stands on line \(line) already, in the same way\n"
        }
    }

    // MARK: - JSON

    var json: String {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", 1)
        json.member("kept", !isTrial)
        json.member("left", imports.left.map(\.learner))
        json.key("files")
        json.beginArray()
        for outcome in outcomes { Self.write(outcome, &json) }
        json.endArray()
        json.list("strangers", members.strangers) { stranger, json in
            json.member("learner", stranger.learner)
            json.member("perhaps", optional: members.suggestion(for: stranger.learner)?.learner)
        }
        json.key("namesakes")
        json.beginArray()
        for group in members.namesakes {
            json.beginArray()
            for member in group { json.string(member.learner) }
            json.endArray()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func write(_ outcome: RosterImportCommand.Outcome, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("file", outcome.file)
        json.member("form", outcome.roster.form.rawValue)
        json.member("learnerColumn", outcome.roster.learnerColumn)
        json.member("learners", outcome.roster.rows.count)
        json.member("added", outcome.taken.added.map(\.learner))
        json.list("changed", outcome.taken.changed) { change, json in
            json.member("learner", change.enrolment.learner)
            json.member("changes", change.changes.map(words))
        }
        json.member("unchanged", outcome.taken.unchanged)
        json.member("absent", outcome.taken.absent.map(\.learner))
        json.endObject()
    }
}
