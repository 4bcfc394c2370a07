// SPDX-License-Identifier: MIT

/// The order that somebody typed or pasted.
///
/// It may be given as lines, as words with spaces, commas or arrows between them, as letters in a row, in quotes, with
/// numbers or prompts before each line, and abbreviated where that leaves no doubt.
public struct PredictionAnswer: Equatable, Sendable {
    /// What keeps a text from being an order of all lines.
    public enum Problem: Equatable, Sendable {
        /// There is nothing in it.
        case empty
        /// No line is called so; the nearest name, if one is near.
        case unknown(String, nearest: String?)
        /// The beginning of several names.
        case ambiguous(String, names: [String])
        /// A line stands there more often than it is printed.
        case repeated(name: String, times: Int, allowed: Int)
        /// Fewer lines than the program prints: how many, and which are missing, by their names.
        case tooFew(count: Int, expected: ClosedRange<Int>, missing: [String])
        /// More lines than the program prints.
        case tooMany(count: Int, expected: ClosedRange<Int>)
    }

    /// The lines as the program prints them, those that could be read.
    public let lines: [String]
    /// What is wrong with the text; empty where it can be compared with the key.
    public let problems: [Problem]

    /// Whether it can be gone on with: what is there is right as far as names go, and only lines are missing.
    public var isBeginning: Bool {
        guard problems.count == 1, case .tooFew = problems[0] else { return false }
        return true
    }

    /// Reads a text.
    public init(_ text: String, _ labels: PredictionLabels) {
        let tokenizer = AnswerTokenizer(text, labels)
        let readings = tokenizer.readings.map { $0.map { Self.resolved($0, labels) } }.filter { !$0.isEmpty }
        func unknown(_ reading: [Resolution]) -> Int { reading.count { if case .line = $0 { false } else { true } } }
        let whole = readings.first { unknown($0) == 0 && labels.lengths.contains($0.count) }
        let known = readings.first { unknown($0) == 0 }
        // What most of it makes sense for; of equals the first.
        let best = readings.min { unknown($0) * $1.count < unknown($1) * $0.count }
        let chosen = whole ?? known ?? best ?? []
        lines = chosen.compactMap { if case .line(let line) = $0 { line } else { nil } }
        problems = Self.problems(of: chosen, labels)
    }

    // MARK: - Names

    enum Resolution: Equatable {
        case line(String)
        case problem(Problem)
    }

    static func resolved(_ word: String, _ labels: PredictionLabels) -> Resolution {
        let all = labels.labels
        if let exact = all.first(where: { $0.name == word || $0.line == word }) { return .line(exact.line) }
        let lower = word.lowercased()
        let alike = all.filter { $0.name.lowercased() == lower || $0.line.lowercased() == lower }
        if alike.count == 1 { return .line(alike[0].line) }
        let exactBeginnings = all.filter { $0.line.hasPrefix(word) }
        let beginnings =
            exactBeginnings.isEmpty ? all.filter { $0.line.lowercased().hasPrefix(lower) } : exactBeginnings
        switch beginnings.count {
        case 1: return .line(beginnings[0].line)
        case 0: return .problem(.unknown(word, nearest: nearest(lower, labels)))
        default: return .problem(.ambiguous(word, names: beginnings.map(\.line)))
        }
    }

    private static func nearest(_ word: String, _ labels: PredictionLabels) -> String? {
        // A label of one letter is near to every other: that would be no help.
        let near = labels.labels.map { ($0.line, EditDistance.between($0.line.lowercased(), word)) }
            .filter { $0.1 <= max($0.0.count, word.count) / 3 }
        return near.min { $0.1 < $1.1 }?.0
    }

    private static func problems(of reading: [Resolution], _ labels: PredictionLabels) -> [Problem] {
        if reading.isEmpty { return [.empty] }
        let unknown = reading.compactMap { if case .problem(let problem) = $0 { problem } else { nil } }
        if !unknown.isEmpty {
            return unknown.enumerated().filter { !unknown[..<$0.offset].contains($0.element) }.map(\.element)
        }
        let lines = reading.compactMap { if case .line(let line) = $0 { line } else { nil } }
        let repeated = labels.labels.compactMap { label -> Problem? in
            let times = lines.count { $0 == label.line }
            return times > label.count
                ? .repeated(name: label.name, times: times, allowed: label.count) : nil
        }
        if !repeated.isEmpty { return repeated }
        if lines.count > labels.lengths.upperBound {
            return [.tooMany(count: lines.count, expected: labels.lengths)]
        }
        if lines.count < labels.lengths.lowerBound {
            let missing = labels.labels.filter { label in lines.count { $0 == label.line } < label.count }
            return [.tooFew(count: lines.count, expected: labels.lengths, missing: missing.map(\.name))]
        }
        return []
    }
}

/// How far two words are from each other.
enum EditDistance {
    /// How many letters have to be changed, added or taken away (Levenshtein); words are cut after 64 letters.
    static func between(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first.prefix(64)), Array(second.prefix(64)))
        var row = Array(0...second.count)
        for (place, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, other) in second.enumerated() {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (letter == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[second.count]
    }
}
