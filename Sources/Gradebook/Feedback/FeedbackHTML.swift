// SPDX-License-Identifier: MIT
internal import Markup

/// Writes feedback as one page without scripts, whose policy lets nothing run or load.
enum FeedbackHTML {
    static func text(of document: FeedbackDocument) -> String {
        var source = "<main>\n<h1>\(HTML.escaped(document.title))</h1>\n"
        for block in document.blocks { source += element(block) }
        source += "</main>"
        return HTMLPage(
            title: document.title, styles: [sheet], body: HTML(ownFile: source), data: [], scripts: []
        ).text
    }

    private static func element(_ block: FeedbackBlock) -> String {
        switch block {
        case .heading(let level, let text): "<h\(level)>\(HTML.escaped(text))</h\(level)>\n"
        case .paragraph(let text): "<p>\(inline(text))</p>\n"
        case .list(let items): "<ul>\n\(items.map(entry).joined())</ul>\n"
        case .lines(let lines): "<pre tabindex=\"0\">\(lines.map { HTML.escaped($0) }.joined(separator: "\n"))</pre>\n"
        }
    }

    private static func entry(_ item: FeedbackItem) -> String {
        let rest = item.blocks.map(element).joined()
        return "<li>\(inline(item.text))\(rest.isEmpty ? "" : "\n")\(rest)</li>\n"
    }

    private static func inline(_ text: FeedbackText) -> String {
        text.spans.map { span in
            let text = HTML.escaped(span.text)
            return switch span.style {
            case .plain: text
            case .strong: "<strong>\(text)</strong>"
            case .code: "<code>\(text)</code>"
            }
        }.joined()
    }

    private static let sheet = """
        :root { color-scheme: light dark; --line: light-dark(#b8b8b8, #5c5c5c); --soft: light-dark(#f3f3f3, #262626); }
        body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; background: Canvas; color: CanvasText; }
        main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; }
        h2 { font-size: 1.25rem; margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
        h3 { font-size: 1rem; margin-bottom: 0.25rem; }
        li { margin: 0.3rem 0; overflow-wrap: anywhere; }
        h1, h2, p { overflow-wrap: anywhere; }
        pre { overflow-x: auto; padding: 0.6rem 0.8rem; background: var(--soft); border-left: 3px solid var(--line); }
        code, pre { font-family: ui-monospace, monospace; font-size: 0.9rem; }
        @media print { main { max-width: none; padding: 0; } pre { white-space: pre-wrap; } h2 { break-after: avoid; } }
        """
}
