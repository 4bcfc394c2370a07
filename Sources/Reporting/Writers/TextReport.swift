// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import Results

/// A report on one screen: what happened, why, what to do next.
///
/// Of lists it has the beginnings and says how many more there are; the other formats have everything.
struct TextReport {
    private static let longestList = 4

    private let report: ClassReport
    private let style: TerminalStyle
    private let words: ReportWords
    /// How many exercises are listed; where a part of the class is asked for, there is room for more.
    private let mostExercises: Int

    init(_ report: ClassReport, _ style: TerminalStyle) {
        self.report = report
        self.style = style
        words = ReportWords(report)
        let isNarrow = if case .everyone = report.scope { false } else { true }
        mostExercises = isNarrow ? 40 : Self.longestList
    }

    /// The rows, each at most as wide as the screen.
    var text: String {
        var sections = [[headline]]
        if report.totals.attempts == 0 {
            sections += [[StyledText(" \(nothing)")]]
        } else {
            sections += [overview, beliefs, exercises, checks, work, alike]
        }
        sections += [remarks, next]
        let rows = sections.filter { !$0.isEmpty }.joined(separator: [StyledText()])
        return rows.map { style.rendered($0.cut(to: style.columns, mark: style.mark)) + "\n" }.joined()
    }

    // MARK: - What happened

    private var headline: StyledText {
        var title = words.className
        switch report.scope {
        case .everyone: break
        case .section(let name): title += ", section \(name)"
        case .learner(let name): title = "\(name) \(dot) \(title)"
        case .exercise(let id): title = words.exercise(id)
        case .lesson(let id): title = "Lesson \(words.lesson(id))"
        }
        var right = StyledText()
        if let period = report.period {
            let (first, last) = (day(period.lowerBound), day(period.upperBound))
            right.append(first == last ? first : "\(first) \(style.glyph("–", "to")) \(last)", .faint)
        }
        let learners = CountedNoun.text(report.totals.learners, "learner")
        let isOne = report.totals.exercises == 1 && exerciseIsScope
        let exercises = isOne ? "" : " \(dot) \(CountedNoun.text(report.totals.exercises, "exercise"))"
        let counts = (report.totals.learners == 1 ? "" : " \(dot) \(learners)") + exercises
        let room = style.columns - right.columns - 3 - counts.count
        let name = StyledText(style.prose(title), .bold).cut(to: max(room, 12), mark: style.mark)
        let left = StyledText(" ") + name + StyledText(counts)
        return report.period == nil ? left : left.padded(to: style.columns - 1 - right.columns) + right
    }

    private var nothing: String {
        report.totals.learners == 0
            ? "Nobody is in it yet: no learner is known, and there is no attempt."
            : "Nothing was handed in yet."
    }

    private var overview: [StyledText] {
        let totals = report.totals
        var passed = fact("Passed", percent(totals.passed, of: pairs))
        passed.append("\(totals.passed) of \(pairs) \(dot) \(CountedNoun.text(totals.attempts, "attempt"))")
        if let duration = totals.duration { passed.append(" \(dot) \(ReportWords.duration(duration)) of work") }
        return [passed] + change + notStarted + stuck
    }

    /// All that could be passed: what does not count for somebody is left out.
    private var pairs: Int {
        report.learners.reduce(0) { $0 + $1.standings.count { $0.state != .excused } }
    }

    private var change: [StyledText] {
        guard report.weeks.count > 1, let last = report.weeks.last else { return [] }
        let before = report.weeks[report.weeks.count - 2]
        var row = fact("Last week", "")
        row.append("\(last.newPasses) newly passed (before: \(before.newPasses))")
        row.append(" \(dot) \(last.learners) active (\(before.learners))")
        return [row]
    }

    private var notStarted: [StyledText] {
        let idle = report.learners.filter { $0.tried == 0 }
        if idle.isEmpty || report.totals.learners == 1 { return [] }
        return [listed(fact("Not started", "\(idle.count)"), idle.map(\.name))]
    }

    private var stuck: [StyledText] {
        let people = Set(report.stuck.flatMap { $0.learners.map(\.name) }).count
        if people == 0 { return [] }
        let shown = report.stuck.prefix(Self.longestList)
        var rows: [StyledText] = []
        for (index, group) in shown.enumerated() {
            var row = index == 0 ? fact("Stuck", "\(people)") : fact("", "")
            row.append("\(group.learners.count)", .bold)
            row.append(group.check.map { " on \"\(style.prose($0))\"" } ?? "")
            row.append(report.exercises.count > 1 ? " in \(short(group.exercise))" : "")
            let effort = "\(group.learners.map(\.attempts).min() ?? 0)+ attempts"
            let hasNames = report.stuck.count <= 2 || index == 0
            rows.append(hasNames ? row : row + StyledText(": \(effort)"))
            if hasNames {
                let start = fact("", "") + StyledText("  \(effort)\(hints(of: group)): ")
                rows.append(listed(start, group.learners.map(\.name)))
            }
        }
        if report.stuck.count > shown.count {
            let rest = report.stuck.dropFirst(shown.count).reduce(0) { $0 + $1.learners.count }
            rows.append(
                fact("", "")
                    + StyledText("and \(rest) times at \(report.stuck.count - shown.count) more checks", .faint))
        }
        return rows
    }

    private func hints(of group: StuckGroup) -> String {
        let known = group.learners.compactMap(\.hints)
        if known.isEmpty { return "" }
        let without = known.count { $0 == 0 }
        if without == known.count { return ", no hint" }
        return without == 0 ? ", with hints" : ", \(without) without a hint"
    }

    // MARK: - Why

    private var beliefs: [StyledText] {
        if report.misconceptions.isEmpty { return [] }
        let isOne = report.totals.learners == 1
        var rows = [
            table(
                [
                    ("What \(isOne ? "shows" : "the class believes")", 42, false),
                    (isOne ? "times" : "learners", 10, true),
                    (isOne ? "" : "still", 7, true), ("   treat with", 0, false),
                ], .bold)
        ]
        for belief in report.misconceptions.prefix(Self.longestList) {
            let treat = belief.lesson.map { "lesson \($0.number)" } ?? style.glyph("–", "-")
            let count = isOne ? belief.attempts : belief.holders.count
            rows.append(
                table([
                    ("  \(belief.name)", 42, false), ("\(count)", 10, true),
                    (isOne ? "" : "\(belief.openCount)", 7, true), ("   \(treat)", 0, false),
                ]))
        }
        return rows + more(report.misconceptions.count - Self.longestList)
    }

    private var exercises: [StyledText] {
        if report.totals.learners == 1 || report.exercises.count < 2 && !report.exercises.contains(where: hasNoChecks) {
            return []
        }
        let tried = report.exercises.filter { $0.tried > 0 }
        let hard = tried.sorted { ($0.difficulty ?? 1_001, $0.id) < ($1.difficulty ?? 1_001, $1.id) }
        let shown = mostExercises > Self.longestList ? tried : Array(hard.prefix(mostExercises))
        let title = shown.count == tried.count ? "Exercises" : "Hardest exercises"
        var rows = [
            table(
                [
                    (title, 31, false), ("1st try", 8, true), ("passed", 9, true), ("tells", 7, true),
                    ("  common wrong answer", 0, false),
                ], .bold)
        ]
        for exercise in shown.prefix(mostExercises) {
            let wrong = exercise.wrongAnswers.first
            rows.append(
                table([
                    ("  \(ReportWords.title(of: exercise))", 31, false), (share(exercise.difficulty), 8, true),
                    ("\(exercise.passed)/\(exercise.tried)", 9, true), (coefficient(exercise.discrimination), 7, true),
                    (wrong.map { "  \($0.learners)\(style.glyph("×", "x")) \(oneLine($0.text))" } ?? "", 0, false),
                ]))
        }
        return rows + more(tried.count - min(shown.count, mostExercises))
    }

    private func hasNoChecks(_ exercise: ExerciseReport) -> Bool { exercise.checks.isEmpty && exercise.tried > 0 }

    /// The checks of one exercise; of several those that all pass or nobody.
    private var checks: [StyledText] {
        if report.exercises.count == 1 || exerciseIsScope {
            let all = report.exercises.flatMap(\.checks)
            if all.isEmpty || report.totals.learners == 1 { return [] }
            var rows = [
                table(
                    [
                        ("Checks", 30, false), ("1st try", 8, true), ("ever", 8, true), ("open", 6, true),
                        ("tells", 7, true), ("  it says", 0, false),
                    ], .bold)
            ]
            for check in all {
                rows.append(
                    table([
                        ("  \(check.name)", 30, false), (share(check.difficulty), 8, true),
                        ("\(check.passed)/\(check.learners)", 8, true), ("\(check.open)", 6, true),
                        (coefficient(check.discrimination), 7, true),
                        (check.commonFailure.map { "  \(oneLine($0.text))" } ?? "", 0, false),
                    ]))
            }
            return rows
        }
        var rows: [StyledText] = []
        for remark in [CheckReport.Remark.nobodyPasses, .everyonePasses] {
            let found = report.exercises.flatMap { exercise in
                exercise.checks.filter { $0.remark == remark }.map { (exercise: exercise, check: $0) }
            }
            if found.isEmpty { continue }
            let label = remark == .nobodyPasses ? "None passes" : "All pass"
            var row = fact(label, "\(found.count)")
            row.append(found.map { "\(short($0.exercise.id)) \"\($0.check.name)\"" }.joined(separator: ", "))
            rows.append(row)
        }
        return rows
    }

    private var exerciseIsScope: Bool { if case .exercise = report.scope { true } else { false } }

    /// What one learner has done.
    private var work: [StyledText] {
        guard report.totals.learners == 1, let learner = report.learners.first else { return [] }
        var rows = [
            table(
                [
                    ("Exercise", 30, false), ("state", 9, false), ("attempts", 9, true), ("points", 12, true),
                    ("  last", 0, false),
                ], .bold)
        ]
        for (exercise, standing) in zip(report.exercises, learner.standings) where standing != Standing() {
            let points = standing.points.map {
                "\($0.decimal)/\((standing.possible ?? exercise.possible)?.decimal ?? "?")"
            }
            let late = standing.isLate ? " late" : ""
            rows.append(
                table([
                    ("  \(ReportWords.title(of: exercise))", 30, false), (standing.state.rawValue, 9, false),
                    ("\(standing.attempts)", 9, true), (points ?? "", 12, true),
                    ("  \(standing.last.map(words.minute) ?? "")\(late)", 0, false),
                ]))
        }
        let open = learner.standings.count { $0 == Standing() }
        if open > 0 { rows.append(StyledText("   \(CountedNoun.text(open, "exercise")) not tried", .faint)) }
        return rows
    }

    private var alike: [StyledText] {
        if report.similarities.isEmpty { return [] }
        let hint = report.similarities[0]
        let names = hint.learners.prefix(2).map { style.shown($0) }.joined(separator: " + ")
        var row = fact("Alike", "\(report.similarities.count)")
        row.append("as \(names)\(report.exercises.count > 1 ? " in \(short(hint.exercise))" : "")")
        row.append(" (a hint to look, no verdict)")
        return [row]
    }

    /// The first remark of each kind, and how many more there are like it.
    private var remarks: [StyledText] {
        let groups = report.remarks.reduce(into: [(first: ReportRemark, count: Int)]()) { groups, remark in
            if let known = groups.firstIndex(where: { $0.first.kind == remark.kind }) {
                groups[known].count += 1
            } else {
                groups.append((remark, 1))
            }
        }
        return groups.flatMap { first, count -> [StyledText] in
            let others = count == 1 ? "" : " (and \(count - 1) more like it)"
            let text = RemarkText.sentence(for: first, words) + others
            let sentence = StyledParagraph(StyledText(style.prose(text)))
            return sentence.rows(columns: style.columns - 4).enumerated().map { index, row in
                StyledText(index == 0 ? " ! " : "   ") + row
            }
        }
    }

    // MARK: - What to do next

    private var next: [StyledText] {
        if report.totals.attempts == 0 { return [] }
        let belief = report.misconceptions.filter { $0.lesson != nil }.max { $0.openCount < $1.openCount }
        let group = report.stuck.first
        var step: String?
        if let belief, let lesson = belief.lesson, belief.openCount > 1,
            belief.openCount >= group?.learners.count ?? 0
        {
            step = "Go through lesson \(lesson.number) again with \(belief.openCount) of them"
        } else if let group {
            step = "Talk about \(short(group.exercise)) with \(CountedNoun.text(group.learners.count, "learner"))"
        }
        let charts = "charts: --format html=report.html"
        return [StyledText(" " + (step.map { "\($0) \(dot) \(charts)" } ?? charts), .faint)]
    }

    // MARK: - Parts

    private var dot: String { style.glyph("·", "-") }

    private func day(_ moment: Timestamp) -> String { moment.day(offset: report.offset).text }

    /// A name in the first column, and a figure behind it.
    private func fact(_ name: String, _ figure: String) -> StyledText {
        let label = StyledText(" \(name)").padded(to: 13) + StyledText(figure, .bold).aligned(right: 5)
        return label + StyledText("  ")
    }

    /// As many names as fit on the row, and how many more there are.
    private func listed(_ row: StyledText, _ names: [String]) -> StyledText {
        var row = row
        for (index, name) in names.enumerated() {
            let rest = names.count - index
            let text = (index == 0 ? "" : ", ") + style.shown(name)
            let after = rest > 1 ? 14 : 0
            if index > 0, row.columns + StyledText(text).columns + after > style.columns {
                row.append(" and \(rest) more")
                return row
            }
            row.append(text)
        }
        return row
    }

    /// Cells below those of other rows; empty ones at the end take no room, as no row ends in spaces.
    private func table(_ cells: [(text: String, width: Int, isRight: Bool)], _ look: TextStyle = .plain) -> StyledText {
        var row = StyledText(" ", look)
        let last = cells.lastIndex { !$0.text.allSatisfy(\.isWhitespace) } ?? 0
        for (index, cell) in cells[...last].enumerated() {
            let text = StyledText(style.prose(cell.text), look)
            if cell.width == 0 || index == last && !cell.isRight && text.columns < cell.width {
                row.append(text)
            } else {
                let cut = text.cut(to: cell.isRight ? cell.width : cell.width - 1, mark: style.mark)
                row.append(cell.isRight ? cut.aligned(right: cell.width) : cut.padded(to: cell.width))
            }
        }
        return row
    }

    private func more(_ count: Int) -> [StyledText] {
        count > 0 ? [StyledText("   and \(count) more", .faint)] : []
    }

    private func short(_ exercise: String) -> String {
        report.exercises.first { $0.id == exercise }.flatMap(\.number) ?? style.prose(words.exercise(exercise))
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " / ")
    }

    private func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? style.glyph("–", "-") : share(Points(thousandths: part).share(of: Points(thousandths: whole)))
    }

    private func share(_ share: Int?) -> String {
        guard let share else { return style.glyph("–", "-") }
        return "\((share + 5) / 10) %"
    }

    private func coefficient(_ value: Int?) -> String {
        guard let value else { return style.glyph("–", "-") }
        let hundredths = (Int(value.magnitude) + 5) / 10
        return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}
