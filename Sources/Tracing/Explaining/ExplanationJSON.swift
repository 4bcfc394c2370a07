// SPDX-License-Identifier: MIT
internal import Markup

/// Explanations as JSON, for other programs.
public enum ExplanationJSON {
    /// Why a line was printed when it was.
    public static func why(_ line: OutputLine, _ why: Why) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("line")
        writer.number(line.number)
        writer.key("text")
        writer.string(line.text)
        writer.key("standardError")
        writer.boolean(line.isError)
        writer.key("reasons")
        writer.beginArray()
        for reason in why.reasons(for: line) { write(reason, why.trace, &writer) }
        writer.endArray()
        return finished(&writer)
    }

    /// Whether a prediction is right, and if not, the first difference.
    ///
    /// The misconceptions are told by their ids, the narrowest first.
    public static func check(_ check: PredictionCheck, _ why: Why, misconceptions: [Misconception] = []) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("right")
        writer.boolean(check.difference == nil)
        write("predicted", check.predicted, &writer)
        write("printed", check.actual.map(\.text), &writer)
        if let difference = check.difference {
            writer.key("difference")
            writer.beginObject()
            writer.key("line")
            writer.number(difference.number)
            writer.key("form")
            writer.string(name(of: difference.form))
            if let decision = difference.decision {
                writer.key("reason")
                let reason = Reason(
                    sentence: decision.sentence, rule: decision.rule, eventIndex: decision.eventIndex)
                write(reason, why.trace, &writer)
            }
            writer.endObject()
            write("misconceptions", misconceptions.map(\.rawValue), &writer)
        }
        return finished(&writer)
    }

    private static func name(of form: PredictionCheck.Difference.Form) -> String {
        switch form {
        case .comesLater: "comesLater"
        case .cameBefore: "cameBefore"
        case .neverPrinted: "neverPrinted"
        case .predictionEnds: "predictionEnds"
        case .outputEnds: "outputEnds"
        }
    }

    private static func write(_ key: String, _ texts: [String], _ writer: inout JSONWriter) {
        writer.key(key)
        writer.beginArray()
        for text in texts { writer.string(text) }
        writer.endArray()
    }

    private static func write(_ reason: Reason, _ trace: Trace, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("sentence")
        writer.string(reason.sentence)
        if let rule = reason.rule {
            writer.key("rule")
            writer.string(rule.rawValue)
            writer.key("ruleSentence")
            writer.string(rule.sentence)
            writer.key("source")
            writer.string(rule.source)
            writer.key("lesson")
            writer.string(rule.lesson)
        }
        if let position = reason.position {
            writer.key("place")
            writer.string("\(position)")
        }
        writer.key("event")
        writer.number(trace.events.indices.contains(reason.eventIndex) ? trace.events[reason.eventIndex].sequence : 0)
        writer.endObject()
    }

    private static func finished(_ writer: inout JSONWriter) -> String {
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
