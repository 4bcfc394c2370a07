// SPDX-License-Identifier: MIT
import Results
import Testing

/// The registry, and what a format cannot tell of.
@Suite struct ResultFormatTests {
    @Test func everyFormatOfTheManualIsThere() {
        let names = ResultFormat.all.map(\.name)
        let wanted = [
            "text", "json", "jsonl", "junit", "junit-strict", "tap", "sarif", "github", "gradescope", "exercism",
            "check50", "classroom50", "prairielearn", "csv", "html",
        ]
        #expect(Set(wanted).isSubset(of: names))
        #expect(Set(names).count == names.count)
        #expect(ResultFormat.help.count == names.count)
        #expect(ResultFormat.help.allSatisfy { $0.utf8.count <= 76 })
        #expect(ResultFormat.named("xml") == nil)
        for companion in ResultFormat.named("github")?.companions ?? [] {
            #expect(ResultFormat.named(companion.format) != nil)
        }
    }

    private func failure(_ format: String, _ results: [SubmissionResult], _ context: ReportContext) -> ResultsError? {
        do {
            _ = try SampleBatch.report(format, of: results, context)
            return nil
        } catch {
            return error as? ResultsError
        }
    }

    @Test func whatHasNoRoomIsRefused() {
        let (amara, bo) = (SampleBatch.results[0], SampleBatch.results[2])
        var other = amara
        other.exercise = "05-resilience/04-other"
        let context = SampleBatch.context
        for format in ResultFormat.all where format.unit != .batch {
            let name = format.name
            #expect(failure(name, [], context) == .noSubmission(format: name))
            #expect(failure(name, [amara, bo], context) == .severalLearners(format: name))
            #expect(failure(name, Array(SampleBatch.results[..<2]), context) == .severalSubmissions(format: name))
            let hasRoom = format.unit == .learner
            #expect(failure(name, [amara, other], context) == (hasRoom ? nil : .severalSubmissions(format: name)))
        }
        for format in ResultFormat.all where format.unit == .batch {
            #expect(failure(format.name, [], context) == nil)
        }
    }

    @Test(arguments: [
        ("CLASSROOM", ""), ("SUBMISSION_TAG", "v1"), ("MODE", "pair"), ("REVIEW_URL", ""),
    ])
    func classroom50NeedsItsVariables(variable: String, value: String) {
        var context = SampleBatch.context
        context.environment[variable] = value
        #expect(
            failure("classroom50", [SampleBatch.results[2]], context)
                == .missingVariable(format: "classroom50", name: variable))
    }

    @Test func classroom50NeedsTheTime() {
        let result = SampleBatch.results[9]
        #expect(
            failure("classroom50", [result], SampleBatch.context)
                == .missingTime(format: "classroom50", path: result.path))
    }

    @Test func severalExercisesOfALearnerHaveNamesOfTheirOwn() throws {
        var other = SampleBatch.results[0]
        other.exercise = "05-resilience/04-other"
        for format in ["gradescope", "classroom50"] {
            let document = try JSONObject(text: try SampleBatch.report(format, of: [SampleBatch.results[0], other]))
            let names = document["tests"].elements.compactMap { $0["name"].string ?? $0["test-name"].string }
            #expect(Set(names).count == names.count)
        }
    }

    /// The order of grading is not that of a report.
    @Test(arguments: ResultFormat.all.filter { $0.unit == .batch })
    func anyOrderGivesTheSameBytes(format: ResultFormat) throws {
        let report = try SampleBatch.report(format.name)
        #expect(try SampleBatch.report(format.name, of: SampleBatch.results.reversed()) == report)
    }

    @Test func pathsKeepLearnersApart() {
        let path = ReportPath("out/{learner}/{exercise}-{attempt}.json")
        #expect(path.marks == [.learner, .exercise, .attempt])
        #expect(
            path.path(for: SampleBatch.result("bo"), attempt: 2)
                == "out/bo/05-resilience%2F03-retry-with-breaker-2.json")
        #expect(ReportPath("{learner").path(for: SampleBatch.result("bo")) == "{learner")
        #expect(ReportPath("{learner}").path(for: SampleBatch.result("{exercise}")) == "%7Bexercise%7D")
        let names = SampleBatch.hostileNames + [".", "..", "-x", "a/b", "a%2Fb", String(repeating: "é", count: 300)]
        let files = names.map { ReportPath.fileName($0) }
        #expect(Set(files).count == names.count)
        for file in files {
            #expect(file.utf8.count <= 255 && !file.contains("/") && !file.hasPrefix(".") && !file.hasPrefix("-"))
            #expect(!file.isEmpty)
        }
    }

    @Test func groupsAreTheFilesOfAFormat() throws {
        func groups(_ unit: ResultFormat.Unit) throws -> [(Int, Int)] {
            var groups = try ResultGroups(of: ResultList(Array(SampleBatch.results[..<3])), by: unit)
            var sizes: [(Int, Int)] = []
            while let group = try groups.nextGroup() { sizes.append((group.results.results.count, group.attempt)) }
            return sizes
        }
        #expect(try groups(.learner).map(\.0) == [2, 1])
        #expect(try groups(.submission).map(\.0) == [1, 1, 1])
        #expect(try groups(.submission).map(\.1) == [1, 2, 1])
    }
}
