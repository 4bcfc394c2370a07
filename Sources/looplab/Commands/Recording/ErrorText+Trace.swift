// SPDX-License-Identifier: MIT
internal import Markup
internal import Tracing

// What is wrong with a file that should be a trace.
extension ErrorText {
    static func text(of error: TraceError, path: String) -> String {
        switch error {
        case .foreign:
            "\(path) is not a trace: its first line is not the header that looplab trace --out writes"
        case .newer(let version, let supported):
            "\(path) was written by a newer LoopLab: version \(version), this one reads up to \(supported)"
        case .damaged(let line, let column, let expected):
            "\(path):\(line):\(column): the trace is damaged: \(text(of: expected)); record it again"
        case .truncated(let events, let announced?):
            "\(path) is not whole: it has \(events) events and its end mark says \(announced); record it again"
        case .truncated(let events, nil):
            "\(path) is not whole: it has no end mark after its \(events) events; record or copy it again"
        }
    }

    private static func text(of expectation: TraceExpectation) -> String {
        switch expectation {
        case .json(let expectation): "expected " + text(of: expectation)
        case .field(let name): "this line has no field \"\(name)\""
        case .once(let name): "the field \"\(name)\" stands here a second time"
        case .word(let field, let known): "\"\(field)\" is one of \(known.joined(separator: ", "))"
        case .kind(let name): "there is no kind of event named \"\(name)\""
        case .place: "expected a place as \"file.js:3:21\""
        case .ascending(let number): "expected an event with a higher number than the one before, \(number)"
        case .nothingAfterEnd: "expected nothing after the end mark"
        }
    }

    /// What would have been right in a text of JSON.
    static func text(of expectation: JSONExpectation) -> String {
        switch expectation {
        case .value: "a value"
        case .object: "{"
        case .array: "["
        case .string: "a text in double quotes"
        case .wholeNumber(let limit) where limit >= UInt64(Int64.max): "a whole number"
        case .wholeNumber(let limit): "a whole number up to \(limit)"
        case .signedNumber: "a whole number of 32 bits"
        case .integer: "a whole number of 64 bits"
        case .thousandths(let limit):
            "a number of at most \(limit / 1000), with at most three decimals"
        case .boolean: "true or false"
        case .key: "a name in double quotes"
        case .colon: "a colon"
        case .commaOrBrace: "a comma or }"
        case .commaOrBracket: "a comma or ]"
        case .closingQuote: "the double quote that ends the text"
        case .escape: "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"
        case .hexadecimalDigits: "four hexadecimal digits after \\u"
        case .surrogatePair: "both halves of a surrogate pair"
        case .noControlCharacter: "control characters as \\u escapes"
        case .utf8: "UTF-8"
        case .end: "the end of the line"
        case .shallower(let limit): "values at most \(limit) deep"
        case .shorterText(let bytes): "a text of at most \(bytes) bytes"
        }
    }
}
