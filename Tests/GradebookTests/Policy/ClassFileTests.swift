// SPDX-License-Identifier: MIT
import Results
import Testing
import YAMLFields

@testable import Gradebook

/// What a class file says, and what is said of one that says it wrongly.
@Suite struct ClassFileTests {
    private static let known = ["04-promises/01-delay", "04-promises/02-retry"]

    private static let whole = """
        # SPDX-License-Identifier: MIT
        format: 1
        title: Asynchronous JavaScript
        timezone: "+01:00"
        attempts: last
        max-attempts: 5
        late: {grace: 15m, per-day: 12.5%, max: 50%}
        exercises:
          04-promises/01-delay:
            due: 2026-10-12T23:59
            closes: 2026-10-19T23:59:30.5Z
            points: 7.5
          04-promises/02-retry:
            attempts: best
            max-attempts: 2
            late: none
        sections:
          monday: [ada, "Zoë Ångström"]
          tuesday:
            - 山田
        extensions:
          - {learner: ada, for: 1d12h, reason: ill}
          - {learner: 山田, exercise: 04-promises/01-delay, until: "2026-11-01 12:00-05:30", reason: travel, by: L. Hale}
        overrides:
          - {learner: "Zoë Ångström", exercise: 04-promises/01-delay, points: 7.125, reason: seen in class, by: L. Hale}
          - {learner: ada, exercise: 04-promises/02-retry, excused: true, reason: joined late, by: L. Hale}
        """

    @Test func aWholeFileIsRead() throws {
        let (read, problems) = ClassFile.read(Self.whole, file: "class.yaml", exercises: Self.known)
        #expect(problems == [])
        let policy = try #require(read)
        let late = LatePolicy(rate: .perDay(125), grace: 900_000, limit: 500)
        let rules = ExerciseRules(choice: .last, attemptLimit: 5, late: late)
        #expect(policy.title == "Asynchronous JavaScript" && policy.offset == 60 && policy.defaults == rules)
        #expect(
            policy.exercises == [
                ExercisePolicy(
                    id: Self.known[0], due: 1_791_845_940_000, closes: 1_792_454_370_500,
                    points: Points(thousandths: 7_500), rules: rules),
                ExercisePolicy(id: Self.known[1], rules: ExerciseRules(choice: .best, attemptLimit: 2, late: nil)),
            ])
        #expect(policy.sections(of: "山田").map(\.name) == ["tuesday"])
        #expect(policy.extensions.map(\.length) == [.by(129_600_000), .until(1_793_554_200_000)])
        #expect(policy.extensions.map(\.author) == [nil, "L. Hale"])
        #expect(policy.overrides.map(\.decision) == [.points(Points(thousandths: 7_125)), .excused])
        #expect(policy.exercise("other/one").rules == rules)
    }

    @Test func columnsOfExportsHaveNames() throws {
        let text = "format: 1\nexercises:\n  a/b: {canvas: Delay (4711), moodle: 'Delay: two'}\n  a/c: {}\n"
        let policy = try #require(ClassFile.read(text, file: "class.yaml").policy)
        #expect(policy.exercises.map(\.columnNames.canvas) == ["Delay (4711)", nil])
        #expect(policy.exercises.map(\.columnNames.moodle) == ["Delay: two", nil])
    }

    private static let wrong: [(text: String, line: Int, kind: ClassProblem.Kind)] = [
        ("", 1, .yaml(.empty)),
        ("- a", 1, .yaml(.notAMapping)),
        ("title: x", 1, .field("format", .missing)),
        ("format: 2", 1, .field("format", .newerFormat(2, known: 1))),
        ("format: 1\nexercise: {}", 2, .field("exercise", .unknown(nearest: "exercises", known: fields))),
        (
            "format: 1\nattempts: bets", 2,
            .field("attempts", .notOneOf(["best", "last"], found: "bets", nearest: "best"))
        ),
        ("format: 1\nmax-attempts: 0", 2, .field("max-attempts", .outOfRange(0, 1...10_000))),
        ("format: 1\ntimezone: CET", 2, .policy("timezone", .notAnOffset("CET"))),
        ("format: 1\ntimezone: \"+15:00\"", 2, .policy("timezone", .notAnOffset("+15:00"))),
        (due("2026-10-12T23:59"), 4, .policy("due", .momentWithoutOffset("2026-10-12T23:59"))),
        (due("2026-02-29T23:59Z"), 4, .policy("due", .notAMoment("2026-02-29T23:59Z"))),
        (due("tomorrow"), 4, .policy("due", .notAMoment("tomorrow"))),
        (due("2026-10-12T24:00Z"), 4, .policy("due", .notAMoment("2026-10-12T24:00Z"))),
        (
            due("2026-10-12T23:59Z\n    closes: 2026-10-12T23:58Z"), 5, .policy("closes", .closesBeforeDue)
        ),
        (
            "format: 1\nexercises:\n  04-promises/01-dealy: {}", 3,
            .policy("exercises", .unknownExercise("04-promises/01-dealy", nearest: known[0]))
        ),
        ("format: 1\nexercises:\n  04-promises/01-delay: {points: -1}", 3, .policy("points", .notPoints("-1"))),
        ("format: 1\nexercises:\n  04-promises/01-delay: {points: 1.2345}", 3, .policy("points", .notPoints("1.2345"))),
        ("format: 1\nexercises:\n  04-promises/01-delay: 10", 3, .field("04-promises/01-delay", .notA(.mapping))),
        (
            "format: 1\nexercises:\n  04-promises/01-delay: {}\n  04-promises/01-delay: {}", 4,
            .yaml(.duplicateKey("04-promises/01-delay", firstLine: 3))
        ),
        ("format: 1\nlate: {per-day: 10}", 2, .policy("per-day", .notAShare("10"))),
        ("format: 1\nlate: {per-day: 101%}", 2, .policy("per-day", .notAShare("101%"))),
        ("format: 1\nlate: {per-day: 1.25%}", 2, .policy("per-day", .notAShare("1.25%"))),
        ("format: 1\nlate: {per-day: 1%, per-hour: 1%}", 2, .field("per-hour", .notWith("per-day"))),
        ("format: 1\nlate: {grace: 1d}", 2, .field("per-day", .oneOf(["per-day", "per-hour", "steps"]))),
        ("format: 1\nlate: {grace: 2 days, per-day: 1%}", 2, .policy("grace", .notADuration("2 days"))),
        ("format: 1\nlate: {grace: 1h1d, per-day: 1%}", 2, .policy("grace", .notADuration("1h1d"))),
        (
            "format: 1\nlate:\n  steps:\n    - {after: 1d, minus: 20%}\n    - {after: 2d, minus: 10%}", 5,
            .policy("after", .stepsDoNotRise)
        ),
        ("format: 1\nlate:\n  steps:\n    - {after: 1d}", 4, .field("minus", .missing)),
        ("format: 1\nsections:\n  one: [a]\n  two: [a]", 4, .policy("two", .inTwoSections("a", firstLine: 3))),
        ("format: 1\nsections:\n  one: [\"a\\e[1m\"]", 3, .policy("one", .notAName)),
        (
            "format: 1\nsections:\n  one: [maria]\nextensions:\n  - {learner: mario, for: 1d, reason: x}", 5,
            .policy("learner", .unknownLearner("mario", nearest: "maria"))
        ),
        ("format: 1\nextensions:\n  - {learner: a, for: 1d}", 3, .field("reason", .missing)),
        ("format: 1\nextensions:\n  - {learner: a, reason: x}", 3, .field("for", .oneOf(["for", "until"]))),
        (
            "format: 1\nextensions:\n  - {learner: a, for: 1d, reason: x}\n  - {learner: a, for: 2d, reason: x}", 4,
            .policy("learner", .decidedTwice(learner: "a", exercise: nil, firstLine: 3))
        ),
        (override("points: 1, reason: x"), 3, .field("by", .missing)),
        (override("points: 1, by: y"), 3, .field("reason", .missing)),
        (override("reason: x, by: y"), 3, .field("points", .oneOf(["points", "excused: true"]))),
        (override("points: 1, excused: true, reason: x, by: y"), 3, .field("excused", .notWith("points"))),
    ]

    private static let fields = [
        "format", "title", "timezone", "attempts", "max-attempts", "late", "exercises", "sections", "extensions",
        "overrides",
    ]

    private static func due(_ text: String) -> String {
        "format: 1\nexercises:\n  04-promises/01-delay:\n    due: \(text)"
    }

    private static func override(_ text: String) -> String {
        "format: 1\noverrides:\n  - {learner: a, exercise: 04-promises/01-delay, \(text)}"
    }

    @Test(arguments: wrong.indices)
    func whatIsWrongHasItsLine(_ index: Int) {
        let (text, line, kind) = Self.wrong[index]
        let (policy, problems) = ClassFile.read(text, file: "class.yaml", exercises: Self.known)
        #expect(policy == nil)
        #expect(problems.map(\.kind) == [kind])
        #expect(problems.first?.place.line == line)
        #expect(problems.first?.place.file == "class.yaml")
    }
}
