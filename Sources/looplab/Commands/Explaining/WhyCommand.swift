// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Markup
internal import Tracing

/// `looplab why`: what led to a line of output, and what decided its place.
struct WhyCommand: RecordingCommand, Equatable {
    static let name = "why"
    static let synopsis = (operands: "FILE LINE", summary: "why a line was printed when it was")
    static let help =
        """
        usage: looplab why [OPTIONS] FILE LINE-OR-TEXT

        Runs a program and explains one line of its output: the steps that led to it,
        from the main script on, and the rule behind each. The line is given by its
        number, or by a text that occurs in it. FILE may also be a trace that was
        written with looplab trace --out.

          --json                   the same for other programs

        """ + RecordingOptions.help

    var recording = RecordingOptions()
    var line: String?
    var isJSON = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        guard name == "--json" else { return false }
        isJSON = true
        return true
    }

    mutating func take(operand: String) throws(CommandError) {
        if recording.take(program: operand) { return }
        guard line == nil else { throw .unexpectedOperand(operand) }
        line = operand
    }

    func check() throws(CommandError) {
        if recording.program == nil { throw .missingProgram }
        if line == nil { throw .missingLine }
    }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let style = Screen.detect(.never).style
        let trace = try recording.trace(level: .full)
        return try Self.explain(line ?? "", of: trace, isJSON: isJSON, style)
    }

    /// Prints why a line was printed that is given by its number or its text.
    static func explain(
        _ words: String, of trace: Trace, isJSON: Bool, _ style: TerminalStyle
    ) throws(CommandError) -> Int32 {
        let why = Why(TraceIndex(trace))
        let line = try LineChoice(words).line(of: trace)
        let text =
            isJSON
            ? ExplanationJSON.why(line, why)
            : ExplanationText(why, style).why(line)
        return try StandardOutput.print(text)
    }
}

/// Which line of a program's output is meant.
struct LineChoice: Equatable {
    /// What was given: a number, or a text that occurs in the line.
    let words: String

    init(_ words: String) {
        self.words = words
    }

    /// The line; throws where there is none or several.
    ///
    /// A text that is a whole line means that one, even where it occurs in others.
    func line(of trace: Trace) throws(CommandError) -> OutputLine {
        let lines = trace.outputLines()
        if let number = Int(words) {
            if let line = lines.first(where: { $0.number == number }) { return line }
            if !lines.contains(where: { $0.text.contains(words) }) {
                throw .noSuchLine(words, count: lines.count)
            }
        }
        let whole = lines.filter { $0.text == words }
        let found = whole.isEmpty ? lines.filter { $0.text.contains(words) } : whole
        guard let line = found.first else { throw .noSuchLine(words, count: lines.count) }
        guard found.count == 1 else {
            throw .ambiguousLine(words, lines: found.map { NumberedLine(number: $0.number, text: $0.text) })
        }
        return line
    }
}

/// A line of output with its number.
struct NumberedLine: Equatable {
    /// From 1.
    let number: Int
    /// What it says.
    let text: String
}
