// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Results
internal import YAMLFields

/// Puts a report together from what was added up.
struct ReportAssembly {
    let builder: ReportBuilder
    let names: SourceNames
    let register: ClassRegister
    /// The exercises of the report in their order: the number in the source, nil where nobody has tried it, and the id.
    let columns: [(number: Int?, id: String)]

    var request: ClassReportRequest { builder.request }

    init(_ builder: ReportBuilder, names: SourceNames, register: ClassRegister) {
        self.builder = builder
        self.names = names
        self.register = register
        columns = Self.columns(builder, names)
    }

    /// Those that somebody has tried, and those that the class file or the scope names; in the order of the course.
    private static func columns(_ builder: ReportBuilder, _ names: SourceNames) -> [(number: Int?, id: String)] {
        let request = builder.request
        let course = request.course?.exercises.map(\.id) ?? []
        var wanted = Set(request.policy.exercises.map { ByteName($0.id) })
        switch request.scope {
        case .exercise(let id): wanted = [ByteName(id)]
        case .lesson(let lesson):
            wanted = Set(request.course?.exercises.filter { $0.lesson == lesson }.map { ByteName($0.id) } ?? [])
        default: break
        }
        var numbers: [ByteName: Int] = [:]
        for number in builder.exercises.keys { numbers[ByteName(names.exercises[number])] = number }
        wanted.formUnion(numbers.keys)
        let known = course.map { ByteName($0) }.filter { wanted.contains($0) }
        let others = wanted.subtracting(known).sorted()
        return (known + others).map { (numbers[$0], $0.text) }
    }

    // MARK: - Checks

    /// Throws where nobody and nothing has the name that the scope says.
    func check(_ everybody: [String]) throws(ReportError) {
        switch request.scope {
        case .everyone: return
        case .section(let name): try check(name, among: register.sectionNames)
        case .learner(let name): try check(name, among: everybody)
        case .exercise(let id):
            try check(id, among: names.exercises.names + (request.course?.exercises.map(\.id) ?? []))
        case .lesson(let id): try check(id, among: request.course?.lessons.map(\.id) ?? [])
        }
    }

    private func check(_ name: String, among known: [String]) throws(ReportError) {
        if known.contains(where: { ByteName($0) == ByteName(name) }) { return }
        throw .unknown(request.scope, nearest: NearestName.nearest(to: name, among: known))
    }

    // MARK: - The report

    /// The report without its remarks; `text` gives the words of a message or an answer.
    func report(_ text: (Int) throws(ReportError) -> String) throws(ReportError) -> ClassReport {
        var report = ClassReport()
        report.title = request.policy.title
        report.course = request.course?.title
        report.scope = request.scope
        if case .learner(let name) = request.scope { report.scope = .learner(builder.shown.shown(name)) }
        report.isAnonymous = request.isAnonymous
        report.offset = request.policy.offset
        report.stuckLimit = request.stuckLimit
        report.period = builder.calendar.period
        report.days = builder.calendar.dayReports
        report.weeks = builder.calendar.weekReports
        let order = builder.entries.indices.sorted {
            ByteName(builder.entries[$0].name) < ByteName(builder.entries[$1].name)
        }
        let rows = order.map { index in
            columns.map { builder.entries[index].standings[$0.number ?? -1] ?? idle(index, $0.id) }
        }
        let worths = columns.indices.map { column in worth(column, rows) }
        report.misconceptions = misconceptions()
        var beliefs: [String: [String]] = [:]
        for belief in report.misconceptions {
            for holder in belief.holders { beliefs[holder.name, default: []].append(belief.id) }
        }
        report.learners = zip(order, rows).map { index, standings in
            learner(builder.entries[index], standings, worths, beliefs[builder.entries[index].name] ?? [])
        }
        let analysis = ItemAnalysis(rows: rows)
        for column in columns.indices {
            report.exercises.append(try exercise(column, rows.map { $0[column] }, analysis, worths[column], text))
        }
        report.stuck = stuckGroups()
        report.lessons = lessons(report)
        report.similarities = similarities()
        report.scoreBands = Self.bands(report.learners)
        report.totals = totals(report)
        return report
    }

    // Who has done nothing may have been excused, or have points that somebody has set.
    private func idle(_ entry: Int, _ exercise: String) -> Standing {
        guard let decided = builder.decision(about: entry, exercise: exercise) else { return Standing() }
        var standing = Standing()
        standing.isDecided = true
        switch decided.decision {
        case .excused: standing.state = .excused
        case .points(let points): standing.points = points
        }
        return standing
    }

    private func worth(_ column: Int, _ rows: [[Standing]]) -> Points? {
        request.policy.exercise(columns[column].id).points ?? rows.compactMap { $0[column].possible }.max()
    }

    // MARK: - Learners

    private func learner(
        _ entry: ReportBuilder.Entry, _ standings: [Standing], _ worths: [Points?], _ beliefs: [String]
    ) -> LearnerReport {
        var report = LearnerReport(name: entry.name)
        if !request.isAnonymous { report.fullName = register.fullNames[entry.id] }
        report.sections = entry.sections
        report.standings = standings
        report.misconceptions = beliefs
        for (standing, worth) in zip(standings, worths) {
            report.attempts += standing.attempts
            report.tried += standing.attempts > 0 ? 1 : 0
            report.passed += standing.state == .passed ? 1 : 0
            report.stuck += standing.state == .stuck ? 1 : 0
            if let duration = standing.duration { report.duration = (report.duration ?? 0) + duration }
            if let hints = standing.hints { report.hints = (report.hints ?? 0) + hints }
            if let first = standing.first { report.first = min(report.first ?? first, first) }
            if let last = standing.last { report.last = max(report.last ?? last, last) }
            if standing.state == .excused { continue }
            report.earned += standing.points ?? .zero
            report.possible += standing.possible ?? worth ?? .zero
        }
        return report
    }

    /// How many learners have which share of the points, in ten bands; who can earn nothing is in none.
    private static func bands(_ learners: [LearnerReport]) -> [Int] {
        var bands = [Int](repeating: 0, count: 10)
        for share in learners.compactMap(\.share) { bands[min(max(share / 100, 0), 9)] += 1 }
        return bands
    }

    private func totals(_ report: ClassReport) -> ClassReport.Totals {
        var totals = ClassReport.Totals()
        totals.learners = report.learners.count
        totals.activeLearners = report.learners.count { $0.tried > 0 }
        totals.exercises = report.exercises.count
        for learner in report.learners {
            totals.attempts += learner.attempts
            totals.tried += learner.tried
            totals.passed += learner.passed
            if let duration = learner.duration { totals.duration = (totals.duration ?? 0) + duration }
            if let hints = learner.hints { totals.hints = (totals.hints ?? 0) + hints }
        }
        return totals
    }

    // MARK: - Findings

    private func stuckGroups() -> [StuckGroup] {
        struct Key: Hashable {
            var exercise: Int
            var check: Int?
        }
        let groups = Dictionary(grouping: builder.stuck) { Key(exercise: $0.exercise, check: $0.check) }
        let made = groups.map { key, members in
            StuckGroup(
                exercise: names.exercises[key.exercise], check: key.check.map { names.checks[$0].name },
                learners: members.map(\.learner).sorted { first, second in
                    first.attempts == second.attempts
                        ? ByteName(first.name) < ByteName(second.name) : first.attempts > second.attempts
                })
        }
        let places = Dictionary(columns.enumerated().map { (ByteName($1.id), $0) }) { first, _ in first }
        return made.sorted { first, second in
            if first.learners.count != second.learners.count { return first.learners.count > second.learners.count }
            let (one, other) = (places[ByteName(first.exercise)] ?? 0, places[ByteName(second.exercise)] ?? 0)
            return one == other ? ByteName(first.check ?? "") < ByteName(second.check ?? "") : one < other
        }
    }

    private func misconceptions() -> [MisconceptionReport] {
        let made = builder.misconceptions.holders.map { number, holders in
            let id = names.misconceptions[number]
            let known = request.course?.misconceptions[id]
            let places = (builder.misconceptions.places[number] ?? [:]).sorted { first, second in
                first.value == second.value ? ByteName(first.key) < ByteName(second.key) : first.value > second.value
            }
            return MisconceptionReport(
                id: id, name: known?.name ?? id, lesson: known?.lesson.flatMap { request.course?.lesson($0) },
                holders: holders.map(\.holder).sorted(by: Self.isBefore),
                attempts: holders.reduce(0) { $0 + $1.holder.attempts }, exercises: places.map(\.key))
        }
        return made.sorted { first, second in
            if first.holders.count != second.holders.count { return first.holders.count > second.holders.count }
            return first.attempts == second.attempts
                ? ByteName(first.id) < ByteName(second.id) : first.attempts > second.attempts
        }
    }

    private static func isBefore(_ first: MisconceptionHolder, _ second: MisconceptionHolder) -> Bool {
        if first.isOpen != second.isOpen { return first.isOpen }
        return first.attempts == second.attempts
            ? ByteName(first.name) < ByteName(second.name) : first.attempts > second.attempts
    }

    private func lessons(_ report: ClassReport) -> [LessonReport] {
        let order = request.course?.lessons ?? []
        let unknown = Set(builder.lessons.keys).subtracting(order.map(\.id)).sorted()
        let all = order + unknown.map { LessonReference(id: $0, number: "", title: $0) }
        return all.compactMap { lesson in
            let exercises = report.exercises.filter { $0.lesson?.id == lesson.id }
            let tally = builder.lessons[lesson.id]
            if tally == nil, exercises.isEmpty { return nil }
            var made = LessonReport(lesson: lesson)
            if builder.hasLessonPositions { (made.begun, made.finished) = (tally?.begun ?? 0, tally?.finished ?? 0) }
            made.answered = tally?.answered ?? 0
            made.attempts = tally?.attempts ?? 0
            made.passes = tally?.passes ?? 0
            made.tried = exercises.reduce(0) { $0 + $1.tried }
            made.passed = exercises.reduce(0) { $0 + $1.passed }
            return made
        }
    }

    private func similarities() -> [SimilarityHint] {
        columns.flatMap { column -> [SimilarityHint] in
            guard let comparison = builder.comparisons[column.number ?? -1] else { return [] }
            let starter = request.course?.exercises.first { $0.id == column.id }?.starter
            return comparison.hints(exercise: column.id, starter: starter)
        }
    }
}
