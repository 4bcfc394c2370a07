// SPDX-License-Identifier: MIT
internal import Markup
internal import Tracing

/// Predictions as JSON, for other programs.
public enum PredictionJSON {
    /// A verdict; of a wrong prediction only the first difference is told, not the rest of the output.
    public static func verdict(_ verdict: PredictionVerdict) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("right")
        writer.boolean(verdict.judgement == .right)
        writer.key("judgement")
        writer.string(verdict.judgement.rawValue)
        write("predicted", verdict.predicted, &writer)
        writer.key("orders")
        writer.number(verdict.orderCount)
        writer.key("isComplete")
        writer.boolean(verdict.isComplete)
        if let order = verdict.order {
            writer.key("order")
            writer.number(order + 1)
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
            writer.key("level")
            writer.number(puzzle.level)
            writer.key("seed")
            writer.number(puzzle.seed)
            writer.key("generator")
            writer.number(PuzzleGenerator.version)
            write("concepts", puzzle.concepts.map(\.rawValue), &writer)
            writer.key("program")
            writer.string(puzzle.program)
        }
        writer.key("lines")
        writer.beginArray()
        for label in labels.labels {
            writer.beginObject()
            writer.key("name")
            writer.string(label.name)
            writer.key("text")
            writer.string(label.line)
            writer.key("times")
            writer.number(label.count)
            writer.endObject()
        }
        writer.endArray()
        writer.key("orders")
        writer.number(key.orders.count)
        writer.key("isComplete")
        writer.boolean(key.isComplete)
        return finished(&writer)
    }

    private static func write(
        _ mistake: PredictionVerdict.Mistake, _ difference: PredictionCheck.Difference, _ writer: inout JSONWriter
    ) {
        writer.key("rightLines")
        writer.number(mistake.rightLines)
        writer.key("difference")
        writer.beginObject()
        writer.key("line")
        writer.number(difference.number)
        if let predicted = difference.predicted {
            writer.key("predicted")
            writer.string(predicted)
        }
        if let actual = difference.actual {
            writer.key("printed")
            writer.string(actual.text)
        }
        if let decision = difference.decision {
            writer.key("rule")
            writer.string(decision.rule.rawValue)
            writer.key("ruleSentence")
            writer.string(decision.rule.sentence)
            writer.key("sentence")
            writer.string(decision.sentence)
            writer.key("source")
            writer.string(decision.rule.source)
        }
        writer.endObject()
        write("misconceptions", mistake.misconceptions.map(\.rawValue), &writer)
        if let lesson = mistake.lesson {
            writer.key("lesson")
            writer.string(lesson)
        }
    }

    private static func write(_ key: String, _ texts: [String], _ writer: inout JSONWriter) {
        writer.key(key)
        writer.beginArray()
        for text in texts { writer.string(text) }
        writer.endArray()
    }

    private static func finished(_ writer: inout JSONWriter) -> String {
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
