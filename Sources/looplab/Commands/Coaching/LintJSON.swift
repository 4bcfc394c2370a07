// SPDX-License-Identifier: MIT
internal import Markup
internal import Tracing

/// The findings as one JSON object; `looplab lint --help` names its fields.
struct LintJSON {
    private let programs: [LintedProgram]

    init(_ programs: [LintedProgram]) {
        self.programs = programs
    }

    /// The object, and a line feed.
    var text: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("version")
        writer.number(1)
        writer.key("count")
        writer.number(programs.reduce(0) { $0 + $1.report.findings.count })
        writer.key("programs")
        writer.beginArray()
        for program in programs { write(program, &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func write(_ program: LintedProgram, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("program")
        writer.string(program.name)
        writer.key("cut")
        write(program.report.cut, &writer)
        writer.key("error")
        write(program.error, &writer)
        writer.key("findings")
        writer.beginArray()
        for finding in program.report.findings { write(finding, program, &writer) }
        writer.endArray()
        writer.endObject()
    }

    private func write(_ text: String?, _ writer: inout JSONWriter) {
        if let text { writer.string(text) } else { writer.null() }
    }

    private func write(_ finding: Finding, _ program: LintedProgram, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("pattern")
        writer.string(finding.pattern.rawValue)
        writer.key("title")
        writer.string(finding.pattern.title)
        write(finding.position, program, &writer)
        writer.key("count")
        writer.number(finding.count)
        writer.key("evidence")
        writer.beginArray()
        for sentence in finding.evidence { writer.string(sentence) }
        writer.endArray()
        writer.key("fix")
        writer.string(finding.fix)
        writer.key("lesson")
        writer.string(finding.pattern.lesson)
        writer.key("related")
        writer.beginArray()
        for position in finding.related {
            writer.beginObject()
            write(position, program, &writer)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }

    private func write(_ position: SourcePosition, _ program: LintedProgram, _ writer: inout JSONWriter) {
        writer.key("file")
        writer.string(program.path(of: position.file))
        writer.key("line")
        writer.number(position.line)
        writer.key("column")
        writer.number(position.column)
    }
}
