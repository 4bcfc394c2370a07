// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Tracing

/// Runs a program of a course: in this process where it may, else in a sandbox.
enum CourseProgramRunner: ProgramRunner {
    /// Where a course's programs run.
    enum Place: Equatable {
        /// On the calling thread, which has no other runtime; signals end a run.
        case here
        /// On a thread of its own, beside a session.
        case beside
        /// In a process of its own, for a course of somebody else.
        case sandbox
    }

    /// How many nanoseconds a program may hang that is there to show a hang.
    private static let patienceWithHangs: UInt64 = 700_000_000

    case engine(EngineRunner)
    case sandbox(SandboxRunner)
    case thread(ThreadRunner)

    /// Prepares to run a program of the course in a directory; the engine is started where it is needed here.
    init(_ program: CourseProgram, root: String, _ place: Place) throws(CommandError) {
        switch place {
        case .here:
            Watchdog.blockSignals(RecordingOptions.signals)
            try EngineStart.startEngine()
            let start = ProgramStart(program, root: root)
            var runner = EngineRunner(
                start.entry, name: start.name, start.runtimeOptions(), signals: RecordingOptions.signals)
            runner.timeout = program.ending == .stops ? Self.patienceWithHangs : runner.timeout
            self = .engine(runner)
        case .beside:
            var runner = ThreadRunner(start: ProgramStart(program, root: root))
            runner.timeout = program.ending == .stops ? Self.patienceWithHangs : runner.timeout
            self = .thread(runner)
        case .sandbox:
            var replay = ReplayProgram(files: [ReplayProgram.File(path: program.fileName, text: program.source)])
            replay.profile = program.loopProfile
            self = .sandbox(SandboxRunner(replay))
        }
    }

    func record(_ request: RunRequest) throws(PredictionError) -> RecordedRun {
        switch self {
        case .engine(let runner): try runner.record(request)
        case .sandbox(let runner): try runner.record(request)
        case .thread(let runner): try runner.record(request)
        }
    }
}

extension Study {
    /// Prepares to run a program of the course, on this thread or beside a session.
    func runner(of program: CourseProgram, beside isBeside: Bool = false) throws(CommandError) -> CourseProgramRunner {
        try CourseProgramRunner(
            program, root: outline.root, isOwnCourse ? (isBeside ? .beside : .here) : .sandbox)
    }
}
