// SPDX-License-Identifier: MIT
import Testing
import YAMLFields

/// Fields by name and type, and what is said of those that do not fit.
@Suite struct FieldReaderTests {
    private enum Kind: String, CaseIterable {
        case fix, write
    }

    private func reader(_ text: String, known: [String]) throws -> FieldReader {
        try #require(FieldReader(YAMLReader.read(text, file: "x.yaml"), file: "x.yaml", known: known))
    }

    private func kinds(_ reader: FieldReader) -> [TestProblem.Kind] { reader.problems.map(\.kind) }

    @Test func goodFieldsAreRead() throws {
        var fields = try reader(
            "title: Chains\nminutes: 8\nlist: [a, 'b', 3]\nright: true\nkind: fix\n",
            known: ["title", "minutes", "list", "right", "kind"])
        #expect(fields.line("title") == "Chains")
        #expect(fields.number("minutes", in: 5...15) == 8)
        #expect(fields.names("list", count: 1...5)?.map(\.text) == ["a", "b", "3"])
        #expect(fields.flag("right") == true)
        #expect(fields.choice("kind", Kind.self) == .fix)
        #expect(fields.text("other", isRequired: false) == nil)
        #expect(fields.problems == [])
    }

    @Test func anUnknownFieldNamesTheNearest() throws {
        let fields = try reader("tittle: x\nzzz: y\n", known: ["title", "minutes"])
        #expect(
            kinds(fields) == [
                .field("tittle", .unknown(nearest: "title", known: ["title", "minutes"])),
                .field("zzz", .unknown(nearest: nil, known: ["title", "minutes"])),
            ])
        #expect(fields.problems.map(\.place.line) == [1, 2])
    }

    @Test func valuesOfAnotherTypeAreNoted() throws {
        var fields = try reader(
            "a: [x]\nb: '5'\nc: yes\nd: x\ne: 99\nf: \ng: |\n  one\n  two\nh: [x, x]\n",
            known: ["a", "b", "c", "d", "e", "f", "g", "h"])
        #expect(fields.text("a") == nil && fields.number("b", in: 1...9) == nil && fields.flag("c") == nil)
        #expect(fields.texts("d", count: 1...2) == nil && fields.number("e", in: 1...9) == nil)
        #expect(fields.text("f") == nil && fields.line("g") == nil && fields.text("missing") == nil)
        _ = fields.names("h", count: 3...4)
        #expect(
            kinds(fields) == [
                .field("a", .notA(.text)), .field("b", .notA(.number)), .field("c", .notA(.flag)),
                .field("d", .notA(.texts)), .field("e", .outOfRange(99, 1...9)), .field("f", .empty),
                .field("g", .severalLines), .field("missing", .missing), .field("h", .count(2, 3...4)),
                .field("h", .repeated("x")),
            ])
    }
}
