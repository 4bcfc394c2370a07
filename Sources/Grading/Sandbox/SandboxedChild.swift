// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import HostRuntime
internal import Scheduling
internal import ScriptEngine
internal import Tracing

/// The process that runs a program which the person at the terminal did not write.
///
/// It reads a job from standard input, starts the engine without its compiler to machine code, confines itself, and
/// only then runs the first line of the program. The record leaves through standard output.
public enum SandboxedChild {
    /// Does the job and gives the process's exit code; nothing but `_exit` may follow.
    public static func run(productVersion: String) -> Int32 {
        // Before anything else: who is killed cannot clean up.
        guard lls_die_with_parent(SIGKILL) == 0 else { return SandboxExit.notConfined.rawValue }
        guard let job = readJob(), job.parent == getppid() else { return SandboxExit.badJob.rawValue }
        guard closeDescriptors(), limitResources(job) else { return SandboxExit.notConfined.rawValue }
        do throws(RuntimeError) {
            try prepareLibraries(productVersion)
            let run = try record(job, productVersion)
            let bytes = TraceEncoder(run.trace).bytes
            return (write(bytes) ? exit(for: run.ending) : .noResult).rawValue
        } catch {
            return SandboxExit.noEngine.rawValue
        }
    }

    // MARK: Before the program

    private static func readJob() -> ReplayJob? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count == 0 { return ReplayJob(bytes) }
            if count < 0 && errno != EINTR { return nil }
            if count > 0 { bytes += chunk[..<count] }
            if bytes.count > ReplayJob.byteLimit { return nil }
        }
    }

    private static func closeDescriptors() -> Bool {
        let nothing = open("/dev/null", O_RDWR)
        guard nothing >= 0, dup2(nothing, STDIN_FILENO) >= 0, dup2(nothing, STDERR_FILENO) >= 0 else { return false }
        return lls_close_range(3, .max) == 0
    }

    private static func limitResources(_ job: ReplayJob) -> Bool {
        // Several threads of the engine may compute at a time.
        let seconds = (job.limits.timeout + ReplayLimits.grace) / 1_000_000_000 + 1
        return ResourceLimits.limitStart(cpuSeconds: seconds * 2) && lls_use_one_arena() == 1
    }

    /// Lets the engine and the libraries do what they do once, with files and threads, while they still may.
    private static func prepareLibraries(_ productVersion: String) throws(RuntimeError) {
        do throws(Engine.Failure) {
            try Engine.start(cacheDirectory: nil, isJITEnabled: false)
        } catch .initialization(let text) {
            throw .engine(text)
        } catch {
            throw .outOfMemory
        }
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: productVersion)
        options.clock = .virtual
        options.sealedFiles = SealedFiles([])
        options.directory = SealedFiles.root
        let runtime = try Runtime(options)
        _ = runtime.run(.text(Self.firstUses, name: "[preparation]"))
        runtime.shutDown()
    }

    private static let firstUses = """
        new Date(0).getHours(); new Date(0).toLocaleString(); new Date('2020-06-01T12:00').getTime();
        new Intl.DateTimeFormat().format(0); new Intl.NumberFormat().format(1.5); 'a'.localeCompare('b');
        require('crypto').createHash('sha256').update('').digest('hex'); require('crypto').randomBytes(8);
        """

    // MARK: The program

    private static func record(_ job: ReplayJob, _ productVersion: String) throws(RuntimeError) -> RecordedRun {
        let program = job.program
        if program.entry == .check { return try recordCheck(job, productVersion) }
        var runtime = RuntimeOptions(output: UnseenOutput(), productVersion: productVersion)
        runtime.profile = program.profile
        runtime.clock = .virtual
        runtime.seed = program.seed
        runtime.choicePlan = job.plan
        runtime.color = .never
        runtime.heapBytes = job.limits.memoryBytes
        runtime.misconception = job.misconception
        let sealed = program.entry == .file ? program.files[...] : program.files.dropFirst()
        runtime.sealedFiles = SealedFiles(sealed.map { ($0.path, $0.text) })
        runtime.directory = program.workingDirectory
        runtime.arguments = ["looplab"] + program.entryArguments + program.arguments
        var options = ProgramRecording.Options(level: program.level)
        options.eventBudget = program.allowedEvents
        options.textLimit = ReplayLimits.textBytes
        options.limits = Watchdog.Limits(timeout: job.limits.timeout, memoryBytes: job.limits.memoryBytes)
        // Beyond what is watched there has to be room to write the record.
        let reserve = job.limits.memoryBytes + 256 << 20
        options.beforeProgram = { confine(addressBytes: MemoryGauge.addressBytes + reserve) }
        return try ProgramRecording.run(program.runtimeEntry, name: program.name, runtime, options)
    }

    private static func recordCheck(_ job: ReplayJob, _ productVersion: String) throws(RuntimeError) -> RecordedRun {
        let program = job.program
        guard let checks = program.checkJob, let name = program.check?.name else { throw .engine("nothing to check") }
        let stage = try CheckStage(
            productVersion: productVersion,
            recording: .init(
                level: program.level, eventBudget: program.allowedEvents, textLimit: ReplayLimits.textBytes))
        stage.watch(Watchdog.Limits(timeout: job.limits.timeout, memoryBytes: job.limits.memoryBytes))
        confine(addressBytes: MemoryGauge.addressBytes + job.limits.memoryBytes + 256 << 20)
        let ending: CheckEnding?
        do throws(CheckFileError) {
            let plan = ChoicePlan(choices: program.choices, variesDurations: true)
            ending = try stage.list(checks.checks).firstIndex { $0.name == name }.map { index throws(CheckFileError) in
                try stage.run(checks, check: index, CheckStage.Schedule(plan: plan))
            }
        } catch {
            throw .engine(error.message)
        }
        guard let ending else { throw .engine("there is no check of this name") }
        return RecordedRun(
            ending: .exited(code: ending.hasPassed ? 0 : 1), trace: stage.record(name: program.name),
            choices: ending.choices)
    }

    // From here on the process can compute, and say what it has found.
    private static func confine(addressBytes: Int) {
        do throws(SystemCallFilter.Failure) {
            guard ResourceLimits.limitProgram(addressBytes: addressBytes) else {
                _exit(SandboxExit.notConfined.rawValue)
            }
            try SystemCallFilter.install()
        } catch {
            _exit(SandboxExit.notConfined.rawValue)
        }
    }

    // MARK: After it

    private static func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { DescriptorBytes.write($0, to: STDOUT_FILENO) }
    }

    private static func exit(for ending: RunEnding) -> SandboxExit {
        switch ending {
        case .exited, .interrupted, .signalled, .outputFailed: .ended
        case .timedOut: .timedOut
        case .heapLimit: .outOfMemory
        case .clockExhausted: .clockExhausted
        case .stuck: .stuck
        case .recordedEnough: .recordedEnough
        }
    }
}

extension ReplayProgram {
    fileprivate var workingDirectory: String {
        let inside = entry == .file ? files[0].path.split(separator: "/").dropLast().joined(separator: "/") : directory
        return inside.isEmpty ? SealedFiles.root : SealedFiles.root + "/" + inside
    }

    fileprivate var entryArguments: [String] {
        switch entry {
        case .file: [SealedFiles.root + "/" + files[0].path]
        case .standardInput: ["-"]
        case .code, .check: []
        }
    }

    fileprivate var runtimeEntry: HostRuntime.Entry {
        switch entry {
        case .file: .file(path: SealedFiles.root + "/" + files[0].path, text: files[0].text)
        case .code, .standardInput, .check: .text(files[0].text, name: files[0].path)
        }
    }
}
