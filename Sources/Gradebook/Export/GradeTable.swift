// SPDX-License-Identifier: MIT
public import Results
internal import SQLStorage

/// The scores of a class: a row for each learner, a column for each exercise.
///
/// Rows are made as they are asked for, so that one is in memory at a time.
public struct GradeTable {
    /// One exercise.
    public struct Column: Hashable, Sendable {
        /// The exercise, as `track/name`.
        public var exercise: String
        /// Its title, unlike that of any other column.
        public var title: String
        /// What it is worth; nil where nobody knows.
        public var possible: Points?
        /// When it is due, in milliseconds since 1970.
        public var due: Int64?
        /// The least and the most that its results are worth, where the class file does not say and they differ.
        public var versions: ClosedRange<Points>?
        /// What other systems call it.
        public var names: ExercisePolicy.ColumnNames
    }

    /// Whose scores and for what.
    public struct Options: Hashable, Sendable {
        /// The exercises that are wanted; none for all that the class file names or the gradebook knows.
        public var exercises: [String]
        /// Whether those are in it whom no roster names.
        public var hasStrangers: Bool

        /// Chooses.
        public init(exercises: [String] = [], hasStrangers: Bool = false) {
            self.exercises = exercises
            self.hasStrangers = hasStrangers
        }
    }

    /// The exercises: those of the class file in its order, then the others by name.
    public let columns: [Column]
    /// The learners.
    public let members: [ClassMember]
    /// Those whom no roster names, and who are left out.
    public let strangers: [ClassMember]
    private let store: GradebookStore
    private let policy: ClassPolicy
    private let names: LearnerNames

    /// Prepares the table of a gradebook by the rules of a class.
    ///
    /// Everything is to be read inside `GradebookStore.reading`, so that it shows one state.
    public init(
        _ store: GradebookStore, _ policy: ClassPolicy, _ options: Options = Options()
    ) throws(GradebookError) {
        let all = try store.members(policy)
        self.store = store
        self.policy = policy
        names = all.names
        strangers = options.hasStrangers ? [] : all.strangers
        members = options.hasStrangers && all.hasRoster ? all.all.filter { $0.standing != .left } : all.belonging
        columns = try Self.columns(store, policy, options.exercises)
    }

    /// Goes through the rows; scores are in the order of the columns.
    public func forEachRow(
        _ body: (ClassMember, [ExerciseScore]) throws(GradebookError) -> Void
    ) throws(GradebookError) {
        let overrides = try store.overrides(names)
        for member in members {
            let attempts = try store.gradedAttempts(of: member.learner, names)
            try body(
                member,
                columns.map { column in
                    let subject = OverrideSubject(learner: member.learner, exercise: column.exercise)
                    return policy.score(
                        learner: member.learner, exercise: column.exercise,
                        attempts: attempts[column.exercise] ?? [], override: overrides[subject])
                })
        }
    }

    // MARK: - Columns

    private static func columns(
        _ store: GradebookStore, _ policy: ClassPolicy, _ wanted: [String]
    ) throws(GradebookError) -> [Column] {
        let listed = policy.exercises.map(\.id)
        let known = try store.exercises()
        let all = listed + known.filter { !listed.contains($0) }
        let facts = try facts(store)
        var columns = all.filter { wanted.isEmpty || wanted.contains($0) }.map { id in
            let rules = policy.exercise(id)
            let fact = facts[id]
            let differs = rules.points == nil && fact.map { $0.least < $0.most } ?? false
            return Column(
                exercise: id, title: fact?.title ?? "", possible: rules.points ?? fact?.most, due: rules.due,
                versions: differs ? fact.map { $0.least...$0.most } : nil, names: rules.columnNames)
        }
        // Another exercise may have the same title.
        var count: [String: Int] = [:]
        for column in columns { count[column.title, default: 0] += 1 }
        for index in columns.indices where columns[index].title.isEmpty || count[columns[index].title] != 1 {
            let title = columns[index].title
            columns[index].title = (title.isEmpty ? "" : title + " ") + "[\(columns[index].exercise)]"
        }
        return columns
    }

    private struct Fact {
        var title: String
        var least: Points
        var most: Points
    }

    /// Of each exercise the title that was recorded last, and what its results are worth.
    private static func facts(_ store: GradebookStore) throws(GradebookError) -> [String: Fact] {
        var facts: [String: Fact] = [:]
        // SQLite takes the title of the row that has the largest moment (https://www.sqlite.org/quirks.html).
        try store.connection.query(
            """
            SELECT exercise.name, result.title, max(standing.recorded),
                min(CASE WHEN result.status = 'graded' THEN result.possible END),
                max(CASE WHEN result.status = 'graded' THEN result.possible END)
            FROM standing JOIN result ON result.id = standing.result
            JOIN submission ON submission.id = standing.submission
            JOIN exercise ON exercise.id = submission.exercise GROUP BY exercise.id
            """
        ) { (row) throws(GradebookError) in
            guard let least = try row.optionalInteger(3), let most = try row.optionalInteger(4) else {
                facts[try row.text(0)] = Fact(title: try row.text(1), least: .zero, most: .zero)
                return
            }
            facts[try row.text(0)] = Fact(
                title: try row.text(1), least: Points(thousandths: least), most: Points(thousandths: most))
        }
        return facts
    }
}
