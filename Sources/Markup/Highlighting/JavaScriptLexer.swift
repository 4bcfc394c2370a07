// SPDX-License-Identifier: MIT

/// Divides the lines of a JavaScript program into tokens, well enough to colour them.
///
/// What one line leaves open — a comment, a template, a bracket — is remembered for the next. Broken programs and
/// any bytes are taken. Each byte is looked at a small number of times.
public struct JavaScriptLexer: Equatable, Sendable {
    /// What a line begins in.
    enum Mode: Equatable, Sendable {
        case code
        case blockComment
        case template
        /// A string whose line ended with a backslash.
        case string(quote: UInt8)
    }

    /// A brace that was opened.
    enum Brace: Equatable, Sendable {
        case block
        case object
        /// `${` of a template.
        case substitution
    }

    /// What the last token that counts was; ECMA-262 calls the question its lexical goal (12.1).
    enum Previous: Equatable, Sendable {
        /// A value ended: a slash divides.
        case operand
        /// A value is expected: a slash begins a regular expression, a brace an object.
        case operator_
        /// A statement is expected: a slash begins a regular expression, a brace a block.
        case statement
        /// `.` or `?.`: a word is a property's name.
        case dot
    }

    var mode = Mode.code
    var braces: [Brace] = []
    /// For each `(` that is open: whether a statement follows its `)`.
    var parentheses: [Bool] = []
    var previous = Previous.statement
    /// Whether the last word was one of `if`, `for`, `while`, `with`, whose parentheses precede a statement.
    var isStatementHead = false
    private var isFirstLine = true

    /// Starts at the beginning of a program.
    public init() {}

    /// The tokens of the next line, given as UTF-8 without its line feed; they cover it without gaps.
    public mutating func tokens(ofLine line: [UInt8]) -> [JavaScriptToken] {
        var cursor = JavaScriptCursor(line)
        var tokens: [JavaScriptToken] = []
        if isFirstLine, line.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "!")]) {
            cursor.position = line.count
            tokens.append(JavaScriptToken(kind: .comment, bytes: 0..<line.count))
        }
        isFirstLine = false
        while !cursor.isAtEnd {
            let start = cursor.position
            let kind = next(&cursor)
            // Whatever was not understood is passed by, so that it always goes on.
            if cursor.position == start { cursor.position += 1 }
            tokens.append(JavaScriptToken(kind: kind, bytes: start..<cursor.position))
        }
        // A string ends with its line unless a backslash is the last thing in it.
        if case .string = mode, line.isEmpty { mode = .code }
        return tokens
    }

    private mutating func next(_ cursor: inout JavaScriptCursor) -> JavaScriptToken.Kind {
        switch mode {
        case .code:
            return code(&cursor)
        case .blockComment:
            blockComment(&cursor)
            return .comment
        case .template where cursor.skip(bytes: "${"):
            braces.append(.substitution)
            mode = .code
            previous = .operator_
            return .punctuation
        case .template:
            template(&cursor)
            return .template
        case .string(let quote):
            string(quote, &cursor)
            return .string
        }
    }

    // MARK: - Code

    private mutating func code(_ cursor: inout JavaScriptCursor) -> JavaScriptToken.Kind {
        let byte = cursor.byte
        if JavaScriptCursor.isSpace(byte) {
            cursor.skip(while: JavaScriptCursor.isSpace)
            return .space
        }
        if JavaScriptCursor.isDigit(byte) || byte == UInt8(ascii: ".") && cursor.isDigit(at: 1) {
            cursor.skipNumber()
            previous = .operand
            return .number
        }
        if JavaScriptCursor.isNameStart(byte) { return word(&cursor) }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            cursor.position += 1
            string(byte, &cursor)
            return .string
        case UInt8(ascii: "`"):
            cursor.position += 1
            mode = .template
            template(&cursor)
            return .template
        case UInt8(ascii: "/"):
            return slash(&cursor)
        default:
            punctuation(&cursor)
            return .punctuation
        }
    }

    private mutating func slash(_ cursor: inout JavaScriptCursor) -> JavaScriptToken.Kind {
        switch cursor.peek(1) {
        case UInt8(ascii: "/"):
            cursor.position = cursor.end
            return .comment
        case UInt8(ascii: "*"):
            cursor.position += 2
            mode = .blockComment
            blockComment(&cursor)
            return .comment
        default:
            if previous != .operand, previous != .dot, cursor.skipRegularExpression() {
                previous = .operand
                return .regularExpression
            }
            cursor.position += 1
            previous = .operator_
            return .punctuation
        }
    }

    // MARK: - What may go on in the next line

    private mutating func blockComment(_ cursor: inout JavaScriptCursor) {
        while !cursor.isAtEnd {
            if cursor.byte == UInt8(ascii: "*"), cursor.peek(1) == UInt8(ascii: "/") {
                cursor.position += 2
                mode = .code
                return
            }
            cursor.position += 1
        }
    }

    private mutating func string(_ quote: UInt8, _ cursor: inout JavaScriptCursor) {
        mode = .code
        previous = .operand
        while !cursor.isAtEnd {
            let byte = cursor.byte
            cursor.position += 1
            if byte == quote { return }
            guard byte == UInt8(ascii: "\\") else { continue }
            if cursor.isAtEnd { mode = .string(quote: quote) } else { cursor.position += 1 }
        }
    }

    private mutating func template(_ cursor: inout JavaScriptCursor) {
        while !cursor.isAtEnd {
            let byte = cursor.byte
            if byte == UInt8(ascii: "$"), cursor.peek(1) == UInt8(ascii: "{") { return }
            cursor.position += 1
            if byte == UInt8(ascii: "\\"), !cursor.isAtEnd { cursor.position += 1 }
            if byte == UInt8(ascii: "`") {
                mode = .code
                previous = .operand
                return
            }
        }
    }
}
