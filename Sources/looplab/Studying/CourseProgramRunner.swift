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

    /// Prepares to run a program; the engine is started where it is needed.
    init(_ program: CourseProgram, of study: Study) throws(CommandError) {
        guard study.isOwnCourse else {
            var replay = ReplayProgram(files: [ReplayProgram.File(path: program.fileName, text: program.source)])
            replay.profile = program.loopProfile
            self = .sandbox(SandboxRunner(replay))
            return
        }
        Watchdog.blockSignals(RecordingOptions.signals)
        try EngineStart.startEngine()
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: LoopLab.version)
        options.profile = program.loopProfile
        options.clock = .virtual
        options.color = .never
        let path = SourceFile.absolute(study.outline.root + "/" + program.place.file)
        options.arguments = [SourceFile.programPath, path]
        self = .engine(
            EngineRunner(
                .file(path: path, text: program.source), name: program.fileName, options,
                signals: RecordingOptions.signals))
    }

    func record(_ request: RunRequest) throws(PredictionError) -> RecordedRun {
        switch self {
        case .engine(let runner): try runner.record(request)
        case .sandbox(let runner): try runner.record(request)
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
