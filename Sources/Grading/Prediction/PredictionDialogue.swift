// SPDX-License-Identifier: MIT
internal import HostRuntime
public import Markup
public import Tracing

/// One person putting the lines of one program in order: takes what they type, gives what they read.
///
/// It knows no terminal: whoever owns one shows the rows, asks for the next line, and opens the step view.
public struct PredictionDialogue<Runner: ProgramRunner> {
    /// How it ended.
    public enum Outcome: Equatable, Sendable {
        /// With a right order.
        case right
        /// With the key shown.
        case skipped
        /// With neither.
        case left
    }

    /// What comes next.
    public enum Step: Sendable {
        /// Ask for another line, with ``question``.
        case ask
        /// Open the step view on this record, at the position of so many events; then ask.
        case step(Trace, position: Int)
        /// It is over.
        case end(Outcome)
    }

    /// What is to be shown, and what to do then.
    public struct Reply: Sendable {
        /// What to show.
        public let rows: [StyledText]
        /// What to do.
        public let step: Step
    }

    /// The verdicts so far; an answer that could not be read is none.
    public private(set) var verdicts: [PredictionVerdict] = []
    /// How many hints were taken.
    public private(set) var hintCount = 0
    /// What is asked.
    public let question: String

    private var judge: PredictionJudge<Runner>
    private let text: PredictionText
    private let explanationStyle: TerminalStyle
    private let words: PredictionWords
    /// What was typed of an order that goes on.
    private var begun = ""
    private var hints = HintPlace()

    private struct HintPlace {
        /// How many lines at the beginning have been given away.
        var knownLines = 0
        /// Whether the rule for the next one has been told.
        var hasToldRule = false
    }

    /// Begins with a judge of the program.
    public init(_ judge: PredictionJudge<Runner>, _ style: TerminalStyle) {
        self.judge = judge
        text = PredictionText(style)
        explanationStyle = style
        words = PredictionWords(judge.labels)
        question = text.question(judge.labels)
    }

    /// The program, its lines and what can be typed.
    public var opening: [StyledText] {
        text.program(judge.key.usual.trace) + [StyledText()] + text.lines(judge.labels)
            + text.paragraph("", "Type the order, or:  \(words.list([.hint, .skip, .leave]))") + [StyledText()]
    }

    /// Takes what was typed.
    public mutating func take(_ line: String) throws(PredictionError) -> Reply {
        if begun.isEmpty, let word = words.command(line) { return try perform(word) }
        if !begun.isEmpty, line.allSatisfy(\.isWhitespace) {
            begun = ""
            return reply(text.paragraph("", "Begin again."))
        }
        let whole = begun.isEmpty ? line : begun + "\n" + line
        let answer = PredictionAnswer(whole, judge.labels)
        if answer.isBeginning {
            begun = whole
            return reply(
                text.problems(answer, judge.labels) + text.paragraph("", "Go on, or an empty line to begin again."))
        }
        begun = ""
        guard answer.problems.isEmpty else { return reply(text.problems(answer, judge.labels)) }
        return try judged(answer.lines)
    }

    /// Ends it where no more lines come.
    public func end() -> Reply { Reply(rows: [], step: .end(.left)) }

    private func reply(_ rows: [StyledText]) -> Reply { Reply(rows: rows, step: .ask) }

    private mutating func judged(_ lines: [String]) throws(PredictionError) -> Reply {
        let verdict = try judge.judge(lines)
        verdicts.append(verdict)
        let rows = [StyledText()] + text.verdict(verdict) + [StyledText()]
        guard let mistake = verdict.mistake else { return Reply(rows: rows, step: .end(.right)) }
        hints = HintPlace(knownLines: mistake.rightLines)
        return reply(
            rows + text.paragraph("", "Try again, or:  \(words.list([.hint, .step, .why, .skip]))") + [StyledText()])
    }

    // MARK: - Commands

    private mutating func perform(_ command: PredictionWords.Command) throws(PredictionError) -> Reply {
        switch command {
        case .hint: return try hint()
        case .step: return try step()
        case .why: return try why()
        case .skip:
            return Reply(rows: text.key(judge.key) + [StyledText()], step: .end(.skipped))
        case .leave: return end()
        case .help:
            return reply(
                text.lines(judge.labels)
                    + text.paragraph("", words.list([.hint, .step, .why, .skip, .leave])) + [StyledText()])
        }
    }

    /// The order that the last answer was compared with.
    private var order: PredictionKey.Order {
        verdicts.last.map { judge.key.closest(to: $0.predicted) } ?? judge.key.orders[0]
    }

    // First the rule that decides the next line, then the line itself.
    private mutating func hint() throws(PredictionError) -> Reply {
        hintCount += 1
        let why = try judge.why(for: order)
        let lines = why.trace.outputLines(includingErrors: false)
        if verdicts.isEmpty, hints.knownLines == 0, !hints.hasToldRule { hints.knownLines = lines.firstOpenLine(why) }
        // The verdict has shown the line at the first difference, so that a second hint is about the one behind it.
        if hints.hasToldRule, let mistake = verdicts.last?.mistake, hints.knownLines == mistake.rightLines {
            hints = HintPlace(knownLines: mistake.rightLines + 1)
        }
        let next = hints.knownLines
        guard next + 1 < lines.count else {
            return reply(text.paragraph("", "Only one line is left, and it comes last.") + [StyledText()])
        }
        if hints.hasToldRule {
            hints = HintPlace(knownLines: next + 1)
            let line = lines[next].text
            return reply(text.paragraph("", "Line \(next + 1) of the output is \"\(line)\".") + [StyledText()])
        }
        hints.hasToldRule = true
        let mistake = verdicts.last?.mistake?.difference.flatMap { $0.number == next + 1 ? $0.decision : nil }
        let decision =
            mistake ?? why.decider.decision(between: lines[next].eventIndex, and: lines[next + 1].eventIndex)
        let place = next == 0 ? "the first line" : "line \(next + 1)"
        return reply(
            text.paragraph("", "What decides \(place) of the output:") + text.rule(decision.rule) + [StyledText()])
    }

    private mutating func why() throws(PredictionError) -> Reply {
        guard let mistake = verdicts.last?.mistake, let line = mistake.difference?.actual else {
            return reply(text.paragraph("", answerFirst("why a line came when it did")) + [StyledText()])
        }
        let rows = ExplanationText(mistake.why, explanationStyle).whyRows(line)
        return reply(rows + [StyledText()])
    }

    // Up to where the output is different: what comes then is still to be found out.
    private mutating func step() throws(PredictionError) -> Reply {
        guard let mistake = verdicts.last?.mistake else {
            return reply(text.paragraph("", answerFirst("the run up to the first difference")) + [StyledText()])
        }
        var trace = try judge.steps(of: order)
        let lines = trace.outputLines(includingErrors: false)
        if mistake.rightLines < lines.count {
            trace.events.removeSubrange((lines[mistake.rightLines].eventIndex + 1)...)
        }
        let last = mistake.rightLines > 0 ? lines[mistake.rightLines - 1].eventIndex + 1 : 0
        return Reply(rows: [], step: .step(trace, position: last))
    }

    private func answerFirst(_ what: String) -> String {
        "Give an order first, right or wrong; then this shows \(what)."
    }
}

extension PredictionDialogue: Sendable where Runner: Sendable {}

extension [OutputLine] {
    /// The position of the first line that the main script does not print by itself; 0 where there is none.
    fileprivate func firstOpenLine(_ why: Why) -> Int {
        let first = self.first.map { why.trace.events[$0.eventIndex].cause }
        return firstIndex { why.trace.events[$0.eventIndex].cause != first } ?? 0
    }
}
