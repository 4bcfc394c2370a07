// SPDX-License-Identifier: MIT
import Results
import Testing

/// RFC 4180, there and back, and no formula on the way.
@Suite struct CSVTests {
    @Test func everyTextComesBack() throws {
        var csv = CSVWriter()
        // What no spreadsheet keeps is written as an escape, so it is not among these.
        let texts =
            SampleBatch.hostileNames.filter { name in
                !name.unicodeScalars.contains { [0x1B, 0x202E, 0, 0x2028].contains($0.value) }
            } + ["'", "'=1", "''=1", " =1", "'x", "", " ", "a,b", "\"", "\"\"", "\r", "\n", "＝1"]
        csv.addRow(texts.map { .text($0) })
        for text in texts { csv.addRow([.text(text)]) }
        let rows = try CSVReader.rows(of: csv.bytes)
        #expect(rows.map(\.cells).map { $0.map(CSVText.unguarded) } == [texts] + texts.map { [$0] })
    }

    @Test(arguments: SampleBatch.hostileNames + ["＝1", "＋1", "－1", "＠1", " =1", "\r=1", "\0=1"])
    func noCellIsAFormula(text: String) throws {
        var csv = CSVWriter()
        csv.addRow([.text(text)])
        let cell = try #require(try CSVReader.rows(of: csv.bytes).first?.cells.first)
        let start = cell.unicodeScalars.first { $0 != " " }
        #expect(start.map { !"=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains($0) } ?? true)
    }

    @Test func numbersAreNotGuarded() {
        var csv = CSVWriter()
        csv.addRow([.number(Points(thousandths: -2_500)), .count(-3), .text("-3")])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "-2.5,-3,'-3\r\n")
    }

    @Test(arguments: [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a\rb\r", [["a"], ["b"]]), ("\u{FEFF}a,b\n", [["a", "b"]]), ("\n\na\n\n", [["a"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]),
        ("\"a\"\"b\",\"c\r\nd\"\r\n", [["a\"b", "c\r\nd"]]), ("\"\"\n", [[""]]), ("", []), (",", [["", ""]]),
    ])
    func rowsAreRead(text: String, rows: [[String]]) throws {
        #expect(try CSVReader.rows(of: text.utf8).map(\.cells) == rows)
        // The same, a byte at a time.
        var reader = CSVReader()
        var read: [CSVReader.Row] = []
        for byte in text.utf8 { read += try reader.add([byte]) }
        read += try reader.finish()
        #expect(read.map(\.cells) == rows)
    }

    @Test func rowsKnowTheirLines() throws {
        let rows = try CSVReader.rows(of: "a\r\n\r\n\"b\r\nc\"\r\nd\n".utf8)
        #expect(rows.map(\.line) == [1, 3, 5])
    }

    @Test(arguments: [
        ("a\nb\"c", 2, 2, CSVReader.Problem.quoteInCell), ("\"a\"b", 1, 4, .textAfterQuote),
        ("\n\"a\nb", 2, 1, .openQuote), ("a,\"b\r\nc\",\"d\n", 2, 4, .openQuote),
    ])
    func whatNobodyUnderstandsIsRefused(text: String, line: Int, column: Int, problem: CSVReader.Problem) {
        #expect(throws: CSVReader.Failure(line: line, column: column, problem: problem)) {
            try CSVReader.rows(of: text.utf8)
        }
    }

    @Test func cellsKnowTheirPlaces() throws {
        let rows = try CSVReader.rows(of: "\u{FEFF}é,\"b\r\nc\",\r\n,x\n\n\"\",".utf8)
        let places = rows.map { $0.places.map { "\($0.line):\($0.column)" }.joined(separator: " ") }
        #expect(places == ["1:1 1:4 2:4", "3:1 3:2", "5:1 5:4"])
    }

    @Test func anotherSeparatorIsRead() throws {
        let rows = try CSVReader.rows(of: "a;\"b;c\";1,5\n".utf8, separator: UInt8(ascii: ";"))
        #expect(rows.map(\.cells) == [["a", "b;c", "1,5"]])
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: CSVReader.Failure(line: 1, column: 1, problem: .notUTF8)) {
            try CSVReader.rows(of: [0xEF, 0xBB])
        }
        #expect(throws: CSVReader.Failure(line: 1, column: 1, problem: .notUTF8)) {
            try CSVReader.rows(of: [0xFF, 0x0A])
        }
        var reader = CSVReader(rowLimit: 8)
        #expect(throws: CSVReader.Failure(line: 1, column: 1, problem: .tooLong(limit: 8))) {
            try reader.add(Array(repeating: 0x2C, count: 9))
        }
    }

    @Test func aClassHasARowForEach() throws {
        var context = SampleBatch.context
        context.hasByteOrderMark = true
        let text = try SampleBatch.report("csv", of: SampleBatch.results, context)
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        let rows = try CSVReader.rows(of: text.utf8)
        #expect(rows.count == SampleBatch.results.count + 1)
        #expect(Set(rows.map(\.cells.count)).count == 1)
        let amara = try #require(rows.last { $0.cells[0] == "amara" })
        #expect(amara.cells[4...10].map(\.self) == ["2026-03-01T09:30:00.123Z", "failed", "22.5", "70", "2", "6", "2"])
    }
}
