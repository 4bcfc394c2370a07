// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup

/// Numbers, moments and lengths of time as people read them.
struct ReportWords {
    /// Minutes by which the clock of the class is ahead of UTC.
    let offset: Int
    private let report: ClassReport
    private let exercises: [String: ExerciseReport]

    init(_ report: ClassReport) {
        self.report = report
        offset = report.offset
        exercises = Dictionary(report.exercises.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What the class is called.
    var className: String { report.title.isEmpty ? report.course ?? "Class report" : report.title }

    /// What the report is called: by the class, and by the part of it that it tells of.
    var title: String {
        switch report.scope {
        case .everyone: className
        case .section(let section): "\(className): section \(section)"
        case .learner(let learner): "\(className): \(learner)"
        case .exercise(let id): "\(className): \(exercise(id))"
        case .lesson(let id): "\(className): lesson \(lesson(id))"
        }
    }

    /// A lesson by its number and title, or by its name where the report tells nothing of it.
    func lesson(_ id: String) -> String {
        report.lessons.first { $0.lesson.id == id }.map { Self.lesson($0.lesson) } ?? id
    }

    /// An exercise by its number and title.
    func exercise(_ id: String) -> String {
        guard let exercise = exercises[id] else { return id }
        return Self.title(of: exercise)
    }

    /// An exercise by its number, or by its name where it has none.
    func number(_ id: String) -> String { exercises[id]?.number ?? id }

    /// An exercise by its number and title.
    static func title(of exercise: ExerciseReport) -> String {
        if let number = exercise.number { return "\(number) \(exercise.title)" }
        // Without a number a title may be that of several exercises.
        return exercise.title == exercise.id ? exercise.id : "\(exercise.title) (\(exercise.id))"
    }

    /// A lesson by its number and title.
    static func lesson(_ lesson: LessonReference) -> String { "\(lesson.number) \(lesson.title)" }

    /// A moment to the minute, on the clock of the class.
    func minute(_ moment: Timestamp) -> String {
        moment.minuteText(offset: offset).split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// A cell with a moment, or with a dash.
    func cell(_ moment: Timestamp?, missing: String) -> ReportCell {
        guard let moment else { return .missing(missing) }
        return ReportCell(html: .element("time", minute(moment)), key: Int(moment.milliseconds))
    }

    /// A length of time in its two largest units.
    static func duration(_ milliseconds: Int) -> String {
        let minutes = (milliseconds + 30_000) / 60_000
        if minutes == 0 { return "\(max((milliseconds + 500) / 1_000, 0)) s" }
        let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60)
        if days > 0 { return hours > 0 ? "\(days) d \(hours) h" : "\(days) d" }
        if hours > 0 { return rest > 0 ? "\(hours) h \(rest) min" : "\(hours) h" }
        return "\(rest) min"
    }

    /// A cell with a length of time, or with a dash.
    static func cell(duration: Int?) -> ReportCell {
        guard let duration else { return .missing("not known") }
        return ReportCell(html: HTML(text: Self.duration(duration)), key: duration)
    }

    /// A cell with a number, or with a dash.
    static func cell(count: Int?) -> ReportCell { count.map(ReportCell.count) ?? .missing("not known") }

    /// A cell with a share in thousandths, or with a dash.
    static func cell(share: Int?) -> ReportCell { share.map(ReportCell.share) ?? .missing("not known") }

    /// A cell with a coefficient in thousandths, with two decimals, or with a dash.
    static func cell(coefficient: Int?) -> ReportCell {
        guard let coefficient else { return .missing("too few learners") }
        let hundredths = (Int(coefficient.magnitude) + 5) / 10
        let digits = "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
        return ReportCell(html: HTML(text: (coefficient < 0 && hundredths > 0 ? "−" : "") + digits), key: coefficient)
    }
}
