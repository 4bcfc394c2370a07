// SPDX-License-Identifier: MIT
import Foundation
import Scheduling
import Testing

@testable import Tracing

/// The description of the format names what the encoder writes, no more and no less.
@Suite struct TraceFormatDocumentTests {
    private let text: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        text = try String(contentsOf: root.appendingPathComponent("Docs/trace-format.md"), encoding: .utf8)
    }

    /// The first two columns of the tables of one section, without the heads.
    private func rows(below heading: String) throws -> [(name: String, fields: [String])] {
        let start = try #require(text.range(of: "\n## \(heading)\n")).upperBound
        let section = text[start...].prefix(upTo: text[start...].range(of: "\n## ")?.lowerBound ?? text.endIndex)
        return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            let columns = line.split(separator: "|").map { Self.words(in: $0) }
            return (columns[0].first ?? "", columns[1])
        }
    }

    private static func words(in text: Substring) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    @Test func everyKindIsDescribed() throws {
        let rows = try rows(below: "Kinds")
        #expect(rows.map(\.name) == EncodedKind.all.map(\.name))
        for (row, kind) in zip(rows, EncodedKind.all) {
            #expect(row.fields == kind.required + kind.optional.map { $0 + "?" }, "\(kind.name)")
        }
    }

    @Test func everyOtherFieldIsDescribed() throws {
        #expect(try rows(below: "Header").map(\.name) == TraceFormat.header)
        #expect(try rows(below: "End mark").map(\.name) == TraceFormat.end)
        let common = TraceFormat.required + TraceFormat.optional.map { $0 + "?" }
        #expect(try rows(below: "Every event").map(\.name) == common)
        #expect(text.contains("This is version \(TraceFormat.version)."))
    }

    @Test func everyWordIsDescribed() {
        let words =
            TracePhase.encodedNames + TraceLevel.encodedNames + LoopProfile.encodedNames + ClockKind.encodedNames
            + CallbackKind.encodedNames + ChoicePoint.encodedNames + TaskSource.encodedNames
            + EncodedOutcome.encodedNames + EncodedSettlement.encodedNames + EncodedStream.encodedNames
        #expect(words.filter { !text.contains("`\($0)`") } == [])
    }
}
