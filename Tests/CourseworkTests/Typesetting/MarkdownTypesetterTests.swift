// SPDX-License-Identifier: MIT
import Foundation
import Markup
import Testing

@testable import Coursework

/// Pictures of texts as they are set; they are kept in `Pictures`.
@Suite struct MarkdownTypesetterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var document = "features"
        var columns = 80
        var isUTF8 = true
        var isLinear = false
        var hasColor = false

        var testDescription: String {
            let form = (isUTF8 ? "" : "-ascii") + (isLinear ? "-linear" : "") + (hasColor ? "-color" : "")
            return "\(document)-\(columns)\(form)"
        }

        var typesetter: MarkdownTypesetter {
            let terminal = TerminalStyle(columns: columns, isUTF8: isUTF8, hasColor: hasColor)
            return MarkdownTypesetter(terminal: terminal, isLinear: isLinear) { url in
                url.hasSuffix("03-chains.md") ? "lesson 2.3" : nil
            }
        }
    }

    static let cases = [
        Case(), Case(columns: 60), Case(columns: 40), Case(columns: 120), Case(columns: 20),
        Case(isUTF8: false), Case(columns: 40, isUTF8: false), Case(isLinear: true), Case(columns: 40, isLinear: true),
        Case(isUTF8: false, isLinear: true), Case(hasColor: true),
        Case(document: "characters"), Case(document: "characters", columns: 40),
        Case(document: "characters", isUTF8: false), Case(document: "hostile"), Case(document: "hostile", columns: 40),
    ]

    @Test(arguments: cases) func isSet(_ example: Case) throws {
        let rows = try Self.rows(example)
        let terminal = example.typesetter.terminal
        // A picture shows control sequences by the escape character's own picture.
        let picture = rows.map { terminal.rendered($0).replacing("\u{1b}", with: "␛") + "\n" }.joined()
        try expectSnapshot(picture, named: "Typesetting/Pictures/\(example.testDescription).screen")
    }

    @Test(arguments: cases) func noRowIsWiderThanTheTerminal(_ example: Case) throws {
        for columns in Array(20...44) + [59, 60, 61, 79, 80, 81, 100, 132] {
            var example = example
            example.columns = columns
            for row in try Self.rows(example) {
                #expect(row.columns <= columns, "\(row.text)")
                #expect(row.columns == CharacterWidth.columns(of: example.typesetter.terminal.shown(row.text)))
            }
        }
    }

    @Test(arguments: ["features", "characters", "hostile"]) func nothingDrivesTheTerminal(document: String) throws {
        for isUTF8 in [true, false] {
            let example = Case(document: document, isUTF8: isUTF8)
            let text = try Self.rows(example).map(example.typesetter.terminal.rendered).joined()
            #expect(!text.unicodeScalars.contains { $0.value < 32 || (0x7F...0x9F).contains($0.value) })
            #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
            if !isUTF8 { #expect(text.unicodeScalars.allSatisfy { $0.isASCII }) }
        }
    }

    private static func rows(_ example: Case) throws -> [StyledText] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Pictures/\(example.document).md")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return example.typesetter.rows(of: MarkdownReader.read(text, file: "a.md").document.blocks)
    }

    @Test(arguments: [
        ("a", 80, ["   1  a"]),
        (String(repeating: "x", count: 76), 80, [" 1 " + String(repeating: "x", count: 76)]),
        (String(repeating: "x", count: 80), 80, ["   1  " + String(repeating: "x", count: 73) + "…"]),
        ("", 80, []),
    ])
    func programsMoveToTheLeftBeforeTheyAreCut(source: String, columns: Int, rows: [String]) {
        let typesetter = MarkdownTypesetter(terminal: TerminalStyle(columns: columns))
        #expect(typesetter.rows(ofProgram: source, isNumbered: true).map(\.text) == rows)
    }

    @Test func outputIsShownAsItIs() {
        let typesetter = MarkdownTypesetter(terminal: TerminalStyle(columns: 40))
        let lines = ["  two spaces", "", "\u{1b}[31mred", String(repeating: "long ", count: 10), "a", "b"]
        let rows = typesetter.rows(ofOutput: lines, limit: 6).map(\.text)
        #expect(
            rows == [
                "   │   two spaces", "   │ ", "   │ \\u{1b}[31mred", "   │ long long long long long long long",
                "   │ long long long ", "   │ (2 more lines)",
            ])
    }

    @Test func nestingHasNoEnd() {
        var blocks = [MarkdownBlock(line: 1, .paragraph([.text("deep")]))]
        var text = [MarkdownInline.text("deep")]
        for level in 0..<200 {
            let item = MarkdownList.Item(line: 1, isDone: nil, blocks: blocks)
            let list = MarkdownList(start: level % 3 == 0 ? 1 : nil, isTight: true, items: [item])
            blocks = [MarkdownBlock(line: 1, level % 2 == 0 ? .list(list) : .quote(blocks))]
            text = [.emphasis(text)]
        }
        for columns in [20, 40, 80] {
            let rows = MarkdownTypesetter(terminal: TerminalStyle(columns: columns))
                .rows(of: blocks + [MarkdownBlock(line: 1, .paragraph(text))])
            #expect(rows.allSatisfy { $0.columns <= columns })
        }
    }

    @Test func emptyThingsAreNoTrouble() {
        let blocks: [MarkdownBlock.Content] = [
            .paragraph([]), .heading(level: 2, []), .list(MarkdownList(start: nil, isTight: true, items: [])),
            .list(
                MarkdownList(
                    start: 1, isTight: false, items: [MarkdownList.Item(line: 1, isDone: false, blocks: [])])),
            .quote([]), .code(info: "", text: ""), .table(MarkdownTable(alignments: [], header: [], rows: [])),
            .table(MarkdownTable(alignments: [.left], header: [[]], rows: [[[]], []])),
            .paragraph([.link(url: "", []), .code(""), .lineBreak]),
        ]
        for isLinear in [false, true] {
            let typesetter = MarkdownTypesetter(terminal: TerminalStyle(columns: 40), isLinear: isLinear)
            for block in blocks { _ = typesetter.rows(of: [MarkdownBlock(line: 1, block)]) }
        }
    }
}
