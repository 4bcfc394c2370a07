// SPDX-License-Identifier: MIT
internal import Coursework

/// `looplab course`: the gate for courses, and scaffolds for what goes into them.
struct CourseCommand: Subcommand, Equatable {
    static let name = "course"
    static let synopsis = (operands: "check|new …", summary: "check a course, or begin a part of one")
    static let help =
        """
        usage: looplab course check [DIR]
               looplab course new lesson TRACK/NAME
               looplab course new exercise TRACK/NAME [--kind KIND]

        check reads all of a course and runs every program in it: lessons, puzzles,
        starters, solutions, wrong solutions. Each problem is a line
        FILE:LINE:COLUMN: what is wrong; what to do. The programs of a course that did
        not come with looplab run in a sandbox; checks do always.

        new writes the files of a lesson or an exercise with marks where its author has
        to write. Where NAME has no number it gets the next one. No file is overwritten.

          --course DIR             the course: a directory that holds Lessons (default
                                   LOOPLAB_COURSE, or the course that came with looplab)
          --kind KIND              predict (default), choose, compute, fix, implement
          --trust                  run a course's programs without a sandbox, as your
                                   own; only for a course that you have written
          --json                   what check finds, as JSON

        exit codes: 0 ok; 1 the course has problems; 2 usage; 3 nothing could be run

        """

    /// What can be begun.
    enum Part: String {
        case lesson
        case exercise
    }

    var words: [String] = []
    var course: String?
    var kind: Exercise.Kind?
    var isJSON = false
    /// Whether the person vouches for the course.
    var isTrusted = false

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--course": course = try reader.value(of: name, value)
        case "--json": isJSON = true
        case "--trust": isTrusted = true
        case "--kind": kind = try reader.choice(of: name, value)
        default: return false
        }
        return true
    }

    mutating func take(operand: String) throws(CommandError) {
        words.append(operand)
    }

    func check() throws(CommandError) {
        _ = try action
    }

    func perform() throws(CommandError) -> Int32 {
        switch try action {
        case .check(let directory): try checkCourse(directory)
        case .lesson(let name): try begin(name) { .lesson($0) }
        case .exercise(let name): try begin(name) { .exercise($0, kind ?? .predict) }
        }
    }

    private enum Action {
        case check(directory: String?)
        case lesson(String)
        case exercise(String)
    }

    private var action: Action {
        get throws(CommandError) {
            switch words.first {
            case nil: throw .course(.missingAction)
            case "check": return try checkAction
            case "new": return try newAction
            case let word?: throw .course(.unknownAction(word))
            }
        }
    }

    private var checkAction: Action {
        get throws(CommandError) {
            if words.count > 2 { throw .unexpectedOperand(words[2]) }
            if kind != nil { throw .course(.withoutEffect(option: "--kind", on: "check")) }
            if words.count == 2, course != nil { throw .unexpectedOperand(words[1]) }
            return .check(directory: words.count == 2 ? words[1] : course)
        }
    }

    private var newAction: Action {
        get throws(CommandError) {
            guard words.count > 1, let part = Part(rawValue: words[1]) else {
                throw words.count > 1 ? .course(.unknownAction("new \(words[1])")) : .course(.missingName(of: "part"))
            }
            if words.count > 3 { throw .unexpectedOperand(words[3]) }
            if isJSON { throw .course(.withoutEffect(option: "--json", on: "new")) }
            if isTrusted { throw .course(.withoutEffect(option: "--trust", on: "new")) }
            guard words.count == 3 else { throw .course(.missingName(of: part.rawValue)) }
            switch part {
            case .lesson:
                if kind != nil { throw .course(.withoutEffect(option: "--kind", on: "a lesson")) }
                return .lesson(words[2])
            case .exercise: return .exercise(words[2])
            }
        }
    }

    // MARK: - Checking

    private func checkCourse(_ directory: String?) throws(CommandError) -> Int32 {
        let root = try CourseChoice.find(option: directory).root
        let runner = CourseRunner(root: root, isOwn: isTrusted || CourseChoice.isOwn(root))
        let report = try CourseCheck.run(at: root, runner)
        if isJSON {
            _ = try StandardOutput.print(CourseReportText.json(report, root: root))
        } else {
            _ = try StandardOutput.print(report.problems.map { ErrorText.line(for: $0) + "\n" }.joined())
            StandardError.print(CourseReportText.summary(report))
        }
        return report.problems.isEmpty ? 0 : 1
    }

    // MARK: - Beginning something

    private func begin(
        _ name: String, _ part: (ContentID) -> CourseScaffold
    ) throws(CommandError) -> Int32 {
        let root = try CourseChoice.find(option: course).root
        let (outline, problems) = CourseOutline.load(at: root)
        guard let outline else {
            throw .course(.unreadable(problems.first.map { ErrorText.line(for: $0) } ?? root))
        }
        // Only what is made tells lessons and exercises apart, and their numbers are counted separately.
        let isLesson = if case .lesson = try action { true } else { false }
        let id = try NewName.id(name, among: isLesson ? outline.lessons : outline.exercises, in: outline)
        let written = try part(id).write(to: root)
        return try StandardOutput.print(CourseReportText.written(written, root: root))
    }
}
