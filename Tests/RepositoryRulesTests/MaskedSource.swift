// SPDX-License-Identifier: MIT

/// Source text in which the insides of comments, strings and regular expressions are blank.
///
/// Characters keep their places and lines their numbers, so what is found here can be reported. A brace that is left
/// is one of the program.
struct MaskedSource {
    /// The text with blanks.
    private(set) var scalars: [Unicode.Scalar]
    private let language: SourceLanguage
    private var index = 0

    init(_ source: String, _ language: SourceLanguage) {
        scalars = Array(source.unicodeScalars)
        self.language = language
        while index < scalars.count {
            if !skipToken() { index += 1 }
        }
    }

    /// The masked text.
    var text: String { Self.text(scalars[...]) }

    static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    // MARK: Tokens

    /// Passes over the comment, string or regular expression that begins here, if one does.
    private mutating func skipToken() -> Bool {
        let byte = scalars[index]
        switch byte {
        case "/" where follows("//"): skipLineComment()
        case "/" where follows("/*"): skipBlockComment()
        case "/" where language != .c: return skipRegularExpression()
        case "\"" where language == .c && isRawStringStart: skipRawString()
        case "\"": skipString(byte, hashes: 0)
        case "#" where language == .swift: return skipHashString()
        case "'" where language == .javaScript || language == .c && !isDigitSeparator: skipString(byte, hashes: 0)
        case "`" where language == .javaScript: skipString(byte, hashes: 0)
        default: return false
        }
        return true
    }

    private mutating func skipLineComment() {
        while index < scalars.count, scalars[index] != "\n" { blank() }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if follows("/*") && (depth == 0 || language == .swift) {
                depth += 1
                blank(2)
            } else if follows("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && index < scalars.count
    }

    private mutating func skipHashString() -> Bool {
        var end = index
        while end < scalars.count, scalars[end] == "#" { end += 1 }
        guard end < scalars.count, scalars[end] == "\"" else { return false }
        let hashes = end - index
        index = end
        skipString("\"", hashes: hashes)
        return true
    }

    /// Passes over a string literal of any kind; the quotes stay.
    private mutating func skipString(_ quote: Unicode.Scalar, hashes: Int) {
        let isLong = language == .swift && follows("\"\"\"")
        let fence = String(repeating: "#", count: hashes)
        let end = String(repeating: String(quote), count: isLong ? 3 : 1) + fence
        let escape = "\\" + fence
        index += isLong ? 3 : 1
        while index < scalars.count, !follows(end) {
            if !isLong && quote != "`" && scalars[index] == "\n" { return }
            if language == .swift && follows(escape + "(") {
                blank(1 + hashes)
                skipInterpolation("(", ")")
            } else if quote == "`" && follows("${") {
                blank()
                skipInterpolation("{", "}")
            } else if follows(escape) {
                blank(2 + hashes)
            } else {
                blank()
            }
        }
        index = min(index + end.unicodeScalars.count, scalars.count)
    }

    /// Passes over the program text inside a string, and blanks it like the rest.
    private mutating func skipInterpolation(_ open: Unicode.Scalar, _ close: Unicode.Scalar) {
        let start = index
        var depth = 0
        repeat {
            if skipToken() { continue }
            if scalars[index] == open { depth += 1 }
            if scalars[index] == close { depth -= 1 }
            index += 1
        } while depth > 0 && index < scalars.count
        let end = min(index, scalars.count)
        index = start
        while index < end { blank() }
    }

    private var isRawStringStart: Bool {
        index > 0 && scalars[index - 1] == "R" && scalars[index...].prefix(18).contains("(")
    }

    private mutating func skipRawString() {
        let open = scalars[index...].firstIndex(of: "(") ?? index
        let end = ")" + Self.text(scalars[(index + 1)..<open]) + "\""
        while index < scalars.count, !follows(end) { blank() }
        blank(end.unicodeScalars.count)
    }

    private var isDigitSeparator: Bool {
        guard index > 0 else { return false }
        return scalars[index - 1].isWordPart && index + 1 < scalars.count && scalars[index + 1].isWordPart
    }

    // MARK: Regular expressions

    private mutating func skipRegularExpression() -> Bool {
        guard mayBeginExpression, let end = endOfRegularExpression() else { return false }
        index += 1
        while index < end { blank() }
        index += 1
        return true
    }

    /// Whether a slash here cannot be a division, going by what stands before it.
    private var mayBeginExpression: Bool {
        if language == .swift, index + 1 < scalars.count, scalars[index + 1].isBlank { return false }
        guard let last = scalars[..<index].lastIndex(where: { !$0.isBlank }) else { return true }
        if scalars[last].isWordPart {
            let start = scalars[..<last].lastIndex { !$0.isWordPart }.map { $0 + 1 } ?? 0
            return Self.wordsBeforeExpressions.contains(Self.text(scalars[start...last]))
        }
        return "(,=:[!&|?{};+-*%~^<>".unicodeScalars.contains(scalars[last])
    }

    private static let wordsBeforeExpressions: Set<String> = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "yield", "await",
    ]

    /// The closing slash on the same line.
    private func endOfRegularExpression() -> Int? {
        var position = index + 1
        var isInClass = false
        while position < scalars.count, scalars[position] != "\n" {
            switch scalars[position] {
            case "\\": position += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "/" where !isInClass: return position
            default: break
            }
            position += 1
        }
        return nil
    }

    // MARK: Scalars

    private func follows(_ text: String) -> Bool {
        scalars[index...].starts(with: text.unicodeScalars)
    }

    private mutating func blank(_ count: Int = 1) {
        let end = min(index + count, scalars.count)
        while index < end {
            if scalars[index] != "\n" { scalars[index] = " " }
            index += 1
        }
    }
}

extension Unicode.Scalar {
    var isBlank: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }

    /// Whether it may be part of a name.
    var isWordPart: Bool { self == "_" || self == "$" || properties.isAlphabetic || properties.numericType != nil }
}
