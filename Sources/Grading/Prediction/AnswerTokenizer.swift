// SPDX-License-Identifier: MIT

/// Takes a typed or pasted order apart, in every way in which it may be meant.
struct AnswerTokenizer {
    /// The ways, the one that is least likely to be meant otherwise first; each as names and lines.
    let readings: [[String]]

    private let labels: PredictionLabels

    init(_ text: String, _ labels: PredictionLabels) {
        self.labels = labels
        // Nobody puts more than that in order; what is pasted by mistake may be long.
        let text = String(text.prefix(Self.longestText))
        let rows = text.split(whereSeparator: \.isNewline).map(Self.trimmed).filter { !$0.isEmpty }
        var readings: [[String]] = []
        if let lines = Self.lines(in: text, labels) { readings.append(lines) }
        readings.append(rows.map { Self.cleaned($0, labels) })
        let clean = rows.map { Self.cleaned($0, labels) }
        for separators in [[","], [";"], ["->", "→", "=>", "|", ">"]] {
            let fields = clean.flatMap { Self.fields(of: $0, separatedBy: separators) }
            if fields.count > rows.count { readings.append(fields.map { Self.cleaned($0, labels) }) }
        }
        let words = rows.flatMap(Self.words)
        readings.append(words.map { Self.cleaned($0, labels) }.filter { !$0.isEmpty && !Self.isMarker($0, labels) })
        if labels.labels.allSatisfy({ $0.name.count == 1 }) {
            readings.append(rows.joined().filter { $0.isLetter || $0.isNumber || $0.isSymbol }.map(String.init))
        }
        self.readings = readings.map { $0.filter { !$0.isEmpty } }
    }

    private static let longestText = 4_000

    // MARK: - Whole lines

    /// The lines one after another as they are printed, with nothing but blanks and signs between them; nil if there
    /// is anything else.
    private static func lines(in text: String, _ labels: PredictionLabels) -> [String]? {
        let known = labels.labels.map(\.line).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        var rest = Substring(text).drop(while: isBetween)
        var lines: [String] = []
        while !rest.isEmpty {
            guard
                let line = known.first(where: { rest.hasPrefix($0) && isEnd(rest.dropFirst($0.count)) })
            else { return nil }
            lines.append(line)
            rest = rest.dropFirst(line.count).drop(while: isBetween)
        }
        return lines.isEmpty ? nil : lines
    }

    private static func isBetween(_ character: Character) -> Bool {
        character.isWhitespace || ",;|\"'`".contains(character)
    }

    private static func isEnd(_ rest: Substring) -> Bool { rest.first.map(isBetween) ?? true }

    // MARK: - Fields and words

    /// What stands between separators that are in no quotes; a quote that is written twice stands for one.
    private static func fields(of row: String, separatedBy separators: [String]) -> [String] {
        var fields: [String] = []
        var field = ""
        var quote: Character?
        var rest = Substring(row)
        while let character = rest.first {
            if quote == nil, let separator = separators.first(where: { rest.hasPrefix($0) }) {
                fields.append(field)
                field = ""
                rest = rest.dropFirst(separator.count)
                continue
            }
            if character == quote {
                quote = nil
            } else if quote == nil, "\"'`".contains(character), trimmed(Substring(field)).isEmpty {
                quote = character
            }
            field.append(character)
            rest = rest.dropFirst()
        }
        return (fields + [field]).filter { !trimmed(Substring($0)).isEmpty }
    }

    private static func words(_ row: String) -> [String] {
        fields(of: row, separatedBy: [" ", "\t", ",", ";", "->", "→", "=>", "|"])
    }

    // MARK: - Signs around a name

    /// A name without what people and prompts put around it; as it is where it is a name already.
    private static func cleaned(_ text: String, _ labels: PredictionLabels) -> String {
        var text = trimmed(Substring(text))
        while !isName(text, labels) {
            let next = trimmed(withoutOneSign(Substring(text)))
            if next == text { break }
            text = next
        }
        return text
    }

    private static func isName(_ text: String, _ labels: PredictionLabels) -> Bool {
        labels.labels.contains { $0.name == text || $0.line == text }
    }

    private static func withoutOneSign(_ text: Substring) -> Substring {
        for (open, close) in [("\"", "\""), ("'", "'"), ("`", "`"), ("[", "]"), ("(", ")"), ("“", "”")]
        where text.count > 1 && text.hasPrefix(open) && text.hasSuffix(close) {
            return text.dropFirst().dropLast()
        }
        // Prompts and the points of a list, then numbers: "> a", "- a", "1. a", "(1) a", "#1 a", "line 1: a".
        for sign in [">>>", ">", "$ ", "- ", "* ", "• "] where text.hasPrefix(sign) && text.count > sign.count {
            return text.dropFirst(sign.count)
        }
        if let match = text.prefixMatch(of: /(?:[Ll]ine\s+)?[#(]?\d{1,3}[.):]?\s+/), match.0.count < text.count {
            return text.dropFirst(match.0.count)
        }
        if let match = text.prefixMatch(of: /\(?\d{1,3}[.):]/), match.0.count < text.count {
            return text.dropFirst(match.0.count)
        }
        if let last = text.last, ",;.)".contains(last), text.count > 1 { return text.dropLast() }
        return text
    }

    /// Whether a word only numbers the one behind it, as "1." and "2)" do.
    private static func isMarker(_ word: String, _ labels: PredictionLabels) -> Bool {
        if isName(word, labels) { return false }
        return word.wholeMatch(of: /[#(]?\d{1,3}[.):]?|[-*•>]+/) != nil
    }

    private static func trimmed(_ text: Substring) -> String {
        let tail = text.drop(while: \.isWhitespace)
        return String(tail.reversed().drop(while: \.isWhitespace).reversed())
    }
}
