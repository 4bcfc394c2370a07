// SPDX-License-Identifier: MIT

/// A text in Markdown, read: CommonMark with tables, strikethrough, task lists and bare links.
public struct MarkdownDocument: Hashable, Sendable {
    /// Its paragraphs, lists and so on.
    public let blocks: [MarkdownBlock]
    /// The links in it, in order.
    public let links: [MarkdownLink]

    /// Puts a text together.
    public init(blocks: [MarkdownBlock], links: [MarkdownLink]) {
        self.blocks = blocks
        self.links = links
    }
}

/// A part of a text that begins on a line of its own.
public struct MarkdownBlock: Hashable, Sendable {
    /// The line of its file where it begins.
    public let line: Int
    /// What it is.
    public let content: Content

    /// Puts a block together.
    public init(line: Int, _ content: Content) {
        self.line = line
        self.content = content
    }

    /// The kinds of blocks.
    public enum Content: Hashable, Sendable {
        /// A heading of level 1 to 6.
        case heading(level: Int, [MarkdownInline])
        /// A paragraph.
        case paragraph([MarkdownInline])
        /// A list.
        case list(MarkdownList)
        /// A quotation.
        case quote([MarkdownBlock])
        /// Text to be shown as it is; `info` is what stands behind a fence, and empty for indented text.
        case code(info: String, text: String)
        /// A table.
        case table(MarkdownTable)
        /// A rule across the page.
        case thematicBreak
    }
}

/// A list.
public struct MarkdownList: Hashable, Sendable {
    /// One entry.
    public struct Item: Hashable, Sendable {
        /// The line of its file where it begins.
        public let line: Int
        /// Whether the task is done; nil for an entry that is no task.
        public let isDone: Bool?
        /// What stands in it.
        public let blocks: [MarkdownBlock]

        /// Puts an entry together.
        public init(line: Int, isDone: Bool?, blocks: [MarkdownBlock]) {
            self.line = line
            self.isDone = isDone
            self.blocks = blocks
        }
    }

    /// The number of the first entry; nil for a list with bullets.
    public let start: Int?
    /// Whether its entries stand without empty lines between them.
    public let isTight: Bool
    /// The entries.
    public let items: [Item]

    /// Puts a list together.
    public init(start: Int?, isTight: Bool, items: [Item]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

/// A table; every row has as many cells as there are alignments.
public struct MarkdownTable: Hashable, Sendable {
    /// Where the text of a column stands.
    public enum Alignment: Hashable, Sendable {
        /// Nothing was said.
        case automatic
        /// To the left.
        case left
        /// In the middle.
        case center
        /// To the right.
        case right
    }

    /// One for each column.
    public let alignments: [Alignment]
    /// The cells of the first row.
    public let header: [[MarkdownInline]]
    /// The cells of the others.
    public let rows: [[[MarkdownInline]]]

    /// Puts a table together.
    public init(alignments: [Alignment], header: [[MarkdownInline]], rows: [[[MarkdownInline]]]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}
