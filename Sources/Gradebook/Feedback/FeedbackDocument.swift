// SPDX-License-Identifier: MIT

/// What a learner is told, before it has a form: headings, paragraphs, lists, and lines as they are.
struct FeedbackDocument: Hashable {
    /// What the page is called.
    var title: String
    var blocks: [FeedbackBlock] = []
}

/// A part of feedback.
indirect enum FeedbackBlock: Hashable {
    /// A heading; level 1 is the page's own.
    case heading(Int, String)
    case paragraph(FeedbackText)
    case list([FeedbackItem])
    /// Lines whose spaces count, such as a timeline.
    case lines([String])
}

/// An entry of a list: a line, and what stands below it.
struct FeedbackItem: Hashable {
    var text: FeedbackText
    var blocks: [FeedbackBlock] = []
}

/// Running text in stretches.
///
/// All of it may come from elsewhere: the writers escape each stretch for their format.
struct FeedbackText: Hashable, ExpressibleByStringInterpolation {
    enum Style: Hashable {
        case plain
        case strong
        case code
    }

    struct Span: Hashable {
        var text: String
        var style: Style
    }

    private(set) var spans: [Span] = []

    init(_ text: String, _ style: Style = .plain) {
        append(text, style)
    }

    init(stringLiteral text: String) {
        append(text, .plain)
    }

    init(stringInterpolation: Interpolation) {
        self = stringInterpolation.text
    }

    mutating func append(_ text: String, _ style: Style = .plain) {
        if text.isEmpty { return }
        if let last = spans.last, last.style == style {
            spans[spans.count - 1].text += text
        } else {
            spans.append(Span(text: text, style: style))
        }
    }

    mutating func append(_ other: FeedbackText) {
        for span in other.spans { append(span.text, span.style) }
    }

    static func + (first: FeedbackText, second: FeedbackText) -> FeedbackText {
        var sum = first
        sum.append(second)
        return sum
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = FeedbackText("")

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { text.append(literal) }

        mutating func appendInterpolation(_ value: some CustomStringConvertible) { text.append(value.description) }

        mutating func appendInterpolation(strong value: String) { text.append(value, .strong) }

        mutating func appendInterpolation(code value: String) { text.append(value, .code) }
    }
}
