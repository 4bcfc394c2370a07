// SPDX-License-Identifier: MIT
import EngineTesting
import Results
import Testing

@testable import Reporting

/// What exercises and checks tell apart, and from how many learners on anything is said.
@Suite struct ItemAnalysisTests {
    /// Everybody passes "starts" at once, nobody "ends", every second one "works".
    private static func results(learners: Int) -> [SubmissionResult] {
        (0..<learners).flatMap { learner in
            ["01-a/01-one", "01-a/02-two"].map { exercise in
                let checks = ["starts", "works", "ends"].map { name in
                    let hasPassed = name == "starts" || name == "works" && learner % 2 == 0
                    return CheckResult(
                        name: name, possible: Points(thousandths: 1_000),
                        earned: hasPassed ? Points(thousandths: 1_000) : .zero,
                        outcome: hasPassed ? .passed : .failed(.init(message: "not so")))
                }
                return SubmissionResult(
                    learner: "learner-\(learner)", exercise: exercise, title: "", path: "\(learner)/\(exercise).js",
                    submittedAt: MadeUpClass.monday,
                    provenance: .init(submission: "\(learner) \(exercise)", exercise: "v1", engine: "e"),
                    status: .graded, checks: checks)
            }
        }
    }

    @Test(arguments: [9, 10]) func thereIsNoFigureForFewerThanTen(learners: Int) throws {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook(Self.results(learners: learners), at: folder.file("class.gradebook"))
        let report = try ClassReport(of: ReportInput(.gradebook(path)), ClassReportRequest())
        let isEnough = learners >= 10
        for exercise in report.exercises {
            #expect(exercise.tried == learners)
            #expect(exercise.difficulty != nil)
            // Who does well in one does well in the other.
            #expect(exercise.discrimination == (isEnough ? 1_000 : nil))
            let remarks: [CheckReport.Remark?] = isEnough ? [.everyonePasses, nil, .nobodyPasses] : [nil, nil, nil]
            #expect(exercise.checks.map(\.remark) == remarks)
            #expect(exercise.checks.map(\.passedFirst) == [learners, (learners + 1) / 2, 0])
        }
    }
}
