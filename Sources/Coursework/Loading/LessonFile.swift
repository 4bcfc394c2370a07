// SPDX-License-Identifier: MIT
internal import YAMLFields

extension CourseOutline {
    /// Reads what a lesson says about itself; nil where that is not enough to work with.
    public func lesson(_ id: ContentID) -> (lesson: Lesson?, problems: [CourseProblem]) {
        do throws(CourseProblem) {
            return try LessonFile(id, in: self).lesson(id, in: self)
        } catch {
            return (nil, [error])
        }
    }

    /// Reads the text of a lesson; nil where there is nothing to show.
    public func body(of lesson: Lesson) -> (body: LessonBody?, problems: [CourseProblem]) {
        do throws(CourseProblem) {
            return try LessonFile(lesson.id, in: self).body()
        } catch {
            return (nil, [error])
        }
    }
}

/// The two parts of a lesson's file: fields between two lines of three hyphens, and Markdown.
struct LessonFile {
    private let path: String
    private let fields: String
    private let text: String
    /// How many lines stand above the text.
    private let textOffset: Int

    init(_ id: ContentID, in outline: CourseOutline) throws(CourseProblem) {
        path = "Lessons/\(id).md"
        let files = try CourseFiles(root: outline.root)
        let whole = try files.text(path, limit: CourseFiles.Limit.text)
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---" else {
            throw CourseProblem(TextPlace(file: path, line: 1), .markdown(.noFrontMatter))
        }
        guard let end = lines.dropFirst().firstIndex(of: "---") else {
            throw CourseProblem(TextPlace(file: path, line: 1), .markdown(.openFrontMatter))
        }
        fields = lines[1..<end].joined(separator: "\n")
        text = lines[(end + 1)...].joined(separator: "\n")
        textOffset = end + 1
    }

    func lesson(
        _ id: ContentID, in outline: CourseOutline
    ) throws(CourseProblem) -> (lesson: Lesson?, problems: [CourseProblem]) {
        let node = try YAMLReader.read(fields, file: path, lineOffset: 1)
        let known = ["title", "minutes", "concepts", "exercises"]
        guard var fields = FieldReader(node, file: path, known: known) else {
            throw CourseProblem(TextPlace(node, in: path), .yaml(.notAMapping))
        }
        let title = fields.line("title")
        let minutes = fields.number("minutes", in: 5...15)
        let concepts = fields.concepts(in: outline)
        let exercises = fields.exercises("exercises", in: outline, isRequired: true)
        guard let title else { return (nil, fields.problems) }
        let lesson = Lesson(
            id: id, title: title, minutes: minutes ?? 10, concepts: concepts, exercises: exercises)
        return (lesson, fields.problems)
    }

    func body() -> (body: LessonBody?, problems: [CourseProblem]) {
        let (document, problems) = MarkdownReader.read(text, file: path, lineOffset: textOffset, .lesson)
        var builder = LessonBuilder(path)
        for block in document.blocks { builder.add(block) }
        return (builder.body(links: document.links), problems + builder.problems)
    }
}

/// Parts a lesson's text into prose and what is done.
private struct LessonBuilder {
    private(set) var problems: [CourseProblem] = []
    private var blocks: [LessonBlock] = []
    private var prose: [MarkdownBlock] = []
    private var links: [MarkdownLink] = []
    private let file: String

    init(_ file: String) {
        self.file = file
    }

    mutating func body(links others: [MarkdownLink]) -> LessonBody? {
        endProse()
        if blocks.isEmpty { return nil }
        return LessonBody(blocks: blocks, links: (others + links).sorted { $0.place < $1.place })
    }

    mutating func add(_ block: MarkdownBlock) {
        guard case .code(let info, let text) = block.content, let first = Fence(info).words.first else {
            prose.append(block)
            return
        }
        switch first {
        case "js": addProgram(Fence(info), text, line: block.line)
        case "quiz":
            checkWords(Fence(info), known: [], line: block.line)
            addQuestion(text, line: block.line) { $0.quiz($1).map { .quiz($0) } }
        case "try":
            checkWords(Fence(info), known: ["browser"], line: block.line)
            let profile: CourseProgram.Profile = Fence(info).words.contains("browser") ? .browser : .node
            addQuestion(text, line: block.line) { $0.tryGoal($1, profile).map { .try($0) } }
        default: prose.append(block)
        }
    }

    private mutating func checkWords(_ fence: Fence, known: [String], line: Int) {
        for word in fence.words.dropFirst() where !known.contains(word) {
            let nearest = NearestName.nearest(to: word, among: known)
            let place = TextPlace(file: file, line: line)
            problems.append(CourseProblem(place, .block(.unknownWord(word, nearest: nearest))))
        }
    }

    private mutating func endProse() {
        if !prose.isEmpty { blocks.append(.prose(prose)) }
        prose = []
    }

    private mutating func addProgram(_ fence: Fence, _ text: String, line: Int) {
        let place = TextPlace(file: file, line: line)
        if text.allSatisfy(\.isWhitespace) {
            problems.append(CourseProblem(place, .block(.empty)))
            return
        }
        var options = ProgramOptions(place)
        for word in fence.words.dropFirst() { options.take(word) }
        options.check()
        problems += options.problems
        endProse()
        blocks.append(.program(options.block(text)))
    }

    private mutating func addQuestion(
        _ text: String, line: Int, _ make: (inout QuestionReader, YAMLNode) -> LessonBlock?
    ) {
        do throws(CourseProblem) {
            let node = try YAMLReader.read(text, file: file, lineOffset: line)
            var reader = QuestionReader(file: file)
            if let block = make(&reader, node) {
                endProse()
                blocks.append(block)
            }
            problems += reader.problems
            links += reader.links
        } catch {
            problems.append(error)
        }
    }
}
