// SPDX-License-Identifier: MIT
import Results
import Testing

@testable import Gradebook

@Suite struct FeedbackTests {
    private static let delay = "04-promises/01-delay"

    private static let policy = ClassPolicy(
        title: "Async, autumn", offset: 60,
        exercises: [
            ExercisePolicy(
                id: delay, due: 0, points: Points(thousandths: 10_000),
                rules: ExerciseRules(late: LatePolicy(rate: .perDay(100), grace: 900_000))),
            ExercisePolicy(id: "04-promises/02-retry", due: 86_400_000),
        ])

    private static let result: SubmissionResult = {
        var result = SubmissionResult.sample(checks: "pfs", at: 32_460_000)
        let failure = CheckResult.Failure(
            message: "expected the delay to end after 100 ms", details: ["expected 100", "got 0"],
            place: CheckResult.Place(file: "delay.js", line: 3, column: 7), nanoseconds: 1_500_000, replayToken: "TEwab"
        )
        result.checks[1].outcome = .failed(failure)
        result.checks[1].timeline = ["0 ms  setTimeout(f, 0)", "1 ms  f runs"]
        var hidden = CheckResult.sample("f", 7)
        (hidden.isHidden, hidden.name) = (true, "secret name")
        var dependent = CheckResult.sample("s", 8)
        (dependent.name, dependent.outcome) = ("depends", .skipped(needs: "secret name"))
        result.checks += [hidden, dependent]
        return result
    }()

    private static func feedback(
        _ results: [SubmissionResult] = [result], policy: ClassPolicy = policy, learner: String = "ada"
    ) -> Feedback {
        Feedback(
            learner: learner, results: results, policy: policy,
            reading: { exercise in
                Feedback.Reading(
                    title: "Title of \(exercise)", lesson: (number: "4.2", title: "Promises settle once"),
                    concepts: [(word: "promise", sentence: "A value that is there later.")])
            })
    }

    @Test(arguments: FeedbackFormat.allCases)
    func itSaysWhatPassedWhatDidNotAndWhy(_ format: FeedbackFormat) {
        let text = Self.feedback().text(format).replacing("\\", with: "")
        let facts = [
            "Feedback for ada", "Async, autumn", "1.8 of 10 points", "1 of 5 checks pass",
            "handed in on 1970-01-01 10:01 +01:00, 9 h 1 min late", "10 %", "check 0", "expected 100",
            "line 3, column 7", "(after 1.5 ms)", "looplab replay TEwab", "1 ms  f runs", "not run", "1 hidden check",
            "Promises settle once", "A value that is there later.", "Nothing handed in yet.",
            "1970-01-02 01:00 +01:00",
        ]
        let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for fact in facts {
            let words = fact.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(joined.contains(words), "\(fact)\n\(text)")
        }
        #expect(!text.contains("secret name"))
    }

    @Test(arguments: FeedbackFormat.allCases)
    func nothingOfOthersIsInIt(_ format: FeedbackFormat) {
        let other = SubmissionResult.sample("bob", "05-x/01-y", path: "bob/y.js")
        let policy = ClassPolicy(
            sections: [ClassPolicy.Section(name: "monday", learners: ["ada", "bob"])],
            extensions: [ClassPolicy.Extension(learner: "bob", length: .by(1), reason: "bob was ill")],
            overrides: [
                ClassPolicy.Override(
                    learner: "bob", exercise: Self.delay, decision: .excused, reason: "bob left", author: "L. Hale")
            ])
        let text = Self.feedback([Self.result, other], policy: policy).text(format)
        #expect(!text.contains("bob") && !text.contains("05-x"))
    }

    @Test func decisionsHaveTheirReasons() {
        var policy = Self.policy
        policy.extensions = [
            ClassPolicy.Extension(
                learner: "ada", exercise: Self.delay, length: .by(172_800_000), reason: "ill", author: "L. Hale")
        ]
        let granted = Self.feedback(policy: policy).text(.text)
        #expect(granted.contains("You had time until 1970-01-03 01:00 +01:00, granted by L. Hale: ill"))
        #expect(granted.contains("2 of 10 points"))
        let override = ClassPolicy.Override(
            learner: "ada", exercise: Self.delay, decision: .points(Points(thousandths: 7_250)),
            reason: "shown in class", author: "L. Hale")
        policy.overrides = [override]
        let decided = Self.feedback(policy: policy).text(.text)
        #expect(decided.contains("L. Hale set the score to 7.25 points: shown in class"))
        policy.overrides[0].decision = .excused
        #expect(Self.feedback(policy: policy).text(.text).contains("Excused."))
    }

    @Test(arguments: SubmissionResult.everything.indices)
    func everyResultCanBeTold(_ index: Int) {
        for format in FeedbackFormat.allCases {
            let text = Feedback(
                learner: "ada", results: [SubmissionResult.everything[index]], policy: ClassPolicy()
            ).text(format)
            #expect(text.hasSuffix("\n") && text.contains("A delay"))
        }
    }

    private static let hostile = [
        "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://x)", "`` ` ``", "# heading", "1. one",
        "- item", "a | b", "\u{1b}[31mred", "\u{202e}txt", "</pre><h1>x", "&lt;", "www.example.com", "*a* _b_ ~c~",
        "```\ncode", "line\nbreak",
    ]

    @Test(arguments: hostile)
    func textFromElsewhereStaysText(_ text: String) {
        var result = Self.result
        result.learner = text
        result.title = text
        result.checks[0].name = text
        result.checks[1].outcome = .failed(
            .init(message: text, details: [text], place: .init(file: text, line: 1, column: 1)))
        result.checks[1].timeline = [text]
        let feedback = Self.feedback([result], learner: text)
        let html = feedback.text(.html)
        #expect(!html.contains("<script") && !html.contains("alert(1)</") && !html.contains("</pre><h1>"))
        for format in FeedbackFormat.allCases {
            let shown = feedback.text(format)
            #expect(!shown.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
        }
    }

    private static let escapes: [(String, String)] = [
        ("a_b*c", #"a\_b\*c"#), ("1. one", #"1\. one"#), ("1) one", #"1\) one"#), ("(1) one", "(1) one"),
        ("7.5 of 10.", "7.5 of 10."), ("- x", #"\- x"#),
        ("2026-10-12 23:59", "2026-10-12 23:59"), ("www.x.org", #"www\.x\.org"#), ("http://x", #"http\://x"#),
        ("<b>&", #"\<b\>\&"#), ("`a`", #"\`a\`"#), ("a-b!", "a-b!"), (": x", ": x"), ("+ x", #"\+ x"#), ("#1", "\\#1"),
        ("a\nb", #"a\\nb"#), ("é 山", "é 山"),
    ]

    @Test(arguments: escapes.indices)
    func markdownIsEscaped(_ index: Int) {
        #expect(FeedbackMarkdown.escaped(Self.escapes[index].0) == Self.escapes[index].1)
    }

    @Test func fencesAreLongerThanWhatTheyHold() {
        let document = FeedbackDocument(title: "x", blocks: [.lines(["````", "a"]), .paragraph("\(code: "a`b")")])
        #expect(FeedbackMarkdown().text(of: document) == "# x\n\n`````text\n````\na\n`````\n\n``a`b``\n")
    }

    @Test func plainTextFitsIntoEightyColumns() {
        let long = String(repeating: "word ", count: 60)
        let document = FeedbackDocument(
            title: "x", blocks: [.paragraph("\(long)"), .list([FeedbackItem(text: "\(long)")])])
        let rows = FeedbackPlainText().text(of: document).split(separator: "\n")
        #expect(rows.count > 6 && rows.allSatisfy { $0.count <= 80 })
    }

    @Test(arguments: [
        (1, "1 min"), (60_000, "1 min"), (60_001, "2 min"), (3_600_000, "1 h"), (5_400_000, "1 h 30 min"),
        (90_000_000, "1 d 1 h"), (86_460_000, "1 d"),
    ])
    func lengthsHaveTwoUnits(milliseconds: Int64, text: String) {
        #expect(FeedbackSection.length(milliseconds) == text)
    }
}
