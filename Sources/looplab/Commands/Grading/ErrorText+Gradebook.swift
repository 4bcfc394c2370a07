// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Markup
internal import SQLStorage
internal import YAMLFields

extension DatabaseWords {
    /// A class's gradebook.
    static let gradebook = DatabaseWords(
        content: "the gradebook", name: "--gradebook",
        check: "take the copy that you kept, or merge the gradebooks that it was made of")
}

// What is wrong with gradebooks, class files, and what is asked of them.
extension ErrorText {
    static func exitCode(of error: GradebookError) -> Int32 {
        switch error {
        case .storage(.notOpened), .storage(.isDirectory), .storage(.notAFile): 2
        case .storage(.notADatabase), .storage(.foreign): 2
        case .storage: 3
        case .invalid, .conflicting, .untrustworthy: 2
        }
    }

    static func text(of error: GradebookError) -> String {
        switch error {
        case .storage(let error): text(of: error, as: .gradebook)
        case .invalid(let field):
            "the gradebook cannot keep this: the \(field.rawValue) is empty, too long, or out of range"
        case .conflicting(let places):
            "two gradebooks have different records under one number, so nothing was merged; one was edited, or copied "
                + "and used twice:" + lines(places.map { "record \($0.number) of device \($0.device)" })
        case .untrustworthy(let path, let damage):
            "\(path) is not as it was recorded, so nothing of it was merged:" + lines(sentences(for: damage))
        }
    }

    /// What a check of a gradebook found, a sentence each; names in the schema are put together.
    static func sentences(for damage: [GradebookDamage]) -> [String] {
        let names = damage.compactMap { finding in
            if case .schema(let name) = finding { name } else { nil }
        }
        if names.count < 2 { return damage.map(sentence) }
        let others = damage.filter { if case .schema = $0 { false } else { true } }
        return others.map(sentence) + [
            "in the database's schema these were changed, or are missing or too many: " + names.joined(separator: ", ")
        ]
    }

    /// One finding of a check of a gradebook.
    static func sentence(for damage: GradebookDamage) -> String {
        switch damage {
        case .file(let words): "the file itself is damaged: \(words)"
        case .schema(let name): "'\(name)' in the database's schema was changed, or is missing or too many"
        case .edited(let place): "\(name(place)): was edited; its fields do not have its hash"
        case .replaced(let place): "\(name(place)): was replaced; what follows it followed another one"
        case .missing(let device, let numbers):
            numbers.count == 1
                ? "record \(numbers.lowerBound) of device \(device) is missing"
                : "records \(numbers.lowerBound) to \(numbers.upperBound) of device \(device) are missing"
        case .beyondHead(let place): "\(name(place)): stands beyond the end that was noted for its device"
        case .lost(let place, let kind): "\(name(place)): the \(word(for: kind)) that it tells of is gone or was edited"
        case .unrecorded(let kind, let learner, let exercise):
            "\(kind == .enrolment ? "an" : "a") \(word(for: kind)) of \(learner)"
                + "\(exercise.isEmpty ? "" : " in \(exercise)") was edited or put in"
        case .derived(let learner, let exercise):
            "the score of \(learner) in \(exercise) is not what the checks come to"
        }
    }

    private static func name(_ place: EntryPlace) -> String { "record \(place.number) of device \(place.device)" }

    private static func word(for kind: RecordKind) -> String {
        switch kind {
        case .handIn: "submission"
        case .result: "result"
        case .decision: "decision"
        case .enrolment: "enrolment"
        }
    }

    private static func lines(_ sentences: [String]) -> String {
        let limit = 20
        let rest = sentences.count > limit ? ["and \(sentences.count - limit) more"] : []
        return (sentences.prefix(limit) + rest).map { "\n  \($0)" }.joined()
    }

    // MARK: - Feedback

    static func text(of error: FeedbackError) -> String {
        switch error {
        case .missingLearner: "feedback for whom? Give a learner's name as it stands in the results"
        case .missingSource: "feedback on what? Give --gradebook FILE, or --results FILE from grade --format jsonl"
        case .unknownLearner(let name, let nearest):
            "nothing is known of '\(name)'\(meant(nearest)); names are those of the learners' folders, letter by letter"
        case .badClass(let problems): "the class file cannot be used:" + lines(problems.map(line))
        }
    }

    // MARK: - Class files

    /// One line: `file:line:column: what is wrong; what to do`.
    static func line(for problem: ClassProblem) -> String {
        TerminalText.escapedRow("\(text(of: problem.place)): \(text(of: problem.kind))")
    }

    private static func text(of kind: ClassProblem.Kind) -> String {
        switch kind {
        case .yaml(let fault): text(of: fault)
        case .field(let name, let fault): text(of: fault, field: name)
        case .policy(let name, let fault): text(of: fault, field: name)
        }
    }

    private static func text(of fault: PolicyFault, field name: String) -> String {
        switch fault {
        case .notAMoment(let text):
            "'\(name)' cannot be '\(text)'; write a day and a time, as 2026-10-12T23:59+01:00"
        case .momentWithoutOffset(let text):
            "'\(text)' in '\(name)' does not say where on Earth; add +01:00 or Z to it, or give the class a 'timezone'"
        case .notAnOffset(let text):
            "'\(name)' cannot be '\(text)'; write the distance from UTC, quoted, as \"+01:00\", or Z"
        case .notADuration(let text):
            "'\(name)' cannot be '\(text)'; write a length of time as 15m, 2h, 1d12h or 1w"
        case .notAShare(let text):
            "'\(name)' cannot be '\(text)'; write a share from 0% to 100%, with one decimal at most, as 12.5%"
        case .notPoints(let text):
            "'\(name)' cannot be '\(text)'; write points that are not negative, with three decimals at most, as 7.5"
        case .closesBeforeDue: "the exercise closes before it is due; make 'closes' the later of the two"
        case .stepsDoNotRise: "each step has to come later than the one before and cost at least as much; order them"
        case .unknownExercise(let id, let nearest):
            "there is no exercise '\(id)' in the course\(meant(nearest)); looplab list --json shows their names"
        case .unknownLearner(let learner, let nearest):
            "'\(learner)' is in no section\(meant(nearest)); correct the name, or add it to a section"
        case .inTwoSections(let learner, let line):
            "'\(learner)' is already in the section on line \(line); keep one of them"
        case .decidedTwice(let learner, let exercise, let line):
            "line \(line) says the same for '\(learner)'\(exercise.map { " and '\($0)'" } ?? ""); keep one of them"
        case .notAName: "this is no name: it is empty, or has characters that control terminals"
        }
    }
}
