// SPDX-License-Identifier: MIT
internal import Markup

/// JUnit XML: a suite for each submission, a case for each check.
///
/// There is no standard. The common form is what testmoapp/junitxml describes and GitLab, Jenkins and the usual actions
/// read. The strict form is valid by both schemas that people check against: `junit-10.xsd` of Jenkins' xunit plugin,
/// and the schema of Ant's task by Windy Road, which wants more attributes and a fixed order of elements.
struct JUnitReport: ReportWriter {
    private let counts: CaseCounts
    private let audience: Audience
    private let isStrict: Bool
    private var number = 0
    private var attempts = AttemptNumbers()

    init(_ totals: ReportTotals, _ context: ReportContext, isStrict: Bool) {
        audience = context.audience ?? .learner
        counts = totals.cases[audience] ?? CaseCounts()
        self.isStrict = isStrict
    }

    func begin() -> [UInt8] {
        var attributes = ""
        if !isStrict {
            attributes = XML.attributes([("name", "LoopLab")] + Self.attributes(counts))
        }
        return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(attributes)>\n".utf8)
    }

    func end() -> [UInt8] { Array("</testsuites>\n".utf8) }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        let submission = ReportedSubmission(result, for: audience)
        let suffix = attempts.suffix(of: result)
        var counts = CaseCounts()
        counts.add(submission.cases)
        let name = "\(result.learner): \(result.exercise)\(suffix)"
        var lines = ["<testsuite\(XML.attributes(suiteAttributes(name, submission, counts)))>"]
        lines += properties(of: result)
        var names = UniqueNames()
        for entry in submission.cases {
            lines.append(testcase(entry, names.unique(entry.name), in: "\(result.exercise).\(result.learner)\(suffix)"))
        }
        lines.append("<system-out>\(XMLText.escaped(output(of: submission)))</system-out>")
        lines.append("<system-err></system-err>")
        lines.append("</testsuite>")
        number += 1
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    // MARK: - Suites

    private static func attributes(_ counts: CaseCounts) -> [(String, String)] {
        [
            ("tests", "\(counts.all)"), ("failures", "\(counts.failures)"), ("errors", "\(counts.errors)"),
            ("skipped", "\(counts.skipped)"), ("time", ReportText.seconds(counts.nanoseconds)),
        ]
    }

    private func suiteAttributes(
        _ name: String, _ submission: ReportedSubmission, _ counts: CaseCounts
    ) -> [(String, String)] {
        let result = submission.result
        var attributes = [("name", name)] + Self.attributes(counts)
        let time = result.submittedAt.flatMap { ReportTime(milliseconds: $0) }
        if let time {
            attributes.append(("timestamp", time.local))
        } else if isStrict {
            // The schema wants one; nothing else would be the same every time.
            attributes.append(("timestamp", "1970-01-01T00:00:00"))
        }
        if isStrict {
            attributes += [("hostname", "localhost"), ("package", result.exercise), ("id", "\(number)")]
        } else {
            attributes.append(("file", result.path))
        }
        return attributes
    }

    // Points have no place of their own.
    private func properties(of result: SubmissionResult) -> [String] {
        let properties = [
            ("learner", result.learner), ("exercise", result.exercise), ("path", result.path),
            ("verdict", result.verdict.rawValue), ("points", result.earned.decimal),
            ("max_points", result.possible.decimal), ("engine", result.provenance.engine),
            ("submission_sha256", result.provenance.submission), ("exercise_sha256", result.provenance.exercise),
        ]
        let lines = properties.map { "<property\(XML.attributes([("name", $0.0), ("value", $0.1)]))/>" }
        return ["<properties>"] + lines + ["</properties>"]
    }

    private func output(of submission: ReportedSubmission) -> String {
        var lines = [submission.score]
        if let hidden = submission.hidden { lines.append(hidden.sentence) }
        for entry in submission.cases where !entry.output.isEmpty && isStrict {
            lines += ["--- \(ReportText.row(entry.name)) printed:", entry.output]
        }
        return lines.joined(separator: "\n")
    }

    // MARK: - Cases

    private func testcase(_ entry: ReportedCase, _ name: String, in suite: String) -> String {
        var attributes = [
            ("name", name), ("classname", suite), ("time", ReportText.seconds(entry.nanoseconds ?? 0)),
        ]
        if !isStrict, let place = entry.place { attributes += [("file", place.file), ("line", "\(place.line)")] }
        var content = ""
        switch entry.kind {
        case .passed: break
        case .skipped: content = "<skipped\(XML.attributes([("message", entry.message)]))/>"
        case .failed: content = fault("failure", entry)
        case .error: content = fault("error", entry)
        }
        if !isStrict, !entry.output.isEmpty {
            content += "\n<system-out>\(XMLText.escaped(entry.output))</system-out>\n"
        }
        let start = "<testcase\(XML.attributes(attributes))"
        return content.isEmpty ? start + "/>" : start + ">\(content)</testcase>"
    }

    // GitLab shows the body, others the message: the body has both.
    private func fault(_ element: String, _ entry: ReportedCase) -> String {
        let attributes = XML.attributes([("message", entry.message), ("type", entry.type)])
        return "<\(element)\(attributes)>\(XMLText.escaped(entry.body))</\(element)>"
    }
}

/// Markup of XML.
private enum XML {
    /// Attributes with a space before each; an empty value, which some schemas refuse, becomes a dash.
    static func attributes(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0)=\"\(XMLText.escaped(ReportText.row($1.isEmpty ? "-" : $1)))\"" }.joined()
    }
}

/// Names of which readers would drop the second of two that are the same.
struct UniqueNames {
    private var taken: Set<String> = []

    /// The name as it is shown, with a number where it was there before.
    mutating func unique(_ name: String) -> String {
        let shown = ReportText.row(name)
        var candidate = shown
        var number = 1
        while !taken.insert(candidate).inserted {
            number += 1
            candidate = "\(shown) (\(number))"
        }
        return candidate
    }
}

/// Which attempt of a learner at an exercise it is, as results come in their order.
struct AttemptNumbers {
    private var last: (learner: String, exercise: String, number: Int)?

    /// The number, from 1.
    mutating func number(of result: SubmissionResult) -> Int {
        var number = 1
        if let last, last.learner.utf8.elementsEqual(result.learner.utf8), last.exercise == result.exercise {
            number = last.number + 1
        }
        last = (result.learner, result.exercise, number)
        return number
    }

    /// What tells a name from that of the first attempt.
    mutating func suffix(of result: SubmissionResult) -> String {
        let number = number(of: result)
        return number == 1 ? "" : " (attempt \(number))"
    }
}

extension ReportedCase {
    /// Everything that there is to say, on several lines; empty after a pass.
    var body: String {
        if kind == .passed { return "" }
        var lines = [message] + details
        if let place { lines.append("at \(place.file):\(place.line):\(place.column)") }
        if let nanoseconds { lines.append("\(ReportText.milliseconds(nanoseconds)) after the check began") }
        if !timeline.isEmpty { lines += ["", "What happened:"] + timeline }
        if let replayToken { lines += ["", "To see it: looplab replay \(replayToken)"] }
        return lines.joined(separator: "\n")
    }
}
