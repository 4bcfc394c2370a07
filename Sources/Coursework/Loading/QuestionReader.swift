// SPDX-License-Identifier: MIT
internal import YAMLFields

/// Reads quizzes and goals, whose texts are inline Markdown.
struct QuestionReader {
    private(set) var problems: [CourseProblem] = []
    private(set) var links: [MarkdownLink] = []
    private let file: String

    init(file: String) {
        self.file = file
    }

    /// A quiz that is all of the mapping.
    mutating func quiz(_ node: YAMLNode) -> Quiz? {
        guard var fields = open(node, ["question", "options"]) else { return nil }
        defer { problems += fields.problems }
        return quiz(&fields)
    }

    /// A quiz that is a part of a mapping.
    mutating func quiz(_ fields: inout FieldReader) -> Quiz? {
        let question = inline("question", &fields)
        guard let items = fields.items("options", count: 2...6, .mappings) else { return nil }
        let options = items.compactMap { option($0, &fields) }
        if options.count == items.count {
            if !options.contains(where: \.isCorrect) {
                problems.append(CourseProblem(fields.place(of: "options"), .block(.noCorrectOption)))
            }
            checkDifference(options)
        }
        guard let question, options.count == items.count, !options.isEmpty else { return nil }
        return Quiz(question: question, options: options, place: fields.place)
    }

    private mutating func option(_ item: YAMLNode, _ outer: inout FieldReader) -> Quiz.Option? {
        let place = TextPlace(item, in: file)
        guard var fields = FieldReader(item, file: file, known: ["text", "correct", "why"]) else {
            outer.fault("options", .notA(.mappings), place)
            return nil
        }
        let text = inline("text", &fields)
        let why = inline("why", &fields)
        let isCorrect = fields.flag("correct") ?? false
        problems += fields.problems
        guard let text, let why else { return nil }
        return Quiz.Option(text: text, isCorrect: isCorrect, why: why, place: place)
    }

    private mutating func checkDifference(_ options: [Quiz.Option]) {
        var lines: [[MarkdownInline]: Int] = [:]
        for option in options {
            if let line = lines.updateValue(option.place.line, forKey: option.text) {
                problems.append(CourseProblem(option.place, .block(.equalOptions(line: line))))
            }
        }
    }

    /// A goal for free play.
    mutating func tryGoal(_ node: YAMLNode, _ profile: CourseProgram.Profile = .node) -> TryGoal? {
        let known = ["goal", "start", "expect", "output", "forbid", "uses", "solution"]
        guard var fields = open(node, known) else { return nil }
        defer { problems += fields.problems }
        let goal = inline("goal", &fields)
        let start = fields.text("start", isRequired: false)
        let output = output(&fields)
        let forbidden = fields.texts("forbid", count: 1...20, isRequired: false, mayBeEmpty: true) ?? []
        let uses = fields.names("uses", count: 1...20, isRequired: false) ?? []
        for (text, place) in uses where !SourceIdentifiers.isIdentifier(text) {
            fields.fault("uses", .notAnIdentifier(text), place)
        }
        let solution = fields.text("solution")
        for name in ["start", "solution"] { checkWidth(name, fields) }
        guard let goal, let output, let solution else { return nil }
        return TryGoal(
            goal: goal, start: start, output: output, forbidden: forbidden.map(\.text), uses: uses.map(\.text),
            solution: solution, profile: profile, place: fields.place, solutionPlace: textPlace("solution", fields))
    }

    private mutating func output(_ fields: inout FieldReader) -> TryGoal.Output? {
        if fields.has("output") && fields.has("expect") { fields.fault("output", .notWith("expect")) }
        if fields.has("output") {
            return fields.texts("output", count: 0...50, mayBeEmpty: true).map { .exactly($0.map(\.text)) }
        }
        if !fields.has("expect") {
            fields.fault("expect", .oneOf(["expect", "output"]))
            return nil
        }
        return fields.texts("expect", count: 1...50, mayBeEmpty: true).map { .containing($0.map(\.text)) }
    }

    // MARK: - Parts

    private mutating func open(_ node: YAMLNode, _ known: [String]) -> FieldReader? {
        guard let fields = FieldReader(node, file: file, known: known) else {
            problems.append(CourseProblem(TextPlace(node, in: file), .yaml(.notAMapping)))
            return nil
        }
        return fields
    }

    /// A field whose text is inline Markdown.
    mutating func inline(_ name: String, _ fields: inout FieldReader) -> [MarkdownInline]? {
        guard let text = fields.text(name) else { return nil }
        let (pieces, links, problems) = MarkdownReader.readInline(text, at: textPlace(name, fields))
        self.links += links
        self.problems += problems
        return pieces.isEmpty ? nil : pieces
    }

    private mutating func checkWidth(_ name: String, _ fields: FieldReader) {
        guard case .scalar(let text, _)? = fields.node(name)?.value else { return }
        problems += CodeWidth.problems(in: text, at: textPlace(name, fields))
    }

    private func textPlace(_ name: String, _ fields: FieldReader) -> TextPlace {
        TextPlace(file: file, line: fields.node(name)?.textLine ?? fields.place.line)
    }
}
