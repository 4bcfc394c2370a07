// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Tracing

/// `looplab lint`: runs programs and says which anti-patterns their runs show.
struct LintCommand: RecordingCommand, Equatable {
    static let name = "lint"
    static let synopsis = (operands: "FILE…", summary: "run and report async anti-patterns")
    static let help =
        """
        usage: looplab lint [OPTIONS] FILE…

        Runs each program and reports the anti-patterns that its run shows: where, what
        shows it, and what to do. What did not happen in the run is not reported.

          floating-promise          a promise nobody waits for, rejected or working on
          unhandled-rejection       a rejection without a handler, or with a late one
          sequential-awaits         awaits that could have waited together
          starvation                microtasks or ticks that keep tasks out
          blocked-loop              a callback that holds the thread for 50 ms or more
          never-settled             a promise that something waits for at the end
          missing-return            a then-callback that does not return its promise
          leaked-timer-or-listener  what keeps the program alive, or only grows
          race-loser                what lost a race and goes on

          --json                    machine output; see below

        """ + RecordingOptions.help + """

            A program that does not end is stopped, by default after 200000 events, and the
            report says so.

            With --json one object is written: "version" (1), "count" (all findings) and
            "programs", each with "program", "cut" (why it was stopped, or null), "error"
            (what nobody caught, or null) and "findings". A finding has "pattern", "title",
            "file", "line", "column", "count" (how often at this place), "evidence" (an
            array of sentences), "fix", "lesson" and "related" (places with "file", "line",
            "column"). Lines and columns count from 1.

            exit codes: 0 nothing found; 1 something found, or a program does not parse;
                        2 usage; 3 infrastructure

            """

    /// After how many events a program is stopped that does not end.
    static let eventBudget: UInt64 = 200_000

    var recording = RecordingOptions()
    var files: [String] = []
    var isJSON = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        guard name == "--json" else { return false }
        isJSON = true
        return true
    }

    mutating func take(operand: String) throws(CommandError) {
        files.append(operand)
    }

    func check() throws(CommandError) {
        if recording.program == nil && files.isEmpty { throw .missingProgram }
    }

    func perform() throws(CommandError) -> Int32 {
        var reports: [LintedProgram] = []
        if recording.program != nil { reports.append(try lint(recording, as: nil)) }
        for file in files {
            var own = recording
            own.program = nil
            _ = own.take(program: file)
            reports.append(try lint(own, as: file))
        }
        _ = try StandardOutput.print(isJSON ? LintJSON(reports).text : LintText(reports).text)
        return reports.contains { !$0.report.findings.isEmpty || $0.doesNotParse } ? 1 : 0
    }

    private func lint(_ options: RecordingOptions, as file: String?) throws(CommandError) -> LintedProgram {
        var options = options
        options.eventBudget = options.eventBudget ?? Self.eventBudget
        let trace = try options.trace(level: .full)
        do throws(RuntimeError) {
            let facts = try SourceReading.facts(of: trace, productVersion: LoopLab.version)
            return LintedProgram(
                name: file ?? trace.header.program, trace: trace,
                report: Coach(TraceIndex(trace), facts: facts).report)
        } catch {
            throw .runtime(error)
        }
    }
}

/// One program that was looked at.
struct LintedProgram {
    /// As the person named it.
    var name: String
    /// Its run.
    var trace: Trace
    /// What was found.
    var report: CoachReport

    /// What nobody caught; nil if nothing.
    var error: String? {
        trace.events.last { $0.kind == .uncaughtError }.map { trace.text(of: $0) }
    }

    /// Whether nothing of it could run.
    var doesNotParse: Bool {
        error?.hasPrefix("SyntaxError") == true
            && !trace.events.contains { $0.kind == .queued || ($0.kind == .output && $0.value == 1) }
    }

    /// A file of the run as the person can open it: beside the program that they named.
    func path(of file: String) -> String {
        guard let slash = name.lastIndex(of: "/"), !file.hasPrefix("/") else { return file }
        return name[...slash] + file
    }

    /// A line of one of the sources; nil where the text is not known.
    func sourceLine(_ position: SourcePosition) -> Substring? {
        guard let source = trace.sources.first(where: { $0.file == position.file }) else { return nil }
        let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(position.line - 1) ? lines[position.line - 1] : nil
    }
}
