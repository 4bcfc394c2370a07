// SPDX-License-Identifier: MIT
import Results
import Testing

/// The rules of `junit-10.xsd`, of Ant's schema by Windy Road, and of what reads the common form.
@Suite struct JUnitTests {
    /// What an element may have, in which order children come, and what it must have.
    private struct Rule {
        var required: Set<String>
        var optional: Set<String> = []
        var children: [String] = []
    }

    private static let fault = Rule(required: ["message", "type"])

    private static let common: [String: Rule] = [
        "testsuites": Rule(
            required: ["name", "tests", "failures", "errors", "skipped", "time"], children: ["testsuite"]),
        "testsuite": Rule(
            required: ["name", "tests", "failures", "errors", "skipped", "time", "file"], optional: ["timestamp"],
            children: ["properties", "testcase", "system-out", "system-err"]),
        "properties": Rule(required: [], children: ["property"]),
        "property": Rule(required: ["name", "value"]),
        "testcase": Rule(
            required: ["name", "classname", "time"], optional: ["file", "line"],
            children: ["failure", "error", "skipped", "system-out"]),
        "failure": fault, "error": fault, "skipped": Rule(required: ["message"]),
        "system-out": Rule(required: []), "system-err": Rule(required: []),
    ]

    // Only what both schemas allow, and all that either requires.
    private static let strict = common.merging(
        [
            "testsuites": Rule(required: [], children: ["testsuite"]),
            "testsuite": Rule(
                required: [
                    "name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "package", "id",
                ], children: ["properties", "testcase", "system-out", "system-err"]),
            "testcase": Rule(
                required: ["name", "classname", "time"], children: ["failure", "error", "skipped"]),
        ], uniquingKeysWith: { $1 })

    private static func check(_ element: XMLElement, _ rules: [String: Rule]) throws {
        let rule = try #require(rules[element.name], "\(element.name)")
        let names = Set(element.attributes.map(\.name))
        #expect(rule.required.isSubset(of: names), "\(element.name) lacks \(rule.required.subtracting(names))")
        #expect(names.isSubset(of: rule.required.union(rule.optional)), "\(element.name) has \(names)")
        for (name, value) in element.attributes {
            #expect(!value.isEmpty, "\(element.name)/@\(name) is empty")
            if name == "time" { #expect(value.wholeMatch(of: /[0-9]+\.[0-9]{3}/) != nil) }
            if name == "timestamp" {
                #expect(value.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}/) != nil)
            }
        }
        let places = try element.children.map { child in
            try #require(rule.children.firstIndex(of: child.name), "\(child.name) in \(element.name)")
        }
        #expect(places == places.sorted(), "the order of children in \(element.name)")
        if !element.children.isEmpty {
            #expect(element.text.allSatisfy { $0.isWhitespace }, "text in \(element.name)")
        }
        for child in element.children { try check(child, rules) }
    }

    @Test(arguments: ["junit", "junit-strict"])
    func keepsToTheSchemas(format: String) throws {
        let root = try StrictXMLParser.parse(try SampleBatch.report(format))
        #expect(root.name == "testsuites")
        try Self.check(root, format == "junit" ? Self.common : Self.strict)
        for suite in root.children where format == "junit-strict" {
            #expect(["properties", "system-out", "system-err"].allSatisfy { suite.elements($0).count == 1 })
        }
        if format == "junit-strict" {
            #expect(root.children.map { $0["id"] } == root.children.indices.map { "\($0)" })
        }
    }

    @Test(arguments: ["junit", "junit-strict"])
    func countsAreThoseOfTheCases(format: String) throws {
        let root = try StrictXMLParser.parse(try SampleBatch.report(format))
        var sums: [String: Int] = [:]
        for suite in root.children {
            let cases = suite.elements("testcase")
            let counts = [
                "tests": cases.count, "failures": cases.count { !$0.elements("failure").isEmpty },
                "errors": cases.count { !$0.elements("error").isEmpty },
                "skipped": cases.count { !$0.elements("skipped").isEmpty },
            ]
            for (name, count) in counts {
                #expect(suite[name] == "\(count)")
                sums[name, default: 0] += count
            }
            #expect(cases.allSatisfy { $0.children.count { $0.name != "system-out" } <= 1 })
            #expect(Set(cases.compactMap { $0["name"] }).count == cases.count)
        }
        if format == "junit" { for (name, sum) in sums { #expect(root[name] == "\(sum)") } }
        #expect(Set(root.children.compactMap { $0["name"] }).count == root.children.count)
    }

    /// A failure is the submission's, an error ours.
    @Test func errorsAreOnlyOurs() throws {
        let root = try StrictXMLParser.parse(try SampleBatch.report("junit"))
        let faults = root.children.flatMap { suite in
            suite.elements("testcase").flatMap(\.children).filter { ["failure", "error"].contains($0.name) }
                .map { "\($0.name) \($0["type"] ?? "")" }
        }
        #expect(faults.count { $0 == "error infrastructure" } == 2)
        #expect(faults.count { $0.hasPrefix("error ") } == 2)
        for type in ["assertion", "synchronous-loop", "exited-early", "syntax-error", "not-utf8", "hidden"] {
            #expect(faults.contains("failure \(type)"))
        }
    }

    @Test func pointsAreProperties() throws {
        let root = try StrictXMLParser.parse(try SampleBatch.report("junit", of: [SampleBatch.results[0]]))
        let properties = root.children[0].elements("properties")[0].children.map {
            "\($0["name"] ?? "")=\($0["value"] ?? "")"
        }
        #expect(properties.contains("points=22.5"))
        #expect(properties.contains("max_points=70"))
        let time = root.children[0].elements("testcase")[1]["time"]
        #expect(time == "0.300")
    }

    @Test(arguments: [
        "<a>", "<a></b>", "<a b=\"1\" b=\"2\"/>", "<a>&nbsp;</a>", "<a>]]></a>", "<a b='1'/>", "<a/><b/>",
        "<a>\u{1}</a>",
        "<a b=\"<\"/>",
    ])
    func theParserOfTheseTestsIsStrict(text: String) {
        #expect(throws: StrictXMLParser.Malformed.self) {
            try StrictXMLParser.parse("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text)
        }
    }
}
