// SPDX-License-Identifier: MIT
internal import CMarkdown
internal import Synchronization

/// A node of cmark's tree, which lives as long as the call that lends it.
struct MarkdownNode {
    /// What a node is, as far as it is understood here.
    enum Kind {
        case heading(level: Int)
        case paragraph
        case quote
        case list(start: Int?, isTight: Bool)
        case code(info: String, text: String, isFenced: Bool)
        case table([MarkdownTable.Alignment])
        case thematicBreak
        case html(String)
        case inline(Inline)
        /// An entry of a list, a row, a cell: they are read with what they belong to.
        case other
    }

    /// A node of running text.
    enum Inline {
        case text(String)
        case code(String)
        case emphasis
        case strong
        case strikethrough
        case link(url: String)
        case softBreak
        case lineBreak
        case html(String)
        case image
    }

    private let node: OpaquePointer

    /// The line where it begins, from 1.
    var line: Int { Int(cmark_node_get_start_line(node)) }

    /// The nodes in it.
    var children: [MarkdownNode] {
        var children: [MarkdownNode] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(MarkdownNode(node: child))
            next = cmark_node_next(child)
        }
        return children
    }

    /// Whether the task is done, for an entry of a list that is one.
    var isDone: Bool? {
        typeName == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil
    }

    /// What it is.
    var kind: Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: list
        case CMARK_NODE_CODE_BLOCK: code
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_HTML_BLOCK: .html(literal)
        case CMARK_NODE_TEXT: .inline(.text(literal))
        case CMARK_NODE_CODE: .inline(.code(literal))
        case CMARK_NODE_EMPH: .inline(.emphasis)
        case CMARK_NODE_STRONG: .inline(.strong)
        case CMARK_NODE_LINK: .inline(.link(url: Self.text(cmark_node_get_url(node))))
        case CMARK_NODE_IMAGE: .inline(.image)
        case CMARK_NODE_SOFTBREAK: .inline(.softBreak)
        case CMARK_NODE_LINEBREAK: .inline(.lineBreak)
        case CMARK_NODE_HTML_INLINE: .inline(.html(literal))
        default: extended
        }
    }

    // The types of the extensions are numbers that are given out at run time; their names are fixed.
    private var extended: Kind {
        switch typeName {
        case "table": .table(alignments)
        case "strikethrough": .inline(.strikethrough)
        default: .other
        }
    }

    private var typeName: String { Self.text(cmark_node_get_type_string(node)) }

    private var literal: String { Self.text(cmark_node_get_literal(node)) }

    private var list: Kind {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        return .list(
            start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
            isTight: cmark_node_get_list_tight(node) != 0)
    }

    private var code: Kind {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
        return .code(info: Self.text(cmark_node_get_fence_info(node)), text: literal, isFenced: isFenced)
    }

    private var alignments: [MarkdownTable.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return (0..<count).map { index in
            switch letters[index] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .automatic
            }
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    // MARK: - Parsing

    // The registry of extensions belongs to the process; a static value is made once, whichever thread comes first.
    private static let extensionNames: [String] = {
        cmark_gfm_core_extensions_ensure_registered()
        return ["table", "strikethrough", "autolink", "tasklist"]
    }()

    // Which characters mean something to an extension stands in variables of the process, which a parser sets while it
    // reads running text (cmark-gfm, src/inlines.c): two at a time would miss strikethrough and addresses.
    private static let parsing = Mutex(())

    /// Parses a text and lends its tree; one text at a time, whatever the thread.
    static func withDocument<Result>(_ text: String, _ body: (MarkdownNode) -> Result) -> Result {
        let root = parsing.withLock { _ in parse(text) }
        defer { cmark_node_free(root) }
        return body(MarkdownNode(node: root))
    }

    private static func parse(_ text: String) -> sending OpaquePointer {
        guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else {
            preconditionFailure("no memory for a Markdown parser")
        }
        defer { cmark_parser_free(parser) }
        for name in extensionNames {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { preconditionFailure("no memory for a Markdown text") }
        // Brackets and the like that came to nothing are nodes of their own until then.
        cmark_consolidate_text_nodes(root)
        return root
    }
}
