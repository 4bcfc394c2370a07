// SPDX-License-Identifier: MIT

/// What somebody typed in answer to a question.
public enum QuizAnswer {
    /// Why a text is no answer.
    public enum Problem: Error, Equatable, Sendable {
        /// Nothing is in it.
        case empty
        /// This is none of the labels.
        case unknown(String)
        /// Several were chosen where one is right.
        case several
    }

    /// The positions that were chosen: by letters or numbers in any form — `b`, `B.`, `2)`, `a c`, `a, c`, `ac`,
    /// `1 and 3` — or by an answer's whole text.
    public static func read(_ text: String, for quiz: Quiz) -> Result<Set<Int>, Problem> {
        let wanted = folded(text)
        if wanted.isEmpty { return .failure(.empty) }
        // A key that sends a sequence, as arrows do, chooses nothing.
        if wanted.unicodeScalars.contains(where: { $0.value < 0x20 }) { return .failure(.unknown(wanted)) }
        if let index = quiz.options.firstIndex(where: { folded(MarkdownInline.plainText($0.text)) == wanted }) {
            return .success([index])
        }
        var chosen: Set<Int> = []
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let word = word.lowercased()
            if word == "and" || word == "or" { continue }
            for label in word {
                guard let index = index(of: label), index < quiz.options.count else {
                    return .failure(.unknown(word))
                }
                chosen.insert(index)
            }
        }
        if chosen.isEmpty { return .failure(.empty) }
        if chosen.count > 1, quiz.correct.count == 1 { return .failure(.several) }
        return .success(chosen)
    }

    /// The letter that stands before an answer.
    static func letter(_ index: Int) -> String {
        String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(index, 25))))
    }

    /// The letters of the answers that were chosen, with spaces between them: `a c`.
    public static func letters(of chosen: Set<Int>) -> String {
        chosen.sorted().map(letter).joined(separator: " ")
    }

    private static func index(of label: Character) -> Int? {
        guard let byte = label.asciiValue else { return nil }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "1")...UInt8(ascii: "9"): return Int(byte - UInt8(ascii: "1"))
        default: return nil
        }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
