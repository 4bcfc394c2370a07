// SPDX-License-Identifier: MIT
import Results
import Testing

@testable import Gradebook

/// Attempts, deadlines and decisions, and the scores that they come to.
@Suite struct ScoringTests {
    private static let exercise = "04-promises/01-delay"
    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 24 * hour

    /// An attempt as `EARNED@HOURS`: hours after the moment it was due; `R` could not be run, `E` not be graded.
    private static func attempt(_ text: String, _ index: Int) -> GradedAttempt {
        let parts = text.split(separator: "@")
        let time = parts.count > 1 ? Double(parts[1]).map { Int64($0 * Double(hour)) } : nil
        let earned = Int(parts[0])
        let isGraded = parts[0] != "R" && parts[0] != "E"
        return GradedAttempt(
            submission: parts.count > 2 ? String(parts[2]) : "h\(index)", path: "p\(index)", submittedAt: time,
            outcome: isGraded ? .graded : parts[0] == "R" ? .refused : .unknown,
            earned: Points(thousandths: earned ?? 0), possible: Points(thousandths: isGraded ? 10_000 : 0),
            hasPassed: earned == 10_000)
    }

    private static func score(
        _ attempts: String, _ rules: ExerciseRules, points: Int? = nil, closes: Int64? = nil,
        extensions: [ClassPolicy.Extension] = [], overrides: [ClassPolicy.Override] = []
    ) -> ExerciseScore {
        let exercise = ExercisePolicy(
            id: exercise, due: 0, closes: closes, points: points.map { Points(thousandths: $0) }, rules: rules)
        let policy = ClassPolicy(exercises: [exercise], extensions: extensions, overrides: overrides)
        let list = attempts.split(separator: " ").enumerated().map { attempt(String($1), $0) }
        return policy.score(learner: "ada", exercise: Self.exercise, attempts: list)
    }

    private static let late = LatePolicy(rate: .perDay(100), grace: hour / 4, limit: 500)

    private static let table: [(String, ExerciseRules, Int?, counted: Int?)] = [
        ("", ExerciseRules(), nil, nil),
        // In time: the best, the last; of equal ones the first.
        ("4000@-3 9000@-2 6000@-1", ExerciseRules(), 9_000, 1),
        ("4000@-3 9000@-2 9000@-1", ExerciseRules(), 9_000, 1),
        ("4000@-3 9000@-2 6000@-1", ExerciseRules(choice: .last), 6_000, 2),
        // The order in which they are given does not matter.
        ("6000@-1 4000@-3 9000@-2", ExerciseRules(choice: .last), 6_000, 2),
        // Lateness: each day that has begun, the grace time, the limit.
        ("9000@0", ExerciseRules(late: late), 9_000, 0),
        ("9000@0.25", ExerciseRules(late: late), 9_000, 0),
        ("9000@0.26", ExerciseRules(late: late), 8_100, 0),
        ("9000@24", ExerciseRules(late: late), 8_100, 0),
        ("9000@24.1", ExerciseRules(late: late), 7_200, 0),
        ("9000@2400", ExerciseRules(late: late), 4_500, 0),
        ("9000@24.1", ExerciseRules(late: LatePolicy(rate: .perDay(100), basis: .possible)), 7_000, 0),
        ("500@24.1", ExerciseRules(late: LatePolicy(rate: .perDay(100), basis: .possible)), 0, 0),
        ("9000@2.5", ExerciseRules(late: LatePolicy(rate: .perHour(15))), 8_595, 0),
        ("9999@0.5", ExerciseRules(late: LatePolicy(rate: .perHour(125))), 8_749, 0),
        ("9000@30", ExerciseRules(), 9_000, 0),
        // The best after what being late costs; the last one, whatever it costs.
        ("8500@-1 9000@1", ExerciseRules(late: late), 8_500, 0),
        ("8500@-1 9000@1", ExerciseRules(choice: .last, late: late), 8_100, 1),
        ("8000@-1 9000@1", ExerciseRules(late: late), 8_100, 1),
        // A limit counts attempts, not what could not be run or graded.
        ("1000@-4 2000@-3 9000@-2", ExerciseRules(attemptLimit: 2), 2_000, 1),
        ("R@-5 E@-4 1000@-3 2000@-2 9000@-1", ExerciseRules(attemptLimit: 2), 2_000, 3),
        // The same bytes right after each other are one attempt, at the first time; with others between them two.
        ("9000@-1@x 9000@30@x", ExerciseRules(choice: .last, late: late), 9_000, 0),
        ("9000@-2@x 3000@-1@y 9000@1@x", ExerciseRules(choice: .last, late: late), 8_100, 2),
        ("1000@-3@x 1000@-2@x 9000@-1@y", ExerciseRules(attemptLimit: 2), 9_000, 1),
        // What could not be run counts as nothing, and only where there is no other.
        ("R@-2 7000@-1", ExerciseRules(), 7_000, 1),
        ("7000@-2 R@-1", ExerciseRules(choice: .last), 7_000, 0),
        ("R@-2 R@-1", ExerciseRules(), 0, 1),
        ("E@-1", ExerciseRules(), nil, nil),
        ("E@-2 R@-1", ExerciseRules(), nil, nil),
        ("E@-2 3000@-1", ExerciseRules(), 3_000, 1),
        // A time that nobody knows counts as in time, and before all others.
        ("5000", ExerciseRules(late: late), 5_000, 0),
        ("5000 4000@-1", ExerciseRules(choice: .last), 4_000, 1),
    ]

    @Test(arguments: table.indices)
    func attemptsComeToAScore(_ index: Int) {
        let (attempts, rules, points, counted) = Self.table[index]
        let score = Self.score(attempts, rules)
        #expect(score.points?.thousandths == points, "\(attempts)")
        #expect(score.counted == counted, "\(attempts)")
        let words = attempts.split(separator: " ").reversed().joined(separator: " ")
        // Attempts of one time are ordered by their paths, which come from their places here.
        if !attempts.contains("R") { #expect(Self.score(words, rules).points == score.points) }
    }

    @Test func statesAreNamed() {
        #expect(Self.score("", ExerciseRules()).state == .missing)
        #expect(Self.score("E@-1", ExerciseRules()).state == .pending)
        #expect(Self.score("R@-1", ExerciseRules()).state == .scored)
    }

    private static let steps = LatePolicy(rate: .steps([.init(after: 0, share: 100), .init(after: day, share: 400)]))

    @Test(arguments: [(1, 100), (24, 100), (25, 400), (1_000, 400)])
    func stepsAreTakenWhenTheyArePassed(hours: Int64, share: Int) {
        #expect(Self.steps.share(of: hours * Self.hour) == share)
    }

    @Test func aWorthScalesWhatWasEarned() {
        #expect(Self.score("3333@-1", ExerciseRules(), points: 7_500).points == Points(thousandths: 2_500))
        #expect(Self.score("10000@-1", ExerciseRules(), points: 0).points == .zero)
        #expect(Self.score("12000@-1", ExerciseRules(), points: 5_000).points == Points(thousandths: 6_000))
        #expect(Points(thousandths: 1).scaled(Points(thousandths: 1), outOf: Points(thousandths: 2)).thousandths == 1)
    }

    @Test func whatComesAfterTheEndDoesNotCount() {
        let score = Self.score("4000@-1 9000@26", ExerciseRules(choice: .last), closes: Self.day)
        #expect(score.points == Points(thousandths: 4_000))
        #expect(score.attempts[1].exclusion == .closed && score.attempts[1].punctuality == .closed(2 * Self.hour))
        let only = Self.score("9000@26", ExerciseRules(), closes: Self.day)
        #expect(only.points == .zero && only.state == .scored && only.counted == nil)
    }

    private static let granted: [(ClassPolicy.Extension.Length, String?, points: Int, due: Int64)] = [
        (.by(2 * day), exercise, 9_000, 2 * day), (.by(2 * day), nil, 9_000, 2 * day),
        (.by(2 * day), "other/one", 7_200, 0), (.until(3 * day), nil, 9_000, 3 * day),
        (.until(-day), nil, 7_200, 0),
    ]

    @Test(arguments: granted.indices)
    func anExtensionMovesTheDeadline(_ index: Int) {
        let (length, exercise, points, due) = Self.granted[index]
        let granted = ClassPolicy.Extension(learner: "ada", exercise: exercise, length: length, reason: "ill")
        let score = Self.score("9000@30", ExerciseRules(late: Self.late), extensions: [granted])
        #expect(score.points?.thousandths == points && score.due == due)
        let other = ClassPolicy.Extension(learner: "bob", exercise: exercise, length: length, reason: "ill")
        #expect(Self.score("9000@30", ExerciseRules(late: Self.late), extensions: [other]).granted == nil)
    }

    @Test func theExtensionOfTheExerciseComesFirst() {
        let all = ClassPolicy.Extension(learner: "ada", length: .by(Self.day), reason: "all")
        let one = ClassPolicy.Extension(
            learner: "ada", exercise: Self.exercise, length: .by(5 * Self.day), reason: "one")
        let score = Self.score("9000@30", ExerciseRules(late: Self.late), extensions: [all, one])
        #expect(score.granted == one && score.points == Points(thousandths: 9_000))
    }

    @Test func aPersonDecides() {
        func decision(_ decision: ClassPolicy.Override.Decision, _ reason: String) -> ClassPolicy.Override {
            ClassPolicy.Override(
                learner: "ada", exercise: Self.exercise, decision: decision, reason: reason, author: "L. Hale")
        }
        let points = decision(.points(Points(thousandths: 7_000)), "shown in class")
        let score = Self.score("3000@30", ExerciseRules(late: Self.late), overrides: [points])
        #expect(score.points == Points(thousandths: 7_000) && score.override == points)
        // What the attempts came to stays visible.
        #expect(score.countedAttempt?.score == Points(thousandths: 2_400))
        #expect(Self.score("", ExerciseRules(), overrides: [points]).state == .scored)
        let excused = Self.score("9000@1", ExerciseRules(), overrides: [decision(.excused, "joined late")])
        #expect(excused.state == .excused && excused.points == nil)
        // One of the class file comes before one that stands elsewhere.
        let policy = ClassPolicy(overrides: [points])
        let both = policy.score(
            learner: "ada", exercise: Self.exercise, attempts: [], override: decision(.excused, "elsewhere"))
        #expect(both.override == points)
        let elsewhere = ClassPolicy().score(learner: "ada", exercise: Self.exercise, attempts: [], override: points)
        #expect(elsewhere.points == Points(thousandths: 7_000))
    }
}
