// SPDX-License-Identifier: MIT
import Foundation
import Scheduling
import Testing
import Tracing

/// The picture of a run.
@Suite struct TimelinePictureTests {
    /// The file that holds what the small run looks like; looked at when it was recorded.
    private static let snapshot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Snapshots/small.svg")

    @Test func theSmallRunLooksAsRecorded() throws {
        let drawn = String(decoding: TimelinePicture(SmallRun.trace).bytes, as: UTF8.self)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            try drawn.write(to: Self.snapshot, atomically: true, encoding: .utf8)
            Issue.record("recorded; look at the file, then run without RECORD_SNAPSHOTS")
        }
        #expect(try String(contentsOf: Self.snapshot, encoding: .utf8) == drawn, "RECORD_SNAPSHOTS=1 records it")
    }

    @Test func everyKindGivesAWholeDocument() {
        for trace in [EveryKindTrace.make(), Trace(header: .init(version: "", program: "<&\"'\u{1b}"))] {
            #expect(WellFormedness.holds(TimelinePicture(trace).bytes))
        }
    }

    @Test func aLongRunKeepsToItsLimitAndSaysSo() {
        var builder = TraceBuilder()
        for number in 1...20_000 as ClosedRange<UInt64> {
            builder.add(.started, time: number, subject: number, value: 3)
            builder.add(
                .output, time: number, subject: number, value: 1,
                text: String(repeating: "<&>\n", count: Int(number % 7) + 1))
            builder.add(.ended, time: number, subject: number)
        }
        let bytes = TimelinePicture(builder.trace).bytes
        #expect(bytes.count < TimelinePicture.byteLimit)
        #expect(String(decoding: bytes, as: UTF8.self).contains("Left out: 19500 callbacks in the middle."))
    }
}

/// Whether bytes are a well-formed document, by its tags.
private enum WellFormedness {
    static func holds(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" }) else { return false }
        var open: [Substring] = []
        for part in text.split(separator: "<", omittingEmptySubsequences: true) {
            guard let end = part.firstIndex(of: ">") else { return false }
            let tag = part[..<end]
            let name = tag.prefix { $0 != " " && $0 != "/" }
            if tag.hasPrefix("/") {
                if open.popLast() != tag.dropFirst() { return false }
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
