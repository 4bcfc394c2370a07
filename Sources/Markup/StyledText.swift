// SPDX-License-Identifier: MIT

/// One row of text in stretches that look different.
///
/// It holds nothing that could drive a terminal: whatever comes in is escaped, line feeds and tabs too.
public struct StyledText: Equatable, Sendable {
    /// A stretch that looks the same.
    public struct Span: Equatable, Sendable {
        /// What it says.
        public fileprivate(set) var text: String
        /// How it looks.
        public let style: TextStyle
    }

    /// The stretches, none of them empty.
    public private(set) var spans: [Span] = []
    /// The cells that it takes on a terminal.
    public private(set) var columns = 0

    /// An empty row.
    public init() {}

    /// A row of one stretch.
    public init(_ text: String, _ style: TextStyle = .plain) {
        append(text, style)
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { spans.isEmpty }

    /// What it says, without its looks.
    public var text: String { spans.map(\.text).joined() }

    /// Adds a stretch.
    public mutating func append(_ text: String, _ style: TextStyle = .plain) {
        let text = TerminalText.escapedRow(text)
        if text.isEmpty { return }
        columns += CharacterWidth.columns(of: text)
        if spans.last?.style == style {
            spans[spans.count - 1].text += text
        } else {
            spans.append(Span(text: text, style: style))
        }
    }

    /// Adds another row's stretches.
    public mutating func append(_ other: StyledText) {
        for span in other.spans { append(span.text, span.style) }
    }

    /// One row after another.
    public static func + (first: StyledText, second: StyledText) -> StyledText {
        var sum = first
        sum.append(second)
        return sum
    }
}
