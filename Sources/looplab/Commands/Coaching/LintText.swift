// SPDX-License-Identifier: MIT
internal import Markup
internal import Tracing

/// The findings as text of at most 80 columns: place and name, the source line, the evidence, the fix, the lesson.
struct LintText {
    private static let width = 80
    private let programs: [LintedProgram]

    init(_ programs: [LintedProgram]) {
        self.programs = programs
    }

    /// Everything, safe to print.
    var text: String {
        programs.map { TerminalText.escaped(text(of: $0)) }.joined(separator: "\n")
    }

    private func text(of program: LintedProgram) -> String {
        let report = program.report
        var lines = report.findings.flatMap { self.lines(of: $0, program) }
        if let error = program.error?.prefix(while: { $0 != "\n" }) {
            lines += Self.wrapped("The program ended with an error that nobody caught: \(error)")
        }
        if let cut = report.cut {
            lines += Self.wrapped(
                "The run was cut (\(cut)): what would have settled or been cleared later is not held against it.")
        }
        let count = report.findings.count
        if program.doesNotParse { return (lines + ["\(program.name): could not be run"]).map { $0 + "\n" }.joined() }
        let found = count == 0 ? "nothing found" : count == 1 ? "1 finding" : "\(count) findings"
        return (lines + ["\(program.name): \(found)"]).map { $0 + "\n" }.joined()
    }

    private func lines(of finding: Finding, _ program: LintedProgram) -> [String] {
        let position = finding.position
        let times = finding.count > 1 ? " (\(finding.count) times)" : ""
        let place = "\(program.path(of: position.file)):\(position.line):\(position.column)"
        var lines = ["\(place)  \(finding.pattern.title)\(times)"]
        if let source = program.sourceLine(position) { lines += Self.marked(source, at: position) }
        for sentence in finding.evidence { lines += Self.wrapped(sentence, indent: "  ") }
        lines += Self.wrapped("Fix: \(finding.fix)", indent: "  ")
        lines += Self.wrapped("Lesson \(finding.pattern.lesson)", indent: "  ")
        return lines + [""]
    }

    // The line with its number, shortened around the column, and a mark below the column.
    private static func marked(_ source: Substring, at position: SourcePosition) -> [String] {
        let head = "  \(position.line) | "
        let room = width - head.count
        var text = Array(source.map { $0 == "\t" ? " " : $0 })
        var column = source.utf16.prefix(position.column - 1).count
        // Columns count UTF-16 units, what is shown counts characters.
        let before = String(decoding: Array(source.utf16.prefix(column)), as: UTF16.self)
        column = before.count
        let start = column < room - 4 ? 0 : column - room / 2
        text = Array(text.dropFirst(start))
        if text.count > room { text = text.prefix(room - 3) + Array("...") }
        return [head + String(text), String(repeating: " ", count: head.count + column - start) + "^"]
    }

    // Breaks between words.
    private static func wrapped(_ sentence: String, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = indent
        for word in sentence.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if line.count + word.count + 1 > width, line.count > indent.count {
                lines.append(line)
                line = indent + "  "
            }
            line += (line.allSatisfy { $0 == " " } ? "" : " ") + word
        }
        return lines + [line]
    }
}
