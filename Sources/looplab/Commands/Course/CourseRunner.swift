// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Results
internal import Scheduling
internal import Tracing
internal import YAMLFields

/// Runs the programs of a course: those of the course that came with LoopLab in this process, others in a sandbox.
struct CourseRunner: CourseProgramRunning {
    /// The directory of the course.
    let root: String
    /// Whether the course came with this program, or the person at the terminal has written it.
    let isOwn: Bool
    /// Judges programs.
    let grader = ExerciseGrader()
    /// How many runs may be spent on finding the legal orders of one program.
    var runLimit = 48

    func run(_ program: CourseProgram) throws(CommandError) -> CourseProgramRun {
        let runner = try runner(of: program)
        let run: RecordedRun
        do throws(PredictionError) {
            run = try runner.record(RunRequest(level: .queues))
        } catch {
            return try Self.refused(error, program)
        }
        return try Self.outcome(of: run)
    }

    func legalRuns(_ program: CourseProgram) throws(CommandError) -> [CourseProgramRun] {
        let usual = try run(program)
        guard usual.ending == .exited(0), Set(usual.lines).count > 1 else { return [usual] }
        let runner = try runner(of: program)
        do throws(PredictionError) {
            // The same key that learners are judged by.
            return try PredictionKey(runner, limit: runLimit).orders.map {
                CourseProgramRun(lines: $0.lines, ending: .exited(0))
            }
        } catch .notPredictable {
            // How it ended is said of the usual run.
            return [usual]
        } catch {
            return [try Self.refused(error, program)]
        }
    }

    /// What becomes of a run that the sandbox did not bring back.
    private static func refused(
        _ error: PredictionError, _ program: CourseProgram
    ) throws(CommandError) -> CourseProgramRun {
        switch error {
        case .notPredictable, .sandbox(.timedOut), .sandbox(.outOfMemory), .sandbox(.flooded):
            return CourseProgramRun(lines: [], ending: .stopped)
        case .sandbox(.forbidden), .sandbox(.crashed), .sandbox(.badRecord):
            return CourseProgramRun(lines: [], ending: .refused)
        default: throw .prediction(error, program: program.place.file)
        }
    }

    func grade(
        _ submission: CourseFile, _ task: CodeTask, of exercise: Exercise
    ) throws(CommandError) -> CourseGrade? {
        do throws(CommandError) {
            let checks = try grader.grade(submission.text, path: submission.path, task, of: exercise).checks
            let failed = checks.filter { !$0.hasPassed }
            return CourseGrade(
                checks: checks.map(\.name), failed: failed.map(\.name),
                failedRequired: failed.filter { !$0.isExtra }.map(\.name))
        } catch .course(.checksFailed(.badChecks(_, let message))) {
            return CourseGrade(checks: [], failed: [], obstacle: message)
        } catch .course(.checksFailed(.checksStopped(_, let reason))) {
            return CourseGrade(checks: [], failed: [], obstacle: ErrorText.words(for: reason))
        } catch .course(.checksFailed(.noChecks)) {
            // The list is judged by whoever looks at the solution.
            return CourseGrade(checks: [], failed: [])
        }
    }

    // MARK: - Runs

    private func runner(of program: CourseProgram) throws(CommandError) -> CourseProgramRunner {
        try CourseProgramRunner(program, root: root, isOwn ? .here : .sandbox)
    }

    private static func outcome(of run: RecordedRun) throws(CommandError) -> CourseProgramRun {
        let ending: CourseProgramRun.Ending =
            switch run.ending {
            case .exited(let code): .exited(code)
            case .stuck: .stuck
            case .timedOut, .heapLimit, .clockExhausted, .recordedEnough: .stopped
            case .interrupted: throw .replay(.interrupted(signal: 2))
            case .signalled(let signal): throw .replay(.interrupted(signal: signal))
            case .outputFailed(let number): throw .outputFailed(errno: number)
            }
        let error = run.trace.events.last { $0.kind == .uncaughtError }
        return CourseProgramRun(
            lines: run.trace.outputLines(includingErrors: false).map(\.text), ending: ending,
            message: error.map { String(run.trace.text(of: $0).prefix { $0 != "\n" }) })
    }
}
