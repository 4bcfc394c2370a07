// SPDX-License-Identifier: MIT

extension ResultFormat {
    /// All formats, in the order of the help text.
    public static let all = forReading + forPrograms + forCI + forPlatforms

    private static let forReading = [
        ResultFormat("text", "txt", "rows of 80 columns, what failed in full", audience: .learner) {
            TextReport($0, $1)
        },
        ResultFormat("html", "html", "one page, with a table for each exercise", audience: .learner) {
            HTMLReport($0, $1)
        },
    ]

    private static let forPrograms = [
        ResultFormat("json", "json", "everything, as one document", audience: .instructor) { JSONReport($0, $1) },
        ResultFormat("jsonl", "jsonl", "everything, a submission on each line", audience: .instructor) { _, _ in
            JSONLinesReport()
        },
        ResultFormat("csv", "csv", "a row for each submission, for gradebooks", audience: .instructor) { _, context in
            CSVReport(context)
        },
    ]

    private static let forCI = [
        ResultFormat("junit", "xml", "JUnit XML, for GitLab, Jenkins and most others", audience: .learner) {
            JUnitReport($0, $1, isStrict: false)
        },
        ResultFormat("junit-strict", "xml", "JUnit XML that is valid by the strict schemas", audience: .learner) {
            JUnitReport($0, $1, isStrict: true)
        },
        ResultFormat("tap", "tap", "TAP 14, a subtest for each submission", audience: .learner) { TAPReport($0, $1) },
        ResultFormat("sarif", "sarif", "SARIF 2.1.0, for code scanning and editors", audience: .learner) {
            SARIFReport($0, $1)
        },
        ResultFormat("github", "txt", "GitHub Actions: annotations for the log", audience: .learner) {
            GitHubCommands($0, $1)
        },
        ResultFormat("github-summary", "md", "GitHub Actions: Markdown for the job summary", audience: .learner) {
            GitHubSummary($0, $1)
        },
        ResultFormat("github-output", "txt", "GitHub Actions: values for later steps", audience: .learner) {
            totals, _ in
            GitHubOutputs(totals)
        },
    ]

    private static let forPlatforms = [
        ResultFormat("gradescope", "json", "Gradescope; one learner", audience: .learner, unit: .learner) {
            _, context in
            LearnerReport(context, listsHidden: true) { GradescopeReport.document($0) }
        },
        ResultFormat("exercism", "json", "Exercism, version 3; one submission", audience: .learner, unit: .submission) {
            _, context in
            LearnerReport(context) { ExercismReport.document($0) }
        },
        ResultFormat("check50", "json", "check50; one submission", audience: .learner, unit: .submission) {
            _, context in
            LearnerReport(context) { Check50Report(context).document($0) }
        },
        ResultFormat(
            "classroom50", "json", "Classroom 50; one learner, names from the environment", audience: .learner,
            unit: .learner, variables: Classroom50Report.required + Classroom50Report.optional,
            wrongVariable: { Classroom50Report.wrongVariable(in: $0) }, needsTime: true
        ) { _, context in
            LearnerReport(context) { Classroom50Report(context).document($0) }
        },
        ResultFormat(
            "prairielearn", "json", "PrairieLearn; one submission", audience: .learner, unit: .submission
        ) { _, context in
            LearnerReport(context) { PrairieLearnReport.document($0) }
        },
    ]

    /// Other formats that belong to this one, and the variables that name the files to append them to.
    public var companions: [(variable: String, format: String)] {
        name == "github"
            ? [("GITHUB_STEP_SUMMARY", "github-summary"), ("GITHUB_OUTPUT", "github-output")] : []
    }

    /// The formats with what they are, a line for each, for a help text.
    public static var help: [String] {
        let width = all.map(\.name.utf8.count).max() ?? 0
        return all.map { format in
            format.name + String(repeating: " ", count: width + 2 - format.name.utf8.count) + format.summary
        }
    }
}
