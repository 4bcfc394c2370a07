// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// Runs the programs of a course: those of the course that came with LoopLab in this process, others in a sandbox.
struct CourseRunner: CourseProgramRunning {
    /// The directory of the course.
    let root: String
    /// Whether the course came with this program, or the person at the terminal has written it.
    let isOwn: Bool
    /// Nanoseconds of real time after which a program is stopped.
    var timeout: UInt64 = 5_000_000_000
    /// After how many events a program is stopped.
    var eventBudget: UInt64 = 100_000
    /// How many runs may be spent on finding the legal orders of one program.
    var runLimit = 48

    func run(_ program: CourseProgram) throws(CommandError) -> CourseProgramRun {
        try run(program, ChoicePlan()).outcome
    }

    func legalRuns(_ program: CourseProgram) throws(CommandError) -> [CourseProgramRun] {
        var search = ChoiceSearch<CourseProgramRun>(limit: runLimit)
        try search.search { choices, seed throws(CommandError) in
            try run(program, ChoicePlan(choices: choices, seed: seed))
        }
        return search.findings.map(\.outcome)
    }

    func grade(
        _ submission: CourseFile, _ task: CodeTask, of exercise: Exercise
    ) throws(CommandError) -> CourseGrade? {
        guard isOwn else { return nil }
        try EngineStart.startEngine()
        var checks = SubmissionChecks(productVersion: LoopLab.version)
        checks.signals = RecordingOptions.signals
        Watchdog.blockSignals(checks.signals)
        let job = CheckJob(
            submission: CheckJob.File(path: submission.path, text: submission.text),
            checks: CheckJob.File(path: task.checks.path, text: task.checks.text), entry: exercise.entry)
        do throws(SubmissionChecks.Failure) {
            let verdicts = try checks.run(job).checks
            return CourseGrade(
                checks: verdicts.map(\.name), failed: verdicts.filter { !$0.hasPassed }.map(\.name))
        } catch .badChecks(_, let message) {
            return CourseGrade(checks: [], failed: [], obstacle: message)
        } catch .noChecks {
            return CourseGrade(checks: [], failed: [])
        } catch {
            throw .course(.checksFailed(error))
        }
    }

    // MARK: - Runs

    private func run(
        _ program: CourseProgram, _ plan: ChoicePlan
    ) throws(CommandError) -> (outcome: CourseProgramRun, choices: [Choice]) {
        if isOwn {
            let run = try record(program, plan)
            return (try Self.outcome(of: run), run.choices)
        }
        return try runInSandbox(program, plan)
    }

    private func record(_ program: CourseProgram, _ plan: ChoicePlan) throws(CommandError) -> RecordedRun {
        try EngineStart.startEngine()
        var runtime = RuntimeOptions(output: UnseenOutput(), productVersion: LoopLab.version)
        runtime.profile = program.loopProfile
        runtime.clock = .virtual
        runtime.choicePlan = plan
        runtime.color = .never
        let path: String
        if program.startsWorkers {
            // Workers read files by themselves: that of an exercise is there, a lesson's has only its name.
            let file = program.place.file.hasSuffix(".md") ? program.fileName : program.place.file
            path = SourceFile.absolute(root) + "/" + file
        } else {
            // The program sees itself and no other file, so it does the same on every machine.
            path = SealedFiles.root + "/" + program.fileName
            runtime.sealedFiles = SealedFiles([(program.fileName, program.source)])
            runtime.directory = SealedFiles.root
        }
        runtime.arguments = [SourceFile.programPath, path]
        var recording = ProgramRecording.Options(level: .queues)
        recording.eventBudget = eventBudget
        recording.limits = Watchdog.Limits(
            timeout: timeout, memoryBytes: runtime.heapBytes, signals: RecordingOptions.signals)
        Watchdog.blockSignals(recording.limits.signals)
        do throws(RuntimeError) {
            return try ProgramRecording.run(
                .file(path: path, text: program.source), name: program.fileName, runtime, recording)
        } catch {
            throw .runtime(error)
        }
    }

    private func runInSandbox(
        _ program: CourseProgram, _ plan: ChoicePlan
    ) throws(CommandError) -> (outcome: CourseProgramRun, choices: [Choice]) {
        var shared = ReplayProgram(files: [ReplayProgram.File(path: program.fileName, text: program.source)])
        shared.profile = program.loopProfile
        shared.seed = plan.seed
        shared.choices = plan.choices
        shared.level = .queues
        shared.eventBudget = eventBudget
        var limits = ReplayLimits()
        limits.timeout = timeout
        let run: RecordedRun
        do throws(ReplayFailure) {
            run = try ReplaySandbox.run(shared, limits)
        } catch {
            switch error {
            case .timedOut, .outOfMemory, .flooded: return (CourseProgramRun(lines: [], ending: .stopped), [])
            case .forbidden, .crashed, .badRecord: return (CourseProgramRun(lines: [], ending: .refused), [])
            case .interrupted, .noProcess, .notConfined, .noEngine: throw .replay(error)
            }
        }
        return (try Self.outcome(of: run), run.choices)
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

extension CourseProgram {
    fileprivate var startsWorkers: Bool {
        source.contains("worker_threads") || source.contains("new Worker(")
    }
}
