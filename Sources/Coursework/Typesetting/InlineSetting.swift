// SPDX-License-Identifier: MIT
internal import Markup

/// The setting of running text as one paragraph.
struct InlineSetting {
    private static let deepest = 40

    private let typesetter: MarkdownTypesetter
    /// The cells of a row; code that takes up to half of them is not broken.
    private let columns: Int
    private(set) var paragraph = StyledParagraph()
    /// The addresses of links, in the order of their numbers.
    private(set) var addresses: [String]
    private var depth = 0

    init(_ typesetter: MarkdownTypesetter, columns: Int, addresses: [String] = []) {
        self.typesetter = typesetter
        self.columns = columns
        self.addresses = addresses
    }

    private var terminal: TerminalStyle { typesetter.terminal }

    mutating func add(_ pieces: [MarkdownInline], _ style: TextStyle) {
        guard depth < Self.deepest else {
            paragraph.append(terminal.mark, style)
            return
        }
        depth += 1
        defer { depth -= 1 }
        for piece in pieces { add(piece, style) }
    }

    private mutating func add(_ piece: MarkdownInline, _ style: TextStyle) {
        switch piece {
        case .text(let text):
            paragraph.append(terminal.prose(text), style)
        case .code(let text):
            code(text, style)
        case .emphasis(let children):
            var underlined = style
            underlined.isUnderlined = true
            marked(children, with: "*", underlined)
        case .strong(let children):
            var bold = style
            bold.isBold = true
            marked(children, with: style.isBold ? "" : "**", bold)
        case .strikethrough(let children):
            struckOut(children, style)
        case .link(let url, let children):
            link(to: url, children, style)
        case .softBreak:
            paragraph.append(" ", style)
        case .lineBreak:
            paragraph.endRow()
        }
    }

    private mutating func code(_ text: String, _ style: TextStyle) {
        let shown = terminal.prose(text)
        // As in Markdown itself, code with a backtick in it stands between two of them.
        let quote = shown.contains("`") ? "``" : "`"
        var faint = style
        faint.isFaint = true
        var colored = style
        colored.color = .cyan
        paragraph.append(unbroken: quote, faint)
        if CharacterWidth.columns(of: shown) <= columns / 2 {
            paragraph.append(unbroken: shown, colored)
        } else {
            paragraph.append(shown, colored)
        }
        paragraph.append(unbroken: quote, faint)
    }

    /// Without colour the marks of Markdown say what stands out; a screen reader would only read them out.
    private mutating func marked(_ children: [MarkdownInline], with mark: String, _ style: TextStyle) {
        let mark = terminal.hasColor || typesetter.isLinear ? "" : mark
        paragraph.append(unbroken: mark)
        add(children, style)
        paragraph.append(unbroken: mark)
    }

    private mutating func struckOut(_ children: [MarkdownInline], _ style: TextStyle) {
        var faint = style
        faint.isFaint = true
        if typesetter.isLinear {
            add(children, faint)
            paragraph.append(" (struck out)")
        } else {
            paragraph.append(unbroken: "~~", faint)
            add(children, faint)
            paragraph.append(unbroken: "~~", faint)
        }
    }

    private mutating func link(to url: String, _ children: [MarkdownInline], _ style: TextStyle) {
        var marked = style
        marked.color = .blue
        add(children, marked)
        let words = MarkdownInline.plainText(children)
        if let place = typesetter.linkWords(url) {
            if !words.lowercased().contains(place.lowercased()) { aside(place, style) }
        } else if url == words || url == "mailto:" + words || url == "http://" + words || url.isEmpty {
            // The address is there to be read already.
            return
        } else if typesetter.isLinear {
            aside(url, style)
        } else {
            let number = (addresses.firstIndex(of: url) ?? addresses.count) + 1
            if number > addresses.count { addresses.append(url) }
            var faint = style
            faint.isFaint = true
            paragraph.append(unbroken: " [\(number)]", faint)
        }
    }

    private mutating func aside(_ text: String, _ style: TextStyle) {
        var faint = style
        faint.isFaint = true
        paragraph.append(" (", faint)
        paragraph.append(terminal.shown(text), faint)
        paragraph.append(")", faint)
    }
}
