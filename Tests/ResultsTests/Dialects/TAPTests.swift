// SPDX-License-Identifier: MIT
import Results
import Testing

/// TAP 14, by a harness of our own.
@Suite struct TAPTests {
    @Test func everyPlanIsKept() throws {
        let document = try TAPDocument(try SampleBatch.report("tap"))
        #expect(document.points.count == SampleBatch.results.count)
        #expect(document.points.allSatisfy { $0.subtest != nil })
        for (point, result) in zip(document.points, SampleBatch.list.results) {
            #expect(point.isOK == (result.verdict == .passed))
            // No harness may think that a submission passed which did not.
            if point.subtest?.hasPassed == true { #expect(result.verdict == .passed) }
        }
    }

    @Test func namesCannotBeDirectives() throws {
        let results = SampleBatch.hostileNames.map { name in
            SampleBatch.result(name, [SampleBatch.check(name, 1, .failed(CheckResult.Failure(message: name)))])
        }
        let document = try TAPDocument(try SampleBatch.report("tap", of: results))
        for point in document.points {
            #expect(point.directive == nil)
            #expect(point.subtest?.points.first?.directive == nil)
            #expect(point.subtest?.hasPassed == false)
        }
    }

    @Test func directivesSayWhatIsNotCounted() throws {
        let document = try TAPDocument(try SampleBatch.report("tap", of: [SampleBatch.results[0]]))
        let points = try #require(document.points.first?.subtest?.points)
        #expect(points.map(\.directive) == [nil, nil, "skip", "todo", nil])
        #expect(points[1].block.contains(#"at: {file: "with-retry.js", line: 14, column: 11}"#))
        #expect(points[1].block.contains(#"points: "2.5/20""#))
    }

    @Test func anEmptyClassIsSkipped() throws {
        #expect(try SampleBatch.report("tap", of: []) == "TAP version 14\n1..0 # there are no submissions\n")
    }
}
