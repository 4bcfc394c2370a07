// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Gradebook
internal import HostRuntime
internal import Markup
internal import Results
internal import YAMLFields

/// `looplab feedback`: what one learner is told about what they handed in.
struct FeedbackCommand: Subcommand, Equatable {
    static let name = "feedback"
    static let synopsis = (operands: "LEARNER", summary: "write one learner's feedback")
    static let help = """
        usage: looplab feedback LEARNER --gradebook FILE [OPTIONS]
               looplab feedback LEARNER --results FILE.jsonl [OPTIONS]

        Writes for one learner what passes, what does not yet and why, what being late
        has cost, what was decided and for which reason, and what to read next. Hidden
        checks are counted and not named; nothing of other learners is in it.

          --gradebook FILE           the gradebook that looplab grade --gradebook keeps
          --results FILE             results of looplab grade --format jsonl (or json);
                                     may be repeated
          --class FILE               class.yaml: deadlines, late policy, extensions,
                                     overrides
          --format markdown|html|text
                                     what it is written in (default: by the name of
                                     --output, else markdown)
          --output FILE              where it goes (default: standard output)
          --course DIR               lessons of another course (also LOOPLAB_COURSE)

        exit codes: 0 ok, 2 usage or an unreadable file, 3 a database or a disk that
                    fails

        """

    var learner: String?
    var gradebook: String?
    var results: [String] = []
    var classFile: String?
    var format: FeedbackFormat?
    var output: String?
    var course: String?

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--gradebook": gradebook = try reader.value(of: name, value)
        case "--results": results.append(try reader.value(of: name, value))
        case "--class": classFile = try reader.value(of: name, value)
        case "--output": output = try reader.value(of: name, value)
        case "--course": course = try reader.value(of: name, value)
        case "--format":
            let text = try reader.value(of: name, value)
            guard let chosen = FeedbackFormat(rawValue: text) else {
                throw .badValue(option: name, value: text, expected: "markdown, html or text")
            }
            format = chosen
        default: return false
        }
        return true
    }

    mutating func take(operand: String) throws(CommandError) {
        if learner != nil { throw .unexpectedOperand(operand) }
        learner = operand
    }

    func check() throws(CommandError) {
        if learner == nil { throw .feedback(.missingLearner) }
        if gradebook == nil, results.isEmpty { throw .feedback(.missingSource) }
        if gradebook != nil, !results.isEmpty { throw .grading(.contrary("--gradebook", "--results")) }
    }

    func perform() throws(CommandError) -> Int32 {
        let named = learner ?? ""
        let outline = try CourseChoice.optionalOutline(option: course)
        let policy = try ClassChoice.policy(classFile, outline)
        let source = try FeedbackSource(learner: named, gradebook: gradebook, results: results)
        let learner = source.learner
        let isEnrolled = policy.sections.contains { $0.learners.contains(learner) }
        if source.results.isEmpty, !isEnrolled, !source.isKnown {
            let known = source.learners + policy.sections.flatMap(\.learners)
            throw .feedback(.unknownLearner(learner, nearest: NearestName.nearest(to: learner, among: known)))
        }
        let feedback = Feedback(
            learner: learner, results: source.results, policy: policy, override: { source.overrides[$0] },
            reading: { id in outline.flatMap { Self.reading(id, $0) } })
        return try write(feedback.text(format ?? Self.format(of: output)))
    }

    private static func format(of path: String?) -> FeedbackFormat {
        guard let name = path?.lowercased() else { return .markdown }
        if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .html }
        return name.hasSuffix(".txt") ? .text : .markdown
    }

    private func write(_ text: String) throws(CommandError) -> Int32 {
        guard let output, output != "-" else { return try StandardOutput.print(text) }
        let failure = ReplacedFile.write(Array(text.utf8), to: output)
        if failure != 0 { throw .fileNotWritten(path: output, errno: failure) }
        return 0
    }

    // MARK: - The course

    private static func reading(_ name: String, _ outline: CourseOutline) -> Feedback.Reading? {
        guard let id = ContentID(name), outline.exercises.contains(id), let exercise = outline.exercise(id).exercise
        else { return nil }
        let lesson = exercise.lesson.flatMap { outline.lesson($0).lesson }
        let concepts = exercise.concepts.compactMap { outline.concept($0) }.map { (word: $0.id, sentence: $0.text) }
        return Feedback.Reading(
            title: exercise.title, lesson: lesson.map { (number: $0.number, title: $0.title) }, concepts: concepts)
    }
}
