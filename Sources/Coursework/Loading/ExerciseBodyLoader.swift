// SPDX-License-Identifier: MIT
internal import YAMLFields

/// Reads the files beside an exercise's manifest.
struct ExerciseBodyLoader {
    /// How many hints an exercise has at least: nudge, rule, near-solution.
    static let neededHints = 3

    private(set) var problems: [CourseProblem] = []
    private var links: [MarkdownLink] = []
    private let exercise: Exercise
    private let files: CourseFiles

    init(_ exercise: Exercise, _ files: CourseFiles) {
        self.exercise = exercise
        self.files = files
    }

    mutating func load(_ fields: FieldReader) -> ExerciseBody? {
        let names = checkEntries()
        let prompt = document("prompt.md")
        let hints = hints()
        let content: ExerciseBody.Content? =
            switch exercise.kind {
            case .predict: predictedProgram(names).map { .predict($0) }
            case .choose: quiz(fields).map { .choose($0) }
            case .compute: computeQuestion(fields).map { .compute($0) }
            case .fix: task(names).map { .fix($0) }
            case .implement: task(names).map { .implement($0) }
            }
        guard let prompt, let content else { return nil }
        return ExerciseBody(prompt: prompt, hints: hints, content: content, links: links)
    }

    // MARK: - Files

    /// What may stand in the directory, with a stroke behind directories.
    private var allowed: [String] {
        let own: [String] =
            switch exercise.kind {
            case .predict: ["program.js", "program.mjs"]
            case .choose: []
            case .compute: ["solution.js", "solution.md"]
            case .fix, .implement: ["starter.js", "solution.js", "checks.js", "wrong/", "right/"]
            }
        return ["exercise.yaml", "prompt.md", "hints.md"] + own
    }

    private mutating func checkEntries() -> Set<String> {
        let entries = entries("")
        for entry in entries where !allowed.contains(entry.name + (entry.isDirectory ? "/" : "")) {
            fault(entry.name, .file(.stray(allowed: allowed)))
        }
        return Set(entries.map(\.name))
    }

    private mutating func entries(_ directory: String) -> [CourseFiles.Entry] {
        do throws(CourseProblem) {
            return try files.entries(directory.isEmpty ? exercise.path : "\(exercise.path)/\(directory)") ?? []
        } catch {
            problems.append(error)
            return []
        }
    }

    private mutating func text(_ name: String, limit: Int) -> String? {
        do throws(CourseProblem) {
            return try files.text("\(exercise.path)/\(name)", limit: limit)
        } catch {
            problems.append(error)
            return nil
        }
    }

    private mutating func file(_ name: String) -> CourseFile? {
        text(name, limit: CourseFiles.Limit.program).map { CourseFile(path: "\(exercise.path)/\(name)", text: $0) }
    }

    private mutating func document(_ name: String) -> MarkdownDocument? {
        guard let text = text(name, limit: CourseFiles.Limit.text) else { return nil }
        let (document, problems) = MarkdownReader.read(text, file: "\(exercise.path)/\(name)")
        self.problems += problems
        links += document.links
        return document
    }

    private mutating func fault(_ name: String, line: Int = 0, _ kind: CourseProblem.Kind) {
        problems.append(CourseProblem(TextPlace(file: "\(exercise.path)/\(name)", line: line), kind))
    }

    // MARK: - Hints

    private mutating func hints() -> [ExerciseBody.Hint] {
        guard let document = document("hints.md") else { return [] }
        var hints: [ExerciseBody.Hint] = []
        var blocks = document.blocks[...]
        while let block = blocks.popFirst() {
            guard case .heading(level: 2, let title) = block.content else {
                fault("hints.md", line: block.line, .exercise(.outsideHints))
                continue
            }
            let text = blocks.prefix { block in if case .heading = block.content { false } else { true } }
            blocks = blocks.dropFirst(text.count)
            if text.isEmpty { fault("hints.md", line: block.line, .exercise(.emptyHint)) }
            hints.append(ExerciseBody.Hint(title: title, blocks: Array(text), line: block.line))
        }
        if hints.count < Self.neededHints {
            fault(
                "hints.md", line: hints.last?.line ?? 1, .exercise(.tooFewHints(hints.count, needed: Self.neededHints)))
        }
        return hints
    }

    // MARK: - Programs

    private mutating func predictedProgram(_ names: Set<String>) -> CourseProgram? {
        let isModule = names.contains("program.mjs")
        if isModule && names.contains("program.js") { fault("program.mjs", .exercise(.twoPrograms)) }
        return program(isModule ? "program.mjs" : "program.js", isModule: isModule)
    }

    private mutating func program(_ name: String, isModule: Bool) -> CourseProgram? {
        guard let text = text(name, limit: CourseFiles.Limit.program) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let skipped = Self.licenceLines(lines)
        let source = lines[skipped...].joined(separator: "\n")
        problems += CodeWidth.problems(in: text, at: TextPlace(file: "\(exercise.path)/\(name)", line: 1))
        return CourseProgram(
            source: source, name: name, isModule: isModule, profile: exercise.profile, ending: .ends,
            place: TextPlace(file: "\(exercise.path)/\(name)", line: skipped + 1))
    }

    /// How many lines at the top name the licence, with the empty line below them.
    private static func licenceLines(_ lines: [Substring]) -> Int {
        guard let first = lines.first, first.hasPrefix("//"), first.contains("SPDX-License-Identifier:") else {
            return 0
        }
        return lines.count > 1 && lines[1].isEmpty ? 2 : 1
    }

    // MARK: - Questions

    private mutating func quiz(_ fields: FieldReader) -> Quiz? {
        question(fields) { $0.quiz(&$1) }
    }

    private mutating func computeQuestion(_ fields: FieldReader) -> ComputeQuestion? {
        let parts = question(fields) { reader, fields in
            (
                question: reader.inline("question", &fields),
                unit: fields.line("unit", limit: 16, isRequired: false),
                tolerance: ExerciseManifest.tolerance(&fields)
            )
        }
        let solution = program("solution.js", isModule: false)
        let explanation = document("solution.md")
        guard let question = parts.question, let solution, let explanation else { return nil }
        return ComputeQuestion(
            question: question, unit: parts.unit, tolerance: parts.tolerance, solution: solution,
            explanation: explanation)
    }

    // The manifest's other fields are read, and their problems noted, with the exercise itself.
    private mutating func question<Parts>(
        _ fields: FieldReader, _ read: (inout QuestionReader, inout FieldReader) -> Parts
    ) -> Parts {
        var fields = fields
        let known = fields.problems.count
        var reader = QuestionReader(file: fields.file)
        let parts = read(&reader, &fields)
        problems += fields.problems[known...] + reader.problems
        links += reader.links
        return parts
    }

    // MARK: - Code

    private mutating func task(_ names: Set<String>) -> CodeTask? {
        let starter = file("starter.js")
        let solution = file("solution.js")
        let checks = file("checks.js")
        for file in [starter, solution] {
            guard let file else { continue }
            problems += CodeWidth.problems(in: file.text, at: TextPlace(file: file.path, line: 1))
        }
        let wrong = programs("wrong").compactMap { wrongSolution($0) }
        if wrong.isEmpty && !names.contains("wrong") { fault("wrong", .exercise(.noWrongSolution)) }
        let right = programs("right")
        guard let starter, let solution, let checks else { return nil }
        return CodeTask(starter: starter, solution: solution, checks: checks, wrong: wrong, right: right)
    }

    private mutating func programs(_ directory: String) -> [CourseFile] {
        entries(directory).compactMap { entry in
            let name = "\(directory)/\(entry.name)"
            let stem = entry.name.dropLast(3)
            let isName =
                !stem.isEmpty
                && stem.utf8.allSatisfy { byte in
                    "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains(byte)
                }
            guard !entry.isDirectory, entry.name.hasSuffix(".js"), isName else {
                fault(name, .file(.stray(allowed: ["no-limit.js"])))
                return nil
            }
            return file(name)
        }
    }

    /// The check that a wrong solution names stands in its first comment below the licence.
    private mutating func wrongSolution(_ file: CourseFile) -> CodeTask.WrongSolution? {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        let skipped = Self.licenceLines(lines)
        let mark = "// fails:"
        guard let line = lines.indices.dropFirst(skipped).first(where: { !lines[$0].isEmpty }),
            lines[line].hasPrefix(mark), let name = Self.trimmed(lines[line].dropFirst(mark.count))
        else {
            problems.append(
                CourseProblem(TextPlace(file: file.path, line: skipped + 1), .exercise(.namesNoCheck)))
            return nil
        }
        return CodeTask.WrongSolution(file: file, failsCheck: name, line: line + 1)
    }

    private static func trimmed(_ text: Substring) -> String? {
        let start = text.drop { $0 == " " }
        guard let end = start.lastIndex(where: { $0 != " " }) else { return nil }
        return String(start[...end])
    }
}
