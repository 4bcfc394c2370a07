// SPDX-License-Identifier: MIT
import Results
import Testing

/// The platforms' JSON, field by field.
@Suite struct PlatformTests {
    private static let single = SampleBatch.results.indices

    private func document(_ format: String, _ index: Int) throws -> JSONObject {
        var result = SampleBatch.results[index]
        result.submittedAt = result.submittedAt ?? 0
        return try JSONObject(text: try SampleBatch.report(format, of: [result]))
    }

    @Test(arguments: single)
    func gradescope(index: Int) throws {
        let document = try document("gradescope", index)
        let result = SampleBatch.results[index]
        let isError = result.verdict == .error
        expectFields(
            document,
            [
                "score": "?number", "output": "string", "output_format": "string", "visibility": "string",
                "stdout_visibility": "string", "extra_data": "object", "tests": "?array",
            ], in: "results")
        #expect(document.keys.contains("score") == !isError)
        #expect(document.keys.contains("tests") == !isError)
        for test in document["tests"].elements {
            expectFields(
                test,
                [
                    "score": "number", "max_score": "number", "status": "string", "name": "string",
                    "name_format": "string", "number": "string", "output": "string", "output_format": "string",
                    "tags": "array", "visibility": "string",
                ], in: "test")
            #expect(["passed", "failed"].contains(test["status"].string ?? ""))
            #expect(["visible", "hidden"].contains(test["visibility"].string ?? ""))
            #expect(test["output_format"].string == "text")
        }
        if !isError {
            let sum = document["tests"].elements.reduce(0) { $0 + ($1["score"].number ?? 0) }
            #expect(document["score"].number == sum)
            let hidden = document["tests"].elements.filter { $0["visibility"].string == "hidden" }
            #expect(hidden.count == result.checks.count(where: \.isHidden))
        }
    }

    @Test(arguments: single)
    func exercism(index: Int) throws {
        let document = try document("exercism", index)
        let verdict = SampleBatch.results[index].verdict
        expectFields(
            document, ["version": "integer", "status": "string", "message": "string|null", "tests": "array"],
            in: "results")
        #expect(document["version"].number == 3)
        let status = verdict == .passed ? "pass" : verdict == .refused || verdict == .error ? "error" : "fail"
        #expect(document["status"].string == status)
        #expect((document["message"].string?.isEmpty == false) == (status == "error"))
        for test in document["tests"].elements {
            expectFields(
                test, ["name": "string", "status": "string", "message": "string|null", "output": "?string"],
                in: "test")
            #expect((test["output"].string ?? "").unicodeScalars.count <= 500)
            #expect((test["message"].string ?? "").unicodeScalars.count <= 65_535)
        }
        let statuses = Set(document["tests"].elements.compactMap { $0["status"].string })
        if status == "pass" { #expect(statuses == ["pass"]) }
        if status == "fail" { #expect(statuses.contains("fail")) }
    }

    @Test func exercismCutsWhatIsPrinted() throws {
        let check = SampleBatch.check("a", 1, output: String(repeating: "é😀", count: 400))
        let report = try JSONObject(
            text: try SampleBatch.report("exercism", of: [SampleBatch.result("bo", [check])]))
        let output = try #require(report["tests"].elements[0]["output"].string)
        #expect(output.unicodeScalars.count == 500)
        #expect(output.hasSuffix("Output was truncated. Please limit to 500 chars"))
    }

    @Test(arguments: single)
    func check50(index: Int) throws {
        let document = try document("check50", index)
        if case .error = SampleBatch.results[index].status {
            expectFields(document, ["slug": "string", "error": "object", "version": "string"], in: "document")
            expectFields(
                document["error"],
                ["type": "string", "value": "string", "traceback": "array", "data": "object"], in: "error")
            return
        }
        expectFields(document, ["slug": "string", "results": "array", "version": "string"], in: "document")
        var names: Set<String> = []
        for result in document["results"].elements {
            expectFields(
                result,
                [
                    "name": "string", "description": "string", "passed": "boolean|null", "log": "array",
                    "cause": "object|null", "data": "object", "dependency": "string|null",
                ], in: "result")
            #expect(names.insert(result["name"].string ?? "").inserted)
            // `cause` is null exactly where `passed` is true.
            #expect(result["cause"].isMissing == (result["passed"].boolean == true))
            if !result["cause"].isMissing {
                expectFields(
                    result["cause"], ["rationale": "string", "help": "string|null", "error": "?object"], in: "cause")
            }
        }
    }

    @Test(arguments: single)
    func classroom50(index: Int) throws {
        let document = try document("classroom50", index)
        expectFields(
            document,
            [
                "schema": "string", "classroom": "string", "assignment": "string", "assignment_type": "string",
                "owner": "string", "submission": "string", "commit": "string", "release": "string",
                "review": "string", "datetime": "string", "score": "integer", "max-score": "integer",
                "tests": "array", "submitted_by": "?object",
            ], in: "result")
        #expect(document["schema"].string == "classroom50/result/v1")
        let time = /\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ/
        #expect(document["datetime"].string?.wholeMatch(of: time) != nil)
        #expect((document["score"].number ?? 1) <= (document["max-score"].number ?? 0))
        for test in document["tests"].elements {
            for name in ["test-name", "passed", "score", "max-score"] { #expect(test.keys.contains(name)) }
            #expect(test["score"].kind == "integer" && test["max-score"].kind == "integer")
            #expect(test["test-name"].string?.isEmpty == false)
            #expect((test["score"].number ?? 1) <= (test["max-score"].number ?? 0))
        }
    }

    @Test func classroom50RoundsHalvesUp() throws {
        let document = try document("classroom50", 0)
        #expect(document["score"].number == 23)
        #expect(document["max-score"].number == 70)
        #expect(document["tests"].elements[1]["score"].number == 3)
        #expect(document["datetime"].string == "2026-03-01T09:30:00Z")
    }

    @Test(arguments: single)
    func prairielearn(index: Int) throws {
        let document = try document("prairielearn", index)
        let verdict = SampleBatch.results[index].verdict
        expectFields(
            document,
            [
                "gradable": "boolean", "score": "?number", "message": "string", "format_errors": "?array",
                "tests": "array",
            ], in: "results")
        #expect(document["gradable"].boolean == (verdict != .refused && verdict != .error))
        #expect(document.keys.contains("score") == (document["gradable"].boolean == true))
        #expect(document.keys.contains("format_errors") == (verdict == .refused))
        if let score = document["score"].number {
            #expect((0...1).contains(score))
            #expect((score == 1) == (verdict == .passed))
        }
        for test in document["tests"].elements {
            expectFields(
                test,
                [
                    "name": "string", "description": "string", "points": "number", "max_points": "number",
                    "message": "?string", "output": "?string",
                ], in: "test")
        }
    }

    @Test(arguments: [
        (1, 3, "0.333"), (2, 3, "0.667"), (1, 2, "0.5"), (9_999, 10_000, "0.999"), (10, 10, "1"), (15, 10, "1"),
        (0, 10, "0"), (1_000_000, 1_000_001, "0.999"),
    ])
    func sharesAreRounded(earned: Int, possible: Int, text: String) throws {
        let check = SampleBatch.check(
            "a", possible, .failed(CheckResult.Failure(message: "")), earned: SampleBatch.points(earned))
        let report = try SampleBatch.report("prairielearn", of: [SampleBatch.result("bo", [check])])
        #expect(report.contains("\"score\":\(text),"))
    }

    @Test func prairielearnStaysBelowAMegabyte() throws {
        let text = String(repeating: "x", count: 15_000)
        let checks = (0..<200).map {
            SampleBatch.check("check \($0)", 1, .failed(CheckResult.Failure(message: text)), output: text)
        }
        for count in [10, 50, 200] {
            let result = SampleBatch.result("bo", Array(checks.prefix(count)))
            let report = try SampleBatch.report("prairielearn", of: [result])
            #expect(report.utf8.count < 1_000_000)
            #expect(try JSONObject(text: report)["tests"].elements.count == count)
        }
    }
}
