// SPDX-License-Identifier: MIT
import Results
import Testing

/// A class in which everything happens that a report has to tell, with names and texts that attack every format.
enum SampleBatch {
    static let exercise = "05-resilience/03-retry-with-breaker"
    static let title = "Retry with a breaker"
    /// Each of these means something in some format.
    static let hostileNames = [
        "../../outside", "=1+1", "+1", "-1", "@SUM(A1)", "\tcmd", "a\nb", "a\r\nb", "::error::text", "]]>",
        "</pre><b>x</b>",
        "\"quoted\", 'too'", "a\\b # SKIP c", "\u{1b}[31mred\u{1b}[0m", "\u{202e}txt.exe", "nul\u{0}byte",
        "line\u{2028}separator", "##[error]x", "", "😀 é e\u{301}", "`code` | **bold** <!-- x -->", "%0A::error::x",
        "--option",
        // A mark behind a sign makes another character of both, but not for programs that read bytes.
        "\"\u{301},\"\u{301}", "x #\u{301} SKIP", ":\u{301}:error::x", "::\u{301}error::x", "##[\u{301}error]x",
        "\\\u{301}#\u{301}",
    ]
    static let hostileText = hostileNames.joined(separator: "\n")

    static func points(_ number: Int) -> Points { Points(thousandths: number * 1000) }

    static func check(
        _ name: String, _ possible: Int, _ outcome: CheckResult.Outcome = .passed, earned: Points? = nil,
        isExtra: Bool = false, isHidden: Bool = false, output: String = "", timeline: [String] = []
    ) -> CheckResult {
        CheckResult(
            name: name, possible: points(possible),
            earned: earned ?? (outcome == .passed ? points(possible) : .zero), isExtra: isExtra, isHidden: isHidden,
            outcome: outcome, output: output, timeline: timeline)
    }

    static func result(
        _ learner: String, path: String? = nil, submittedAt: Int64? = 1_772_357_400_123, _ checks: [CheckResult]
    ) -> SubmissionResult {
        var result = result(learner, .graded, submittedAt: submittedAt)
        result.path = path ?? result.path
        result.checks = checks
        return result
    }

    static func result(
        _ learner: String, _ status: SubmissionResult.Status = .graded, submittedAt: Int64? = 1_772_357_400_123
    ) -> SubmissionResult {
        SubmissionResult(
            learner: learner, exercise: exercise, title: title, path: "class/\(learner)/with-retry.js",
            submittedAt: submittedAt,
            provenance: SubmissionResult.Provenance(
                submission: String(repeating: "a1", count: 32), exercise: String(repeating: "b2", count: 32),
                engine: "looplab-0.1.0-sm102"),
            status: status)
    }

    static let delayFailure = CheckResult.Failure(
        message: "the delay did not double",
        details: ["expected attempts at   0   100   300   700 ms", "got                    0   100   200   300 ms"],
        place: CheckResult.Place(file: "with-retry.js", line: 14, column: 11), nanoseconds: 300_000_000,
        replayToken: "L1-abc")

    /// What a class comes to: passed, failed, partly hidden, stopped, refused, not known, and a second attempt.
    static let results: [SubmissionResult] = [
        result(
            "amara",
            [
                check("succeeds at once without waiting", 10),
                check(
                    "waits baseDelayMs × 2^(attempt−1) between attempts", 20, .failed(delayFailure),
                    earned: Points(thousandths: 2_500), output: "trying\nagain\n",
                    timeline: ["0 ms    call 1", "100 ms  call 2", "200 ms  call 3"]),
                check(
                    "opens after failureThreshold failures in a row", 20,
                    .skipped(needs: "waits baseDelayMs × 2^(attempt−1) between attempts")),
                check(
                    "secret: other delays", 10, .failed(CheckResult.Failure(message: "secret message")), isHidden: true,
                    output: "secret output"),
                check("secret: other errors", 10, isHidden: true),
                check("stays below 1 KiB", 5, .failed(CheckResult.Failure(message: "1.2 KiB")), isExtra: true),
            ]),
        result("amara", path: "class/amara/2/with-retry.js", [check("succeeds at once without waiting", 10)]),
        result(
            "bo",
            [
                check("succeeds at once without waiting", 10), check("secret: other delays", 10, isHidden: true),
                check("stays below 1 KiB", 5, isExtra: true),
            ]),
        result(
            "=cmd|' /C calc'!A0", submittedAt: nil,
            [
                check("succeeds at once without waiting", 10),
                check("secret: other delays", 10, .stopped(.allocationBomb), isHidden: true),
                check("opens after", 10, .skipped(needs: "secret: other delays")),
            ]),
        result(
            hostileText,
            [
                check(
                    "]]> <b> \"x\" # SKIP \\ ::error::y\n", 10, .stopped(.synchronousLoop), output: hostileText,
                    timeline: hostileNames),
                check(
                    hostileText, 10,
                    .failed(
                        CheckResult.Failure(
                            message: hostileText, details: hostileNames,
                            place: CheckResult.Place(file: hostileText, line: 3, column: 1)))),
            ]),
        result(
            "jun",
            .refused(
                .syntaxError(
                    message: "SyntaxError: unexpected token: '}'",
                    place: CheckResult.Place(file: "with-retry.js", line: 7, column: 1)))),
        refusedWithWorth,
        result("lee", .error("the sandbox could not be started")),
        result(
            "mio",
            [
                check("succeeds at once without waiting", 10),
                check("opens after", 10, .error("the checks could not be read")),
            ]),
        result(
            "tove", submittedAt: nil,
            [
                check("only", 3, .stopped(.exitedEarly(code: 0))),
                check("late", 3, .stopped(.neverSettled("the promise of withRetry()"))),
            ]),
    ]

    private static var refusedWithWorth: SubmissionResult {
        var result = result("kim", .refused(.notUTF8(offset: 12, line: 2)))
        result.worth = points(70)
        return result
    }

    static let list = ResultList(results)

    static let context = ReportContext(
        version: "0.1.0",
        environment: [
            "CLASSROOM": "cs1", "ASSIGNMENT": "retry", "USERNAME": "bo",
            "SUBMISSION_TAG": "submit/2026-03-01T09-30-00Z-abc1234",
            "COMMIT_URL": "https://example.org/c", "RELEASE_URL": "https://example.org/r",
            "REVIEW_URL": "https://example.org/d", "GITHUB_ACTOR": "bo", "GITHUB_ACTOR_ID": "7",
        ])

    /// A report as text.
    static func report(
        _ name: String, of results: [SubmissionResult] = results, _ context: ReportContext = context
    ) throws -> String {
        guard let format = ResultFormat.named(name) else { throw UnknownFormat(name: name) }
        var pieces = try format.pieces(of: ResultList(results), context)
        let bytes = try pieces.joined()
        guard let text = String(validating: bytes, as: UTF8.self) else { throw UnknownFormat(name: name) }
        return text
    }

    struct UnknownFormat: Error {
        var name: String
    }
}
