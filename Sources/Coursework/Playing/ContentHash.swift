// SPDX-License-Identifier: MIT

/// A number for what a part of a lesson says, the same in every process: FNV-1a with 64 bits.
///
/// It is there to find a place again after its lesson has changed. It does not depend on lines and line breaks.
struct ContentHash: Hashable, Sendable {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    mutating func mix(_ text: String) {
        for byte in text.utf8 { mix(byte) }
        // No byte of UTF-8, so that "ab", "c" differs from "a", "bc".
        mix(0xFF)
    }

    private mutating func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    mutating func mix(_ text: [MarkdownInline]) {
        for piece in text {
            switch piece {
            case .text(let text): mix(text)
            case .code(let text): mix("code", text)
            case .emphasis(let children), .strong(let children), .strikethrough(let children): mix(children)
            case .link(let url, let children):
                mix("link", url)
                mix(children)
            case .softBreak, .lineBreak: mix(" ")
            }
        }
    }

    mutating func mix(_ blocks: [MarkdownBlock]) {
        for block in blocks {
            switch block.content {
            case .heading(let level, let text):
                mix("heading", "\(level)")
                mix(text)
            case .paragraph(let text):
                mix("paragraph")
                mix(text)
            case .list(let list):
                mix("list", list.start.map { "\($0)" } ?? "")
                for item in list.items { mix(item.blocks) }
            case .quote(let blocks):
                mix("quote")
                mix(blocks)
            case .code(let info, let text): mix("code", info, text)
            case .table(let table):
                mix("table")
                for row in [table.header] + table.rows {
                    for cell in row { mix(cell) }
                }
            case .thematicBreak: mix("break")
            }
        }
    }

    mutating func mix(_ block: LessonBlock) {
        switch block {
        case .prose(let blocks):
            mix(blocks)
        case .program(let block):
            mix(block.role.rawValue, block.program.source)
        case .quiz(let quiz):
            mix("quiz")
            mix(quiz.question)
            for option in quiz.options { mix(option.text) }
        case .try(let goal):
            mix("try", goal.start ?? "")
            mix(goal.goal)
        }
    }

    private mutating func mix(_ texts: String...) {
        for text in texts { mix(text) }
    }
}
