// SPDX-License-Identifier: MIT
internal import CivilTime
internal import YAMLFields

typealias YAMLReader = YAMLFields.YAMLReader<ClassProblem>
typealias FieldReader = YAMLFields.FieldReader<ClassProblem>

/// Reads a class file: the policy of a class as people write it.
///
/// `Docs/class.md` tells what each field means.
public struct ClassFile {
    static let newestFormat = 1
    private static let fields = [
        "format", "title", "timezone", "attempts", "max-attempts", "late", "exercises", "sections", "extensions",
        "overrides",
    ]

    var fields: FieldReader
    let values: ClassValues
    private var known: [String]?

    /// Reads the text of a class file; the policy is nil unless all of it can be understood.
    ///
    /// `exercises` are the names that the course has; where they are not known, no name of an exercise is wrong.
    /// Problems are in the order of the file.
    public static func read(
        _ text: String, file: String, exercises: [String]? = nil
    ) -> (policy: ClassPolicy?, problems: [ClassProblem]) {
        do throws(ClassProblem) {
            let node = try YAMLReader.read(text, file: file)
            guard let fields = FieldReader(node, file: file, known: Self.fields) else {
                throw ClassProblem(TextPlace(node, in: file), .notAMapping)
            }
            var reader = ClassFile(fields: fields, known: exercises)
            let policy = reader.policy()
            let problems = reader.fields.problems.sorted()
            return (problems.isEmpty ? policy : nil, problems)
        } catch {
            return (nil, [error])
        }
    }

    private init(fields: FieldReader, known: [String]?) {
        var fields = fields
        values = ClassValues(offset: ClassValues.offset(&fields))
        self.fields = fields
        self.known = known
    }

    private mutating func policy() -> ClassPolicy {
        checkFormat()
        let title = fields.line("title", isRequired: false) ?? ""
        let defaults = rules(&fields, ExerciseRules())
        let exercises = exercises(defaults)
        let sections = sections()
        let learners = sections.isEmpty ? nil : sections.flatMap(\.learners)
        return ClassPolicy(
            title: title, offset: values.offset ?? 0, defaults: defaults, exercises: exercises, sections: sections,
            extensions: extensions(learners), overrides: overrides(learners))
    }

    private mutating func checkFormat() {
        guard let format = fields.number("format", in: 1...Int.max), format > Self.newestFormat else { return }
        fields.fault("format", .newerFormat(format, known: Self.newestFormat), fields.valuePlace("format"))
    }

    // MARK: - Exercises

    private func rules(_ fields: inout FieldReader, _ outer: ExerciseRules) -> ExerciseRules {
        var rules = outer
        rules.choice = fields.choice("attempts", ExerciseRules.Choice.self, isRequired: false) ?? outer.choice
        if fields.has("max-attempts") { rules.attemptLimit = fields.number("max-attempts", in: 1...10_000) }
        if case .scalar("none", isPlain: true)? = fields.node("late")?.value {
            rules.late = nil
        } else if fields.has("late") {
            rules.late = values.late(&fields) ?? outer.late
        }
        return rules
    }

    private mutating func exercises(_ defaults: ExerciseRules) -> [ExercisePolicy] {
        entries("exercises").map { entry in
            checkExercise(entry.key, TextPlace(entry, in: fields.file), field: "exercises")
            let names = ["due", "closes", "points", "attempts", "max-attempts", "late", "canvas", "moodle"]
            guard var inner = open(entry.value, as: entry.key, names) else { return ExercisePolicy(id: entry.key) }
            let due = values.moment("due", &inner)
            let closes = values.moment("closes", &inner)
            if let due, let closes, closes < due {
                inner.add([ClassProblem(inner.valuePlace("closes"), .policy("closes", .closesBeforeDue))])
            }
            let points = values.points("points", &inner)
            let rules = rules(&inner, defaults)
            var policy = ExercisePolicy(id: entry.key, due: due, closes: closes, points: points, rules: rules)
            policy.columnNames.canvas = inner.line("canvas", limit: 255, isRequired: false)
            policy.columnNames.moodle = inner.line("moodle", limit: 255, isRequired: false)
            fields.add(inner.problems)
            return policy
        }
    }

    /// Notes that an exercise is not in the course.
    mutating func checkExercise(_ name: String, _ place: TextPlace, field: String) {
        guard let known, !known.contains(name) else { return }
        let nearest = NearestName.nearest(to: name, among: known)
        fields.add([ClassProblem(place, .policy(field, .unknownExercise(name, nearest: nearest)))])
    }

    // MARK: - Sections

    private mutating func sections() -> [ClassPolicy.Section] {
        var lines: [String: Int] = [:]
        return entries("sections").map { entry in
            checkName(entry.key, TextPlace(entry, in: fields.file), field: "sections")
            guard case .sequence(let items) = entry.value.value else {
                fields.fault(entry.key, .notA(.texts), TextPlace(entry.value, in: fields.file))
                return ClassPolicy.Section(name: entry.key, learners: [])
            }
            let learners = items.compactMap { item -> String? in
                let place = TextPlace(item, in: fields.file)
                guard case .scalar(let name, _) = item.value else {
                    fields.fault(entry.key, .notA(.texts), place)
                    return nil
                }
                checkName(name, place, field: entry.key)
                if let line = lines.updateValue(item.line, forKey: name) {
                    fields.add([ClassProblem(place, .policy(entry.key, .inTwoSections(name, firstLine: line)))])
                }
                return name
            }
            return ClassPolicy.Section(name: entry.key, learners: learners)
        }
    }

    /// Notes that a name is none.
    mutating func checkName(_ name: String, _ place: TextPlace, field: String) {
        let isName = name.contains { !$0.isWhitespace } && !name.unicodeScalars.contains { $0.properties.isControl }
        if !isName { fields.add([ClassProblem(place, .policy(field, .notAName))]) }
    }

    // MARK: - Parts

    /// The entries of a mapping that may be missing.
    private mutating func entries(_ name: String) -> [YAMLEntry] {
        guard let node = fields.node(name) else { return [] }
        if case .mapping(let entries) = node.value { return entries }
        fields.fault(name, .notA(.mapping), TextPlace(node, in: fields.file))
        return []
    }

    /// Opens a mapping inside; nil, and a problem, where there is none.
    mutating func open(_ node: YAMLNode, as name: String, _ known: [String]) -> FieldReader? {
        if let inner = FieldReader(node, file: fields.file, known: known) { return inner }
        fields.fault(name, .notA(.mapping), TextPlace(node, in: fields.file))
        return nil
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool { generalCategory == .control || isBidiControl }
}
