// SPDX-License-Identifier: MIT
internal import Markup

/// A form in which a learner can be told.
public enum FeedbackFormat: String, Hashable, Sendable, CaseIterable {
    /// CommonMark.
    case markdown
    /// One page that needs nothing else.
    case html
    /// Text of at most 80 columns.
    case text

    func text(of document: FeedbackDocument) -> String {
        switch self {
        case .markdown: FeedbackMarkdown().text(of: document)
        case .html: FeedbackHTML.text(of: document)
        case .text: FeedbackPlainText().text(of: document)
        }
    }
}

/// Writes feedback as Markdown (CommonMark 0.31); text from elsewhere stays text.
struct FeedbackMarkdown {
    private var lines: [String] = []

    init() {}

    func text(of document: FeedbackDocument) -> String {
        var writer = self
        writer.lines = ["# \(Self.escaped(document.title))"]
        writer.add(document.blocks, indent: "")
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ blocks: [FeedbackBlock], indent: String) {
        for block in blocks {
            lines.append("")
            switch block {
            case .heading(let level, let text):
                lines.append(indent + String(repeating: "#", count: level) + " " + Self.escaped(text))
            case .paragraph(let text): lines.append(indent + Self.inline(text))
            case .list(let items):
                for item in items {
                    lines.append("\(indent)- \(Self.inline(item.text))")
                    add(item.blocks, indent: indent + "  ")
                    if !item.blocks.isEmpty { lines.append("") }
                }
                if lines.last == "" { lines.removeLast() }
            case .lines(let rows): add(rows, indent: indent)
            }
        }
    }

    private mutating func add(_ rows: [String], indent: String) {
        let shown = rows.flatMap { TerminalText.escaped($0).split(separator: "\n", omittingEmptySubsequences: false) }
        let fence = String(repeating: "`", count: max(3, Self.longestRun(shown.joined(separator: "\n")) + 1))
        lines.append("\(indent)\(fence)text")
        lines += shown.map { indent + $0 }
        lines.append(indent + fence)
    }

    private static func inline(_ text: FeedbackText) -> String {
        text.spans.map { span in
            switch span.style {
            case .plain: escaped(span.text)
            case .strong: "**\(escaped(span.text))**"
            case .code: code(span.text)
            }
        }.joined()
    }

    private static func code(_ text: String) -> String {
        let row = TerminalText.escapedRow(text)
        let fence = String(repeating: "`", count: longestRun(row) + 1)
        let space = row.hasPrefix("`") || row.hasSuffix("`") ? " " : ""
        return fence + space + row + space + fence
    }

    private static func longestRun(_ text: String) -> Int {
        var longest = 0
        var run = 0
        for scalar in text.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// On one row, with a backslash before what could mean something (CommonMark 0.31, section 2.4).
    ///
    /// Marks that mean something at the beginning of a line only, or between the parts of an address, stay elsewhere.
    static func escaped(_ text: String) -> String {
        let scalars = Array(TerminalText.escapedRow(text).unicodeScalars)
        let safe = Set(" ,;'\"()%?/!^".unicodeScalars)
        let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            !scalar.isASCII || scalar.properties.isAlphabetic || digits.contains(scalar)
        }
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let last = index > 0 ? scalars[index - 1] : " "
            var isPlain = isWord(scalar) || safe.contains(scalar)
            switch scalar {
            // "https://…" and "www.…" would become links.
            case ".", ":": isPlain = next == " " || digits.contains(last) && digits.contains(next)
            case "-", "+": isPlain = index > 0 && (isWord(next) || next == " ")
            default: break
            }
            // "1. one" and "1) one" would begin a list.
            let isMark = scalar == "." || scalar == ")"
            if isMark, next == " ", index > 0, scalars[..<index].allSatisfy(digits.contains) { isPlain = false }
            if !isPlain { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

/// Writes feedback as plain text.
struct FeedbackPlainText {
    private static let columns = 78
    private var rows: [String] = []

    init() {}

    func text(of document: FeedbackDocument) -> String {
        var writer = self
        writer.add(.heading(1, document.title), indent: "")
        for block in document.blocks {
            writer.rows.append("")
            writer.add(block, indent: "")
        }
        return writer.rows.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ block: FeedbackBlock, indent: String) {
        switch block {
        case .heading(let level, let text):
            let row = TerminalText.escapedRow(text)
            add(row, indent: indent, first: indent)
            let rule = level == 1 ? "=" : level == 2 ? "-" : ""
            if !rule.isEmpty {
                let width = min(Self.columns, StyledText(row).columns)
                rows.append(indent + String(repeating: rule, count: max(1, width)))
            }
        case .paragraph(let text): add(Self.plain(text), indent: indent, first: indent)
        case .list(let items):
            for item in items {
                add(Self.plain(item.text), indent: indent + "  ", first: indent + "* ")
                for block in item.blocks { add(block, indent: indent + "  ") }
            }
        case .lines(let lines):
            for line in lines {
                for row in TerminalText.escaped(line).split(separator: "\n", omittingEmptySubsequences: false) {
                    rows.append("\(indent)  \(row)")
                }
            }
        }
    }

    private mutating func add(_ text: String, indent: String, first: String) {
        var start = first
        for row in StyledText(text).wrapped(to: max(20, Self.columns - indent.count)) {
            rows.append(start + row.text)
            start = indent
        }
    }

    private static func plain(_ text: FeedbackText) -> String {
        text.spans.map { $0.style == .code ? "'\($0.text)'" : $0.text }.joined()
    }
}
