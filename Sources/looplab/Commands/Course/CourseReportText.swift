// SPDX-License-Identifier: MIT
internal import Coursework
internal import Markup
internal import YAMLFields

/// What `looplab course` prints.
enum CourseReportText {
    /// What was checked and how it came out, for a person.
    static func summary(_ report: CourseCheck.Report) -> String {
        let lessons = CountedNoun.text(report.lessons, "lesson")
        let exercises = CountedNoun.text(report.exercises, "exercise")
        let looked = "\(lessons), \(exercises), \(CountedNoun.text(report.programs, "run")) of programs"
        let verdict = report.problems.isEmpty ? "the course passes" : CountedNoun.text(report.problems.count, "problem")
        var text = "\(verdict): \(looked)\n"
        if !report.ungraded.isEmpty {
            let names = report.ungraded.map(\.description).joined(separator: ", ")
            text += "not tried: \(names)\n"
        }
        return TerminalText.escaped(text)
    }

    /// The report as JSON.
    static func json(_ report: CourseCheck.Report, root: String) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("course", root)
        writer.member("passed", report.problems.isEmpty)
        writer.member("lessons", report.lessons)
        writer.member("exercises", report.exercises)
        writer.member("runs", report.programs)
        writer.key("notTried")
        writer.beginArray()
        for id in report.ungraded { writer.string(id.description) }
        writer.endArray()
        writer.key("problems")
        writer.beginArray()
        for problem in report.problems { write(problem, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func write(_ problem: CourseProblem, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("file", problem.place.file)
        // What concerns a file as a whole has neither line nor column.
        if problem.place.line > 0 {
            writer.member("line", problem.place.line)
        }
        if problem.place.column > 0 {
            writer.member("column", problem.place.column)
        }
        writer.member("message", ErrorText.text(of: problem.kind))
        writer.endObject()
    }

    /// The files that were written, and what comes next.
    static func written(_ paths: [String], root: String) -> String {
        let lines = paths.map { "wrote \($0)\n" }.joined()
        let mark = CourseCheck.leftoverMark
        return TerminalText.escaped(
            lines + "Write what belongs where '\(mark)' stands, then: looplab course check \(ShellWord.quoted(root))\n")
    }
}
