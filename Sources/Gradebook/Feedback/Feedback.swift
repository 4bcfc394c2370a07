// SPDX-License-Identifier: MIT
internal import CivilTime
public import Results

/// What one learner is told about their work, and about nobody else's.
public struct Feedback: Sendable {
    /// Where to read about what an exercise is about.
    public struct Reading: Hashable, Sendable {
        /// The exercise's title.
        public var title: String
        /// The lesson that prepares for it: its number and its title; nil where it is not known.
        public var lesson: (number: String, title: String)?
        /// What it is about: words of the glossary, each with its sentence.
        public var concepts: [(word: String, sentence: String)]

        /// Names what to read.
        public init(
            title: String, lesson: (number: String, title: String)?, concepts: [(word: String, sentence: String)]
        ) {
            self.title = title
            self.lesson = lesson
            self.concepts = concepts
        }

        /// Whether both name the same.
        public static func == (first: Reading, second: Reading) -> Bool {
            first.title == second.title && first.lesson?.number == second.lesson?.number
                && first.lesson?.title == second.lesson?.title
                && first.concepts.elementsEqual(second.concepts) { $0 == $1 }
        }

        /// Feeds the names.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(title)
            hasher.combine(lesson?.number)
        }
    }

    let learner: String
    let policy: ClassPolicy
    var exercises: [ExerciseFeedback] = []

    /// Puts feedback together.
    ///
    /// `results` are what the learner handed in; results of others in it are left out. `override` gives what a person
    /// decided elsewhere than in the class file, and `reading` where to read about an exercise.
    public init(
        learner: String, results: [SubmissionResult], policy: ClassPolicy,
        override: (String) -> ClassPolicy.Override? = { _ in nil }, reading: (String) -> Reading? = { _ in nil }
    ) {
        self.learner = learner
        self.policy = policy
        let own = results.filter { $0.learner.utf8.elementsEqual(learner.utf8) }
        let listed = policy.exercises.map(\.id)
        let others = Set(own.map(\.exercise)).subtracting(listed).sorted()
        for exercise in listed + others {
            let results = own.filter { $0.exercise == exercise }
            let score = policy.score(
                learner: learner, exercise: exercise, attempts: results.map { GradedAttempt($0) },
                override: override(exercise))
            exercises.append(ExerciseFeedback(score: score, results: results, reading: reading(exercise)))
        }
    }

    /// The whole text in a format.
    public func text(_ format: FeedbackFormat) -> String {
        var document = FeedbackDocument(title: "Feedback for \(learner)")
        if !policy.title.isEmpty { document.blocks.append(.paragraph("\(strong: policy.title)")) }
        document.blocks.append(.paragraph(summary))
        for exercise in exercises {
            document.blocks += FeedbackSection(exercise: exercise, offset: policy.offset).blocks
        }
        return format.text(of: document)
    }

    private var summary: FeedbackText {
        let counted = exercises.filter { $0.score.state == .scored }
        let handedIn = exercises.count { !$0.score.attempts.isEmpty }
        if handedIn == 0, counted.isEmpty {
            return "Nothing has been handed in under this name yet. The first exercise is a good place to begin."
        }
        let points = counted.reduce(Points.zero) { $0 + ($1.score.points ?? .zero) }
        let possible = counted.reduce(Points.zero) { $0 + ($1.score.possible ?? .zero) }
        var text: FeedbackText = "\(strong: "\(points.decimal) of \(possible.decimal) points") in "
        text.append("\(counted.count == 1 ? "1 exercise" : "\(counted.count) exercises") that have a score.")
        let passed = exercises.count { $0.result?.hasPassed == true }
        if passed > 0 { text.append(" All checks pass in \(passed == 1 ? "1 exercise" : "\(passed) exercises").") }
        return text
    }
}

/// One exercise of feedback.
struct ExerciseFeedback: Sendable {
    var score: ExerciseScore
    var reading: Feedback.Reading?
    /// The result that is told about: that of the attempt that counts, else of the last one.
    var result: SubmissionResult?

    init(score: ExerciseScore, results: [SubmissionResult], reading: Feedback.Reading?) {
        self.score = score
        self.reading = reading
        let attempt = (score.countedAttempt ?? score.attempts.last)?.attempt
        result = attempt.flatMap { attempt in results.first { GradedAttempt($0) == attempt } }
    }

    var title: String {
        let title = result.map(\.title) ?? reading?.title ?? ""
        return title.isEmpty ? score.exercise : "\(title) (\(score.exercise))"
    }
}
