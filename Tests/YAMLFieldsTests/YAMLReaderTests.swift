// SPDX-License-Identifier: MIT
import Testing
import YAMLFields

/// Values with their places, and everything that a manifest must not have.
@Suite struct YAMLReaderTests {
    @Test func valuesKnowWhereTheyStand() throws {
        let text = """
            # a comment
            title: One lane
            list: [a, "5"]
            code: |
              first
              second
            """
        let node = try YAMLReader.read(text, file: "x.yaml", lineOffset: 10)
        guard case .mapping(let entries) = node.value else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.key) == ["title", "list", "code"])
        #expect(entries.map(\.line) == [12, 13, 14])
        #expect(entries[0].value.value == .scalar("One lane", isPlain: true))
        #expect(entries[0].value.column == 8)
        #expect(entries[2].value.value == .scalar("first\nsecond", isPlain: false))
        #expect(entries[2].value.textLine == 15)
        guard case .sequence(let items) = entries[1].value.value else {
            Issue.record("no list")
            return
        }
        #expect(items.map(\.value) == [.scalar("a", isPlain: true), .scalar("5", isPlain: false)])
        #expect(items.map(\.column) == [8, 11])
    }

    private static let refused: [(text: String, line: Int, column: Int, fault: YAMLFault)] = [
        ("", 1, 0, .empty),
        ("# only a comment\n", 1, 0, .empty),
        ("a: 1\n---\nb: 2\n", 2, 1, .severalDocuments),
        ("a: &x 1\n", 1, 4, .anchor),
        ("a: *x\n", 1, 4, .anchor),
        ("a: !!str 1\n", 1, 4, .tag),
        ("a: !thing {}\n", 1, 4, .tag),
        ("a: 1\nb: 2\na: 3\n", 3, 1, .duplicateKey("a", firstLine: 1)),
        ("? [a, b]\n: 1\n", 1, 3, .complexKey),
        (String(repeating: "[", count: 13) + "1", 1, 13, .tooDeep(limit: 12)),
    ]

    @Test(arguments: refused.indices)
    func whatNoManifestNeedsIsRefused(_ index: Int) {
        let (text, line, column, fault) = Self.refused[index]
        let expected = TestProblem(TextPlace(file: "x.yaml", line: line, column: column), fault)
        #expect(throws: expected) { try YAMLReader.read(text, file: "x.yaml") }
    }

    @Test(arguments: ["a: [1", "a: \"x", "a: 1\n b: 2", "\ta: 1", "a: b: c", "a: '\u{1}'", "- a\nb: 1"])
    func whatIsNoYAMLHasALine(_ text: String) {
        let problem = #expect(throws: TestProblem.self) { try YAMLReader.read(text, file: "x.yaml") }
        guard case .yaml(.syntax(let words, _))? = problem?.kind else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(!words.isEmpty)
        #expect((problem?.place.line ?? 0) > 0)
    }

    @Test func aListOfManyValuesIsRefused() {
        let text = "a: [" + String(repeating: "1,", count: 30_000) + "1]"
        let problem = #expect(throws: TestProblem.self) { try YAMLReader.read(text, file: "x.yaml") }
        #expect(problem?.kind == .yaml(.tooManyValues(limit: YAMLReader.valueLimit)))
    }
}
