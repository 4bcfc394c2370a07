// SPDX-License-Identifier: MIT
import Testing
import YAMLFields

@testable import Coursework

/// What becomes of each kind of Markdown, and what is refused.
@Suite struct MarkdownReaderTests {
    private func read(_ text: String, _ setting: MarkdownReader.Setting = .plain) -> MarkdownDocument {
        let (document, problems) = MarkdownReader.read(text, file: "x.md", setting)
        #expect(problems == [])
        return document
    }

    @Test func inlinesBecomeATree() {
        let document = read(
            "Plain *em* **strong** ~~gone~~ `code` [a *link*](https://x.org)  \nnext\nlast https://y.org")
        #expect(
            document.blocks == [
                MarkdownBlock(
                    line: 1,
                    .paragraph([
                        .text("Plain "), .emphasis([.text("em")]), .text(" "), .strong([.text("strong")]), .text(" "),
                        .strikethrough([.text("gone")]), .text(" "), .code("code"), .text(" "),
                        .link(url: "https://x.org", [.text("a "), .emphasis([.text("link")])]), .lineBreak,
                        .text("next"), .softBreak, .text("last "),
                        .link(url: "https://y.org", [.text("https://y.org")]),
                    ]))
            ])
        #expect(document.links.map(\.url) == ["https://x.org", "https://y.org"])
        #expect(document.links.map(\.place.line) == [1, 3])
    }

    /// cmark-gfm keeps in variables of the process which characters mean something to the extensions in use.
    @Test func severalThreadsReadTheSame() async {
        let text = String(repeating: "~~gone~~ https://y.org a ~~b~~ www.z.org\n\n", count: 200)
        let expected = read(text)
        let differing = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<40).count { _ in MarkdownReader.read(text, file: "x.md").document != expected } }
            }
            return await group.reduce(0, +)
        }
        #expect(expected.blocks.count == 200 && differing == 0)
    }

    @Test func blocksKnowTheirLines() {
        let document = read(
            """
            ## Part

            > quoted

            ***

            ```text
            as it is
            ```

                indented
            """)
        #expect(document.blocks.map(\.line) == [1, 3, 5, 7, 11])
        #expect(
            document.blocks.map(\.content) == [
                .heading(level: 2, [.text("Part")]),
                .quote([MarkdownBlock(line: 3, .paragraph([.text("quoted")]))]), .thematicBreak,
                .code(info: "text", text: "as it is\n"), .code(info: "", text: "indented\n"),
            ])
    }

    @Test func listsKeepNumbersTasksAndTightness() throws {
        let document = read("3. three\n4. four\n\n- [x] done\n- [ ] open\n\n* loose\n\n* items\n")
        let lists = document.blocks.compactMap { if case .list(let list) = $0.content { list } else { nil } }
        try #require(lists.count == 3)
        #expect(lists.map(\.start) == [3, nil, nil])
        #expect(lists.map(\.isTight) == [true, true, false])
        #expect(lists[1].items.map(\.isDone) == [true, false])
        #expect(lists[0].items.map(\.line) == [1, 2])
        #expect(lists[1].items[0].blocks.map(\.content) == [.paragraph([.text("done")])])
    }

    @Test func tablesHaveAsManyCellsAsColumns() {
        let document = read("| a | b | c |\n|:--|:-:|--:|\n| 1 | `2` |\n")
        #expect(
            document.blocks.map(\.content) == [
                .table(
                    MarkdownTable(
                        alignments: [.left, .center, .right],
                        header: [[.text("a")], [.text("b")], [.text("c")]],
                        rows: [[[.text("1")], [.code("2")], []]]))
            ])
    }

    private static let refused: [(text: String, line: Int, fault: MarkdownFault)] = [
        ("", 1, .empty),
        ("# Title", 1, .firstLevelHeading),
        ("Title\n=====", 1, .firstLevelHeading),
        ("text\nwith <b>bold", 2, .html),
        ("<div>\n</div>", 1, .html),
        ("<!-- note -->", 1, .html),
        ("see ![x](y.png)", 1, .image),
        ("```js run\n1\n```", 1, .activeBlock("js run")),
        ("```quiz\nquestion: x\n```", 1, .activeBlock("quiz")),
        ("```javascript\n1\n```", 1, .unknownFence("javascript", nearest: nil)),
        ("```jsn\n1\n```", 1, .unknownFence("jsn", nearest: "js")),
        ("```sh run\nls\n```", 1, .unknownFence("sh run", nearest: nil)),
        (
            "```js\nshort\n" + String(repeating: "x", count: 77) + "\n```", 3,
            .wideCode(columns: 77, limit: CodeWidth.limit)
        ),
        (String(repeating: "> ", count: 20) + "deep", 1, .tooDeep(limit: MarkdownReader.depthLimit)),
    ]

    @Test(arguments: refused.indices)
    func whatATerminalCannotShowIsRefused(_ index: Int) {
        let (text, line, fault) = Self.refused[index]
        let (_, problems) = MarkdownReader.read(text, file: "x.md", lineOffset: 10)
        #expect(problems.first?.kind == .markdown(fault))
        #expect(problems.first?.place.line == line + 10)
    }

    @Test(arguments: ["```js run\n1\n```", "```quiz\nx\n```", "```try\nx\n```"])
    func aLessonsBlocksStandByThemselves(_ text: String) {
        #expect(MarkdownReader.read(text, file: "x.md", .lesson).problems == [])
        let nested = "> " + text.split(separator: "\n").joined(separator: "\n> ")
        #expect(MarkdownReader.read(nested, file: "x.md", .lesson).problems.map(\.kind) == [.block(.nested)])
    }

    @Test(arguments: ["- a list", "## a heading", "one\n\ntwo", "    code"])
    func inlineTextIsOneParagraph(_ text: String) {
        let place = TextPlace(file: "x.md", line: 7)
        #expect(MarkdownReader.readInline(text, at: place).problems == [CourseProblem(place, .markdown(.notInline))])
    }

    @Test func textsThatAreHardToParseComeToAnEnd() {
        let hostile = ["*a ", "[", "`", "![[](", "<", "|", "_*", "- ", "> ", "\\", "&", "1. ", "~~", "[a](", "http://"]
        for piece in hostile {
            _ = MarkdownReader.read(String(repeating: piece, count: 4_000), file: "x.md")
        }
    }

    @Test func manyThreadsMayReadAtOnce() async {
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask { MarkdownReader.read("| a |\n|---|\n| ~~b~~ |\n", file: "x.md").document.blocks.count }
            }
            for await count in group { #expect(count == 1) }
        }
    }
}
