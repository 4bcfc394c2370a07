// SPDX-License-Identifier: MIT
internal import Markup

/// Explanations as JSON, for other programs.
public enum ExplanationJSON {
    /// Why a line was printed when it was.
    public static func why(_ line: OutputLine, _ why: Why) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("line", line.number)
        writer.member("text", line.text)
        writer.member("standardError", line.isError)
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
        writer.member("right", check.difference == nil)
        writer.member("predicted", check.predicted)
        writer.member("printed", check.actual.map(\.text))
        if let difference = check.difference {
            writer.key("difference")
            writer.beginObject()
            writer.member("line", difference.number)
            writer.member("form", name(of: difference.form))
            if let decision = difference.decision {
                writer.key("reason")
                let reason = Reason(
                    sentence: decision.sentence, rule: decision.rule, eventIndex: decision.eventIndex)
                write(reason, why.trace, &writer)
            }
            writer.endObject()
            writer.member("misconceptions", misconceptions.map(\.rawValue))
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

    private static func write(_ reason: Reason, _ trace: Trace, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("sentence", reason.sentence)
        if let rule = reason.rule {
            writer.member("rule", rule.rawValue)
            writer.member("ruleSentence", rule.sentence)
            writer.member("source", rule.source)
            writer.member("lesson", rule.lesson)
        }
        if let position = reason.position {
            writer.member("place", "\(position)")
        }
        let isRecorded = trace.events.indices.contains(reason.eventIndex)
        writer.member("event", isRecorded ? trace.events[reason.eventIndex].sequence : 0)
        writer.endObject()
    }

    private static func finished(_ writer: inout JSONWriter) -> String {
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
