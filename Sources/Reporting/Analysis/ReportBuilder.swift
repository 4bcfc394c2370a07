// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Results
internal import SQLStorage

/// Makes a report of the attempts of learners who come one after the other.
///
/// What is kept of an attempt is what it adds to sums; of each learner and exercise it is where the learner stands.
struct ReportBuilder {
    /// A learner of whom the report tells.
    struct Entry {
        /// The name that is shown.
        var name: String
        /// The name by which everything else knows them.
        var id: ByteName
        var sections: [String]
        var standings: [Int: Standing] = [:]
        var hasAttempts = false
    }

    /// Somebody who is stuck.
    struct Stuck {
        var exercise: Int
        var check: Int?
        var learner: StuckLearner
    }

    let request: ClassReportRequest
    let shown: ShownNames
    private let overrides: [DecisionKey: ClassPolicy.Override]
    private let sections: [ByteName: [String]]
    private(set) var entries: [Entry] = []
    private(set) var exercises: [Int: ExerciseTally] = [:]
    private(set) var calendar: CalendarTally
    private(set) var misconceptions = MisconceptionTally()
    private(set) var lessons: [String: LessonTally] = [:]
    private(set) var comparisons: [Int: SubmissionComparison] = [:]
    private(set) var stuck: [Stuck] = []
    private(set) var futureAttempts: [(learner: String, attempts: Int)] = []
    private(set) var hasLessonPositions = false
    private var included: [Int: Bool] = [:]
    private let kinds: [String: String]

    /// Whom and what a decision is about.
    struct DecisionKey: Hashable {
        var learner: ByteName
        var exercise: ByteName
    }

    init(
        _ request: ClassReportRequest, shown: ShownNames, sections: [ByteName: [String]],
        overrides: [DecisionKey: ClassPolicy.Override]
    ) {
        self.request = request
        self.shown = shown
        self.sections = sections
        self.overrides = overrides
        let exercises = request.course?.exercises ?? []
        kinds = Dictionary(exercises.map { ($0.id, $0.kind) }) { first, _ in first }
        calendar = CalendarTally(offset: request.policy.offset)
    }

    /// What somebody decided about a learner of the report and an exercise.
    func decision(about entry: Int, exercise: String) -> ClassPolicy.Override? {
        let id = entries[entry].id
        let own = request.policy.overrides.first { ByteName($0.learner) == id && $0.exercise == exercise }
        return own ?? overrides[DecisionKey(learner: id, exercise: ByteName(exercise))]
    }

    func sections(of learner: String) -> [String] { sections[ByteName(learner)] ?? [] }

    /// Adds a learner; `names` are those of the source, `recordedUntil` the moment after which nothing was recorded.
    mutating func add(_ learner: SourceLearner, _ names: SourceNames, recordedUntil: Int64?) {
        let own = sections(of: learner.name)
        if !request.includes(learner: learner.name, sections: own) { return }
        let number = entries.count
        let name = shown.shown(learner.name)
        var entry = Entry(name: name, id: ByteName(learner.name), sections: own)
        let attempts = learner.attempts.filter { includes($0.exercise, names) }
        let questions = learner.questions.filter {
            request.includes(questionOf: Self.lesson(ofQuestion: names.questions[$0.exercise]))
        }
        // A day of grace: clocks are in other zones than people think.
        let future = recordedUntil.map { end in attempts.count { $0.moment ?? 0 > end + 86_400_000 } } ?? 0
        if future > 0 { futureAttempts.append((name, future)) }
        for (exercise, group) in Self.grouped(attempts) {
            let id = names.exercises[exercise]
            let key = DecisionKey(learner: ByteName(learner.name), exercise: ByteName(id))
            let taken = ExerciseAttempts(
                group, learner: learner.name, id: id, request.policy, override: overrides[key])
            add(taken, number, &entry, names)
        }
        entry.hasAttempts = !attempts.isEmpty
        for question in questions {
            calendar.add(question, learner: number, isExercise: false)
            if let lesson = Self.lesson(ofQuestion: names.questions[question.exercise]) {
                lessons[lesson, default: LessonTally()].add(question, learner: number)
            }
        }
        for (lesson, isFinished) in learner.lessons where request.includes(questionOf: lesson) {
            hasLessonPositions = true
            lessons[lesson, default: LessonTally()].begun += 1
            lessons[lesson, default: LessonTally()].finished += isFinished ? 1 : 0
        }
        misconceptions.add(attempts, questions: questions, learner: number, name: name) { attempt, isQuestion in
            if !isQuestion { return names.exercises[attempt.exercise] }
            return Self.lesson(ofQuestion: names.questions[attempt.exercise]) ?? "puzzles"
        }
        entries.append(entry)
    }

    // Names are looked up once, not for each attempt.
    private mutating func includes(_ exercise: Int, _ names: SourceNames) -> Bool {
        if let known = included[exercise] { return known }
        let isIncluded = request.includes(exercise: names.exercises[exercise])
        included[exercise] = isIncluded
        return isIncluded
    }

    /// Adds somebody who has done nothing.
    mutating func add(idle learner: String) {
        let own = sections(of: learner)
        if !request.includes(learner: learner, sections: own) { return }
        entries.append(Entry(name: shown.shown(learner), id: ByteName(learner), sections: own))
    }

    private mutating func add(_ taken: ExerciseAttempts, _ number: Int, _ entry: inout Entry, _ names: SourceNames) {
        let standing = taken.standing(stuckLimit: request.stuckLimit)
        entry.standings[taken.exercise] = standing
        exercises[taken.exercise, default: ExerciseTally()].add(taken, learner: number) { names.checks[$0].isExtra }
        for attempt in taken.all { calendar.add(attempt, learner: number, isExercise: true) }
        calendar.note(standing)
        if standing.state == .stuck {
            let last = taken.counted.last
            let open = last?.checks.first { $0.ending != .passed && !names.checks[$0.check].isExtra }
            stuck.append(
                Stuck(
                    exercise: taken.exercise, check: open?.check,
                    learner: StuckLearner(
                        name: entry.name, attempts: standing.attempts, hints: standing.hints, last: standing.last)))
        }
        if let compared = taken.compared, isProgram(compared, names) {
            let program = compared.program ?? request.program(compared.path, compared.hash)
            let hash = compared.hash.isEmpty ? program.map { ChainHash.of(Array($0.utf8)).text } : compared.hash
            comparisons[taken.exercise, default: SubmissionComparison()].add(
                learner: entry.name, moment: compared.moment, hash: hash ?? "", program: program)
        }
    }

    /// Whether a submission is a program: right answers to other questions are all alike.
    private func isProgram(_ attempt: SourceAttempt, _ names: SourceNames) -> Bool {
        if let kind = kinds[names.exercises[attempt.exercise]] { return kind == "fix" || kind == "implement" }
        if attempt.program != nil { return true }
        return !attempt.checks.isEmpty
            && attempt.checks.map { names.checks[$0.check].name } != [CheckResult.answerName]
    }

    private static func grouped(_ attempts: [SourceAttempt]) -> [(exercise: Int, attempts: [SourceAttempt])] {
        Dictionary(grouping: attempts, by: \.exercise).sorted { $0.key < $1.key }
            .map { (exercise: $0.key, attempts: $0.value) }
    }

    /// The lesson that a question is in; nil for puzzles.
    static func lesson(ofQuestion name: String) -> String? {
        let prefix = "Lessons/"
        guard name.hasPrefix(prefix) else { return nil }
        return String(name.dropFirst(prefix.count).prefix { $0 != "\n" })
    }
}

/// What all learners made of one lesson.
struct LessonTally {
    var begun = 0
    var finished = 0
    private(set) var attempts = 0
    private(set) var passes = 0
    private var learners = LearnerCounter()

    /// How many learners have answered something.
    var answered: Int { learners.count }

    /// Adds an answer.
    mutating func add(_ question: SourceAttempt, learner: Int) {
        attempts += 1
        passes += question.hasPassed ? 1 : 0
        learners.add(learner)
    }
}
