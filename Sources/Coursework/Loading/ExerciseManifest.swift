// SPDX-License-Identifier: MIT
internal import YAMLFields

extension CourseOutline {
    /// Reads what an exercise says about itself; nil where that is not enough to work with.
    public func exercise(_ id: ContentID) -> (exercise: Exercise?, problems: [CourseProblem]) {
        do throws(CourseProblem) {
            var manifest = try ExerciseManifest(id, in: self, CourseFiles(root: root))
            let exercise = manifest.exercise(in: self)
            return (exercise, manifest.problems)
        } catch {
            return (nil, [error])
        }
    }

    /// Reads the texts and programs of an exercise; nil where it cannot be posed.
    public func body(of exercise: Exercise) -> (body: ExerciseBody?, problems: [CourseProblem]) {
        do throws(CourseProblem) {
            let files = try CourseFiles(root: root)
            var loader = ExerciseBodyLoader(exercise, files)
            let body = loader.load(try ExerciseManifest(exercise.id, in: self, files).fields)
            return (body, loader.problems.sorted())
        } catch {
            return (nil, [error])
        }
    }
}

/// The fields of an exercise's manifest.
struct ExerciseManifest {
    /// All of its fields.
    private(set) var fields: FieldReader
    private let id: ContentID

    private static let everywhere = [
        "format", "title", "kind", "concepts", "minutes", "lesson", "after", "profile",
    ]
    private static let special: [String: [Exercise.Kind]] = [
        "entry": [.fix, .implement], "question": [.choose, .compute], "options": [.choose], "unit": [.compute],
        "tolerance": [.compute], "workers": [.fix, .implement],
    ]

    init(_ id: ContentID, in outline: CourseOutline, _ files: CourseFiles) throws(CourseProblem) {
        self.id = id
        let path = "Exercises/\(id)/exercise.yaml"
        let node = try YAMLReader.read(files.text(path, limit: CourseFiles.Limit.manifest), file: path)
        let known = Self.everywhere + Self.special.keys.sorted()
        guard let fields = FieldReader(node, file: path, known: known) else {
            throw CourseProblem(TextPlace(node, in: path), .yaml(.notAMapping))
        }
        self.fields = fields
    }

    /// What is wrong with the fields that were read.
    var problems: [CourseProblem] { fields.problems }

    /// Reads the fields that every exercise has.
    mutating func exercise(in outline: CourseOutline) -> Exercise? {
        fields.checkFormat()
        let title = fields.line("title")
        let kind = fields.choice("kind", Exercise.Kind.self)
        let minutes = fields.number("minutes", in: 1...120)
        let concepts = fields.concepts(in: outline)
        let lesson = fields.lesson("lesson", in: outline)
        let after = fields.exercises("after", in: outline, isRequired: false)
        let profile = fields.choice("profile", CourseProgram.Profile.self, isRequired: false)
        guard let kind else { return nil }
        for name in Self.special.keys.sorted() where fields.has(name) && Self.special[name]?.contains(kind) == false {
            fields.fault(name, .notWith("kind: \(kind.rawValue)"))
        }
        let entry = entry(kind)
        let workers = fields.has("workers") ? fields.number("workers", in: 1...8) : nil
        guard let title else { return nil }
        return Exercise(
            id: id, title: title, kind: kind, concepts: concepts, minutes: minutes ?? 5, lesson: lesson, after: after,
            profile: profile ?? .node, entry: entry, workers: workers ?? 0)
    }

    private mutating func entry(_ kind: Exercise.Kind) -> String? {
        guard kind == .fix || kind == .implement else { return nil }
        guard let entry = fields.line("entry") else { return nil }
        if !SourceIdentifiers.isIdentifier(entry) {
            fields.fault("entry", .notAnIdentifier(entry), fields.valuePlace("entry"))
        }
        return entry
    }

    /// Reads the distance that an answer may be off.
    static func tolerance(_ fields: inout FieldReader) -> ComputeQuestion.Tolerance {
        guard let text = fields.text("tolerance", isRequired: false) else { return .absolute(0) }
        let isRelative = text.hasSuffix("%")
        guard let number = ComputeQuestion.number(isRelative ? String(text.dropLast()) : text), number >= 0 else {
            fields.fault("tolerance", .notATolerance(text), fields.valuePlace("tolerance"))
            return .absolute(0)
        }
        return isRelative ? .relative(number / 100) : .absolute(number)
    }
}
