// SPDX-License-Identifier: MIT

// Words and brackets, and what they say about the slash that may follow.
extension JavaScriptLexer {
    /// Reserved words (ECMA-262, 12.7.2) after which a value or a statement follows.
    private static let openKeywords: Set<String> = [
        "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
        "export", "extends", "finally", "for", "function", "if", "import", "in", "instanceof", "let", "new", "return",
        "switch", "throw", "try", "typeof", "var", "void", "while", "with", "yield",
    ]

    /// Keywords that are values themselves.
    private static let valueKeywords: Set<String> = ["super", "this"]

    private static let literals: Set<String> = ["Infinity", "NaN", "false", "null", "true", "undefined"]

    /// Keywords after which a brace begins a block.
    private static let beforeBlock: Set<String> = ["catch", "do", "else", "finally", "try"]

    /// Keywords whose parentheses stand before a statement.
    private static let statementHeads: Set<String> = ["for", "if", "while", "with"]

    mutating func word(_ cursor: inout JavaScriptCursor) -> JavaScriptToken.Kind {
        let start = cursor.position
        cursor.position += 1
        cursor.skip(while: JavaScriptCursor.isNamePart)
        let isProperty = previous == .dot || isKey(after: cursor)
        // No keyword is longer.
        guard !isProperty, cursor.position - start <= 10 else {
            previous = .operand
            isStatementHead = false
            return .name
        }
        let word = String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
        if isStatementHead, word == "await" { return .keyword }
        isStatementHead = Self.statementHeads.contains(word)
        if Self.openKeywords.contains(word) {
            previous = Self.beforeBlock.contains(word) ? .statement : .operator_
            return .keyword
        }
        let wasOperand = previous == .operand
        previous = .operand
        if Self.valueKeywords.contains(word) { return .keyword }
        if Self.literals.contains(word) { return .literal }
        guard isContextual(word, cursor, wasOperand) else { return .name }
        if word != "async" { previous = .operator_ }
        return .keyword
    }

    /// Whether a word stands before a colon in an object: `{ default: 1 }`.
    private func isKey(after cursor: JavaScriptCursor) -> Bool {
        guard braces.last == .object, previous == .operator_ else { return false }
        return cursor.byteAfterSpaces == UInt8(ascii: ":")
    }

    /// Whether a word that may also be a name is a keyword here.
    private func isContextual(_ word: String, _ cursor: JavaScriptCursor, _ wasOperand: Bool) -> Bool {
        let next = cursor.byteAfterSpaces
        switch word {
        case "async":
            return next.map { JavaScriptCursor.isNameStart($0) || $0 == UInt8(ascii: "(") } == true && !wasOperand
        case "of":
            return wasOperand && !parentheses.isEmpty && next != nil && next != UInt8(ascii: ")")
        case "from":
            return wasOperand && (next == UInt8(ascii: "'") || next == UInt8(ascii: "\""))
        case "static":
            return next.map { JavaScriptCursor.isNameStart($0) || $0 == UInt8(ascii: "{") } == true
        default:
            return false
        }
    }

    mutating func punctuation(_ cursor: inout JavaScriptCursor) {
        let byte = cursor.byte
        let wasHead = isStatementHead
        isStatementHead = false
        cursor.position += 1
        switch byte {
        case UInt8(ascii: "("):
            parentheses.append(wasHead)
            previous = .operator_
        case UInt8(ascii: ")"):
            previous = parentheses.popLast() == true ? .statement : .operand
        case UInt8(ascii: "]"):
            previous = .operand
        case UInt8(ascii: "{"):
            braces.append(previous == .operator_ ? .object : .block)
            previous = braces.last == .object ? .operator_ : .statement
        case UInt8(ascii: "}"):
            close()
        case UInt8(ascii: ";"):
            previous = .statement
        case UInt8(ascii: "."):
            previous = cursor.skip(bytes: "..") ? .operator_ : .dot
        case UInt8(ascii: "?") where !cursor.isAtEnd && cursor.byte == UInt8(ascii: "."):
            cursor.position += 1
            previous = .dot
        case UInt8(ascii: "="):
            previous = cursor.skip(bytes: ">") ? .statement : .operator_
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            // `x++ / 2` divides, `++ /x/` does not: both leave what stood before them.
            if !cursor.isAtEnd, cursor.byte == byte { cursor.position += 1 } else { previous = .operator_ }
        default:
            previous = .operator_
        }
    }

    private mutating func close() {
        switch braces.popLast() {
        case .substitution:
            mode = .template
        case .object:
            previous = .operand
        case .block, nil:
            previous = .statement
        }
    }
}
