// SPDX-License-Identifier: MIT
internal import Markup
internal import Tracing

/// Predictions as JSON, for other programs.
public enum PredictionJSON {
    /// A verdict; of a wrong prediction only the first difference is told, not the rest of the output.
    public static func verdict(_ verdict: PredictionVerdict) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("right", verdict.judgement == .right)
        writer.member("judgement", verdict.judgement.rawValue)
        writer.member("predicted", verdict.predicted)
        writer.member("orders", verdict.orderCount)
        writer.member("isComplete", verdict.isComplete)
        if let order = verdict.order {
            writer.member("order", order + 1)
        }
        if let mistake = verdict.mistake, let difference = mistake.difference { write(mistake, difference, &writer) }
        return finished(&writer)
    }

    /// The question: the lines in the arrangement in which they are shown, and what they are called; of a program
    /// that was generated also what it was generated from, and its text.
    public static func question(_ labels: PredictionLabels, _ key: PredictionKey, puzzle: Puzzle? = nil) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        if let puzzle {
            writer.member("level", puzzle.level)
            writer.member("seed", puzzle.seed)
            writer.member("generator", PuzzleGenerator.version)
            writer.member("concepts", puzzle.concepts.map(\.rawValue))
            writer.member("program", puzzle.program)
        }
        writer.list("lines", labels.labels) { label, writer in
            writer.member("name", label.name)
            writer.member("text", label.line)
            writer.member("times", label.count)
        }
        writer.member("orders", key.orders.count)
        writer.member("isComplete", key.isComplete)
        return finished(&writer)
    }

    private static func write(
        _ mistake: PredictionVerdict.Mistake, _ difference: PredictionCheck.Difference, _ writer: inout JSONWriter
    ) {
        writer.member("rightLines", mistake.rightLines)
        writer.key("difference")
        writer.beginObject()
        writer.member("line", difference.number)
        if let predicted = difference.predicted {
            writer.member("predicted", predicted)
        }
        if let actual = difference.actual {
            writer.member("printed", actual.text)
        }
        if let decision = difference.decision {
            writer.member("rule", decision.rule.rawValue)
            writer.member("ruleSentence", decision.rule.sentence)
            writer.member("sentence", decision.sentence)
            writer.member("source", decision.rule.source)
        }
        writer.endObject()
        writer.member("misconceptions", mistake.misconceptions.map(\.rawValue))
        if let lesson = mistake.lesson {
            writer.member("lesson", lesson)
        }
    }

    private static func finished(_ writer: inout JSONWriter) -> String {
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
