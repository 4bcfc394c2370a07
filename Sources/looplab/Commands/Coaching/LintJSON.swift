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
        writer.member("version", 1)
        writer.member("count", programs.reduce(0) { $0 + $1.report.findings.count })
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
        writer.member("program", program.name)
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
        writer.member("pattern", finding.pattern.rawValue)
        writer.member("title", finding.pattern.title)
        write(finding.position, program, &writer)
        writer.member("count", finding.count)
        writer.key("evidence")
        writer.beginArray()
        for sentence in finding.evidence { writer.string(sentence) }
        writer.endArray()
        writer.member("fix", finding.fix)
        writer.member("lesson", finding.pattern.lesson)
        writer.list("related", finding.related) { position, writer in
            write(position, program, &writer)
        }
        writer.endObject()
    }

    private func write(_ position: SourcePosition, _ program: LintedProgram, _ writer: inout JSONWriter) {
        writer.member("file", program.path(of: position.file))
        writer.member("line", position.line)
        writer.member("column", position.column)
    }
}
