// SPDX-License-Identifier: MIT

/// The lines of output that somebody expects, in that order.
public struct Prediction: Equatable, Sendable {
    /// The lines, as the program prints them where they could be matched.
    public let lines: [String]

    /// Reads a prediction for a program that prints `actual`: lines with commas between them, as CSV.
    ///
    /// Spaces around a line and quotes around it do not count. Where there is no comma, line feeds, spaces or single
    /// letters divide the lines, if that gives lines that the program prints.
    public init(_ text: String, actual: [String]) {
        // Nothing means nothing, unless the program prints an empty line.
        if Self.trimmed(text).isEmpty, actual.first.map(Self.normalized) != "" {
            lines = []
            return
        }
        let known = Set(actual.map(Self.normalized))
        var readings = [Self.fields(of: text)]
        if !text.contains(",") {
            readings.append(text.split(separator: "\n").map(String.init))
            readings.append(text.split(whereSeparator: \.isWhitespace).map(String.init))
            readings.append(text.filter { !$0.isWhitespace }.map(String.init))
        }
        let fitting = readings.first { $0.count > 1 && $0.allSatisfy { known.contains(Self.normalized($0)) } }
        let chosen = fitting ?? readings.first ?? []
        lines = chosen.map { line in
            actual.first { Self.normalized($0) == Self.normalized(line) } ?? Self.normalized(line)
        }
    }

    /// Whether an expected line is one that was printed.
    static func matches(_ expected: String, _ line: String) -> Bool { normalized(expected) == normalized(line) }

    /// A line without spaces and quotes around it.
    static func normalized(_ line: String) -> String {
        let text = trimmed(line)
        for quote in ["\"", "'", "`"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return trimmed(String(text.dropFirst().dropLast()))
        }
        return text
    }

    private static func trimmed(_ text: String) -> String {
        let tail = text.drop(while: \.isWhitespace)
        return String(tail.reversed().drop(while: \.isWhitespace).reversed())
    }

    // RFC 4180: a field in double quotes may hold commas, line feeds, and double quotes written twice.
    private static func fields(of text: String) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var characters = Array(text)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                field.append("\"")
                characters.removeFirst()
            case "\"" where isQuoted: isQuoted = false
            case "\"" where trimmed(field).isEmpty:
                isQuoted = true
                field = ""
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        fields.append(field)
        return fields
    }
}

/// A prediction beside what a program printed.
public struct PredictionCheck: Sendable {
    /// What is different, and why, at the first line that is not as it was expected.
    public struct Difference: Equatable, Sendable {
        /// How the lines differ.
        public enum Form: Equatable, Sendable {
            /// The expected line comes later: the number of its line.
            case comesLater(line: Int)
            /// The expected line was printed before, and no more.
            case cameBefore
            /// The program never prints the expected line.
            case neverPrinted
            /// The prediction ends, and the program prints more.
            case predictionEnds
            /// The program prints nothing more.
            case outputEnds
        }

        /// The number of the line, from 1.
        public var number: Int
        /// What was expected; nil where the prediction has ended.
        public var predicted: String?
        /// What was printed; nil where the program has ended.
        public var actual: OutputLine?
        /// How they differ.
        public var form: Form
        /// What decided that the printed line came first; where the expected one was before, why the printed one came.
        ///
        /// Nil where the expected line is never printed, or nothing more is: then no rule of order decides.
        public var decision: Decision?
        /// How many events had happened when it was decided: see ``TraceCursor/move(to:)``.
        public var moment: Int
    }

    /// The lines that were expected.
    public let predicted: [String]
    /// The lines of standard output.
    public let actual: [OutputLine]
    /// The first difference; nil where the prediction is right.
    public let difference: Difference?

    /// Compares a prediction with a program's standard output.
    public init(_ prediction: Prediction, _ why: Why) {
        self.init(lines: prediction.lines, why)
    }

    /// Compares expected lines with a program's standard output.
    public init(lines: [String], _ why: Why) {
        predicted = lines
        actual = why.trace.outputLines(includingErrors: false)
        difference = Self.difference(predicted, actual, why)
    }

    private static func difference(_ predicted: [String], _ actual: [OutputLine], _ why: Why) -> Difference? {
        let count = max(predicted.count, actual.count)
        let place = (0..<count).first { place in
            place >= predicted.count || place >= actual.count
                || !Prediction.matches(predicted[place], actual[place].text)
        }
        guard let place else { return nil }
        let line = place < actual.count ? actual[place] : nil
        let expected = place < predicted.count ? predicted[place] : nil
        var form = Difference.Form.predictionEnds
        var decision: Decision?
        if let expected {
            let later = actual[min(place, actual.count)...].first { Prediction.matches(expected, $0.text) }
            let wasBefore = actual.prefix(place).contains { Prediction.matches(expected, $0.text) }
            form = later.map { .comesLater(line: $0.number) } ?? (wasBefore ? .cameBefore : .neverPrinted)
            if line == nil { form = .outputEnds }
            if let line, let later { decision = why.decider.decision(between: line.eventIndex, and: later.eventIndex) }
        }
        if decision == nil, let line, form != .neverPrinted {
            decision = why.reasons(forEventAt: line.eventIndex).last { $0.rule != nil }.flatMap { reason in
                reason.rule.map { Decision(rule: $0, sentence: reason.sentence, eventIndex: reason.eventIndex) }
            }
        }
        let moment = moment(of: line, after: place > 0 ? actual[min(place, actual.count) - 1] : nil, why)
        return Difference(
            number: place + 1, predicted: expected, actual: line, form: form, decision: decision, moment: moment)
    }

    // Before the callback that printed the line began, or before the line where the same callback printed the last one.
    private static func moment(of line: OutputLine?, after last: OutputLine?, _ why: Why) -> Int {
        guard let line else { return why.trace.events.count }
        let link = Lineage(of: line.eventIndex, in: why.index).links.last
        let started = link?.started ?? line.eventIndex
        if let last, started < last.eventIndex { return line.eventIndex }
        let isEntry = why.trace.events[started].cause <= 1 || link.map { why.names.isModuleBody($0.record) } ?? false
        return last == nil && isEntry ? line.eventIndex : started
    }
}
