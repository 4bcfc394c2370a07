// SPDX-License-Identifier: MIT
internal import YAMLFields

/// Reads a text in Markdown, by cmark-gfm, and notes what a terminal cannot show.
struct MarkdownReader {
    /// Which fenced blocks may be more than text.
    enum Setting {
        /// In a lesson: programs, quizzes and goals, where nothing stands around them.
        case lesson
        /// Anywhere else: none.
        case plain
    }

    /// How deep lists and quotations may lie in each other.
    static let depthLimit = 16

    private(set) var problems: [CourseProblem] = []
    private var links: [MarkdownLink] = []
    private let file: String
    private let lineOffset: Int
    private let setting: Setting
    /// The lines of the text; a problem's column is looked up in them.
    private let lines: [Substring]

    /// Reads a text, above which `lineOffset` lines of its file stand.
    static func read(
        _ text: String, file: String, lineOffset: Int = 0, _ setting: Setting = .plain
    ) -> (document: MarkdownDocument, problems: [CourseProblem]) {
        var reader = MarkdownReader(text, file: file, lineOffset: lineOffset, setting)
        let blocks = MarkdownNode.withDocument(text) { reader.blocks(of: $0, depth: 0) }
        if blocks.isEmpty && reader.problems.isEmpty { reader.fault(1 + lineOffset, .empty) }
        return (MarkdownDocument(blocks: blocks, links: reader.links), reader.problems)
    }

    /// Reads a text that has to be one paragraph.
    static func readInline(
        _ text: String, at place: TextPlace
    ) -> (pieces: [MarkdownInline], links: [MarkdownLink], problems: [CourseProblem]) {
        let (document, problems) = read(text, file: place.file, lineOffset: place.line - 1)
        if case .paragraph(let pieces)? = document.blocks.first?.content, document.blocks.count == 1 {
            return (pieces, document.links, problems)
        }
        let own = problems.isEmpty ? [CourseProblem(place, .markdown(.notInline))] : problems
        return ([], document.links, own)
    }

    private init(_ text: String, file: String, lineOffset: Int, _ setting: Setting) {
        self.file = file
        self.lineOffset = lineOffset
        self.setting = setting
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    // MARK: - Blocks

    private mutating func blocks(of parent: MarkdownNode, depth: Int) -> [MarkdownBlock] {
        var blocks: [MarkdownBlock] = []
        for node in parent.children {
            let line = node.line + lineOffset
            if depth >= Self.depthLimit {
                fault(line, .tooDeep(limit: Self.depthLimit))
                return blocks
            }
            if let content = content(of: node, line: line, depth: depth) {
                blocks.append(MarkdownBlock(line: line, content))
            }
        }
        return blocks
    }

    private mutating func content(of node: MarkdownNode, line: Int, depth: Int) -> MarkdownBlock.Content? {
        switch node.kind {
        case .heading(let level):
            if level == 1 { fault(line, .firstLevelHeading) }
            return .heading(level: level, inlines(of: node, from: line))
        case .paragraph: return .paragraph(inlines(of: node, from: line))
        case .quote: return .quote(blocks(of: node, depth: depth + 1))
        case .list(let start, let isTight):
            let items = node.children.map { item in
                MarkdownList.Item(
                    line: item.line + lineOffset, isDone: item.isDone, blocks: blocks(of: item, depth: depth + 1))
            }
            return .list(MarkdownList(start: start, isTight: isTight, items: items))
        case .code(let info, let text, let isFenced):
            checkCode(info: info, text: text, line: line, firstLine: line + (isFenced ? 1 : 0), depth: depth)
            return .code(info: info, text: text)
        case .table(let alignments): return .table(table(node, alignments))
        case .thematicBreak: return .thematicBreak
        case .html(let text):
            fault(line, column: column(of: text, onLine: line), .html)
            return nil
        case .inline, .other: return nil
        }
    }

    private mutating func table(_ node: MarkdownNode, _ alignments: [MarkdownTable.Alignment]) -> MarkdownTable {
        var rows = node.children.map { row in
            let cells = row.children.map { inlines(of: $0, from: row.line + lineOffset) }
            return cells + Array(repeating: [], count: max(0, alignments.count - cells.count))
        }
        let header = rows.isEmpty ? [] : rows.removeFirst()
        return MarkdownTable(alignments: alignments, header: header, rows: rows)
    }

    private mutating func checkCode(info: String, text: String, line: Int, firstLine: Int, depth: Int) {
        let fence = Fence(info)
        // The fields of a quiz or a goal are not shown as they stand.
        if !fence.asks { problems += CodeWidth.problems(in: text, at: TextPlace(file: file, line: firstLine)) }
        switch fence.kind {
        case .plain: break
        case .unknown(let word, let nearest): fault(line, .unknownFence(word, nearest: nearest))
        case .active where setting == .plain: fault(line, .activeBlock(fence.words.joined(separator: " ")))
        case .active where depth > 0:
            problems.append(CourseProblem(TextPlace(file: file, line: line), .block(.nested)))
        case .active: break
        }
    }

    // MARK: - Inlines

    // cmark's own positions of inline nodes are those of the paragraph after the first line, so breaks are counted.
    private mutating func inlines(of parent: MarkdownNode, from line: Int) -> [MarkdownInline] {
        var line = line
        return inlines(of: parent, line: &line, depth: 0)
    }

    private mutating func inlines(of parent: MarkdownNode, line: inout Int, depth: Int) -> [MarkdownInline] {
        if depth >= Self.depthLimit {
            fault(line, .tooDeep(limit: Self.depthLimit))
            return []
        }
        var pieces: [MarkdownInline] = []
        for node in parent.children {
            guard case .inline(let kind) = node.kind else { continue }
            switch kind {
            // The two spaces that break a line leave an empty text before it.
            case .text(""): break
            case .text(let text): pieces.append(.text(text))
            case .code(let text): pieces.append(.code(text))
            case .emphasis: pieces.append(.emphasis(inlines(of: node, line: &line, depth: depth + 1)))
            case .strong: pieces.append(.strong(inlines(of: node, line: &line, depth: depth + 1)))
            case .strikethrough: pieces.append(.strikethrough(inlines(of: node, line: &line, depth: depth + 1)))
            case .link(let url):
                links.append(MarkdownLink(url: url, place: TextPlace(file: file, line: line)))
                pieces.append(.link(url: url, inlines(of: node, line: &line, depth: depth + 1)))
            case .softBreak:
                line += 1
                pieces.append(.softBreak)
            case .lineBreak:
                line += 1
                pieces.append(.lineBreak)
            case .html(let text): fault(line, column: column(of: text, onLine: line), .html)
            case .image: fault(line, column: column(of: "![", onLine: line), .image)
            }
        }
        return pieces
    }

    // MARK: - Problems

    private mutating func fault(_ line: Int, column: Int = 0, _ fault: MarkdownFault) {
        problems.append(CourseProblem(TextPlace(file: file, line: line, column: column), .markdown(fault)))
    }

    private func column(of text: String, onLine line: Int) -> Int {
        let index = line - lineOffset - 1
        guard lines.indices.contains(index), let first = text.split(separator: "\n").first else { return 0 }
        return lines[index].firstRange(of: first).map { lines[index][..<$0.lowerBound].count + 1 } ?? 0
    }
}
