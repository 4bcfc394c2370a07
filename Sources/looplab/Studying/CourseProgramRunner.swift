// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// Runs a program of a course: in this process where the course came with LoopLab, else in a sandbox.
enum CourseProgramRunner: ProgramRunner {
    case engine(EngineRunner)
    case sandbox(SandboxRunner)
    case thread(ThreadRunner)

    /// Prepares to run a program in this process, on the calling thread, or in a sandbox.
    ///
    /// The engine is started where it is needed.
    init(_ program: CourseProgram, of study: Study) throws(CommandError) {
        guard study.isOwnCourse else {
            self = Self.sandboxed(program)
            return
        }
        Watchdog.blockSignals(RecordingOptions.signals)
        try EngineStart.startEngine()
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: LoopLab.version)
        options.profile = program.loopProfile
        options.clock = .virtual
        options.color = .never
        let path = Self.path(of: program, study)
        options.arguments = [SourceFile.programPath, path]
        self = .engine(
            EngineRunner(
                .file(path: path, text: program.source), name: program.fileName, options,
                signals: RecordingOptions.signals))
    }

    /// Prepares to run a program beside a session, on a thread of its own or in a sandbox.
    init(_ program: CourseProgram, beside study: Study) {
        guard study.isOwnCourse else {
            self = Self.sandboxed(program)
            return
        }
        let path = Self.path(of: program, study)
        self = .thread(
            ThreadRunner(
                entry: .file(path: path, text: program.source), name: program.fileName, profile: program.loopProfile,
                arguments: [path]))
    }

    private static func sandboxed(_ program: CourseProgram) -> CourseProgramRunner {
        var replay = ReplayProgram(files: [ReplayProgram.File(path: program.fileName, text: program.source)])
        replay.profile = program.loopProfile
        return .sandbox(SandboxRunner(replay))
    }

    /// Where a program of its own file is, or where that of a lesson would be: beside the lesson.
    private static func path(of program: CourseProgram, _ study: Study) -> String {
        let file = SourceFile.absolute(study.outline.root + "/" + program.place.file)
        if file.hasSuffix("/" + program.fileName) { return file }
        let directory = file.lastIndex(of: "/").map { file[..<$0] } ?? ""
        return directory + "/" + program.fileName
    }

    func record(_ request: RunRequest) throws(PredictionError) -> RecordedRun {
        switch self {
        case .engine(let runner): try runner.record(request)
        case .sandbox(let runner): try runner.record(request)
        case .thread(let runner): try runner.record(request)
        }
    }
}

extension CourseProgram {
    /// The name under which it is run, whose ending tells a module.
    var fileName: String {
        guard isModule, name.hasSuffix(".js") else { return name }
        return name.dropLast(3) + ".mjs"
    }

    /// The queues that it meets.
    var loopProfile: LoopProfile {
        switch profile {
        case .node: .node
        case .browser: .browser
        }
    }
}
