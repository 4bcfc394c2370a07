// SPDX-License-Identifier: MIT
import Results
import Testing

/// What the schema of SARIF 2.1.0 requires, and what GitHub wants on top.
@Suite struct SARIFTests {
    private let run: JSONObject

    init() throws {
        let log = try JSONObject(text: try SampleBatch.report("sarif"))
        expectFields(log, ["$schema": "string", "version": "string", "runs": "array"], in: "log")
        #expect(log["version"].string == "2.1.0")
        #expect(log["runs"].elements.count == 1)
        run = log["runs"].elements[0]
    }

    @Test func everyObjectHasItsFields() throws {
        expectFields(
            run, ["tool": "object", "columnKind": "string", "results": "array", "invocations": "array"], in: "run")
        let driver = run["tool"]["driver"]
        expectFields(driver, ["name": "string", "version": "string", "rules": "array"], in: "driver")
        for rule in driver["rules"].elements {
            expectFields(
                rule,
                ["id": "string", "shortDescription": "object", "help": "object", "defaultConfiguration": "object"],
                in: "rule")
            #expect(rule["shortDescription"]["text"].string?.isEmpty == false)
        }
        for result in run["results"].elements {
            expectFields(
                result,
                [
                    "ruleId": "string", "ruleIndex": "integer", "level": "string", "message": "object",
                    "locations": "array", "partialFingerprints": "object", "codeFlows": "?array",
                    "properties": "object",
                ], in: "result")
            #expect(["error", "note"].contains(result["level"].string ?? ""))
            #expect(result["message"]["text"].string?.isEmpty == false)
            #expect(result["locations"].elements.count == 1)
            result["locations"].elements.forEach(expectLocation)
        }
        for invocation in run["invocations"].elements {
            expectFields(
                invocation, ["executionSuccessful": "boolean", "toolExecutionNotifications": "array"],
                in: "invocation")
        }
    }

    private func expectLocation(_ location: JSONObject) {
        expectFields(location, ["physicalLocation": "object", "message": "?object"], in: "location")
        let physical = location["physicalLocation"]
        expectFields(physical, ["artifactLocation": "object", "region": "object"], in: "physicalLocation")
        expectFields(
            physical["artifactLocation"], ["uri": "string", "uriBaseId": "?string"], in: "artifactLocation")
        let uri = physical["artifactLocation"]["uri"].string ?? ""
        #expect(uri.wholeMatch(of: /(?:[A-Za-z0-9._~\/!$&'()*+,;=@-]|%[0-9A-F]{2})+/) != nil, "\(uri)")
        expectFields(physical["region"], ["startLine": "integer", "startColumn": "?integer"], in: "region")
        #expect((physical["region"]["startLine"].number ?? 0) >= 1)
    }

    @Test func rulesAreUniqueAndIndexed() {
        let ids = run["tool"]["driver"]["rules"].elements.compactMap { $0["id"].string }
        #expect(Set(ids).count == ids.count)
        for result in run["results"].elements {
            #expect(ids[Int(result["ruleIndex"].number ?? -1)] == result["ruleId"].string)
        }
    }

    @Test func everyRefusalHasARule() throws {
        let results = ReadingTests.refusals.map { SampleBatch.result("bo \($0)", .refused($0)) }
        let log = try JSONObject(text: try SampleBatch.report("sarif", of: results))
        let found = log["runs"].elements[0]["results"].elements
        #expect(found.count == results.count)
        #expect(found.allSatisfy { $0.keys.contains("ruleIndex") })
    }

    @Test func fingerprintsAreUniqueAndStable() throws {
        func fingerprints(_ run: JSONObject) -> [String] {
            run["results"].elements.compactMap { $0["partialFingerprints"]["looplabCheck/v1"].string }
        }
        let first = fingerprints(run)
        #expect(Set(first).count == first.count)
        // Another message and line are still the same result.
        var results = SampleBatch.results
        results[0].checks[1].outcome = .failed(CheckResult.Failure(message: "other"))
        let log = try JSONObject(text: try SampleBatch.report("sarif", of: results))
        #expect(fingerprints(log["runs"].elements[0]) == first)
    }

    @Test func flowsAreTimelines() {
        let flows = run["results"].elements.filter { $0.keys.contains("codeFlows") }
        #expect(flows.count == 2)
        let locations = flows[0]["codeFlows"].elements[0]["threadFlows"].elements[0]["locations"].elements
        #expect(!locations.isEmpty)
        for (index, location) in locations.enumerated() {
            expectFields(
                location,
                [
                    "location": "object", "executionOrder": "integer", "nestingLevel": "integer",
                    "importance": "string",
                ], in: "threadFlowLocation")
            #expect(location["executionOrder"].number == Double(index + 1))
            #expect(location["location"]["message"]["text"].string?.isEmpty == false)
        }
    }

    @Test func whatCouldNotBeGradedIsANotification() {
        let invocation = run["invocations"].elements[0]
        #expect(invocation["executionSuccessful"].boolean == false)
        #expect(invocation["toolExecutionNotifications"].elements.count == 2)
    }
}
