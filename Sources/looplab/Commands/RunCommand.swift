// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime

/// `looplab run`: one program in this process, with the JIT on, because the person at the terminal named it.
struct RunCommand {
    private let options: RunOptions

    init(_ options: RunOptions) {
        self.options = options
    }

    func perform() throws(CommandError) -> Int32 {
        let entry = try readEntry()
        let limits = Watchdog.Limits(
            timeout: options.timeout, memoryBytes: options.heapBytes, signals: [SIGINT, SIGTERM, SIGHUP])
        // Before the engine makes its threads, which inherit what is blocked here.
        Watchdog.blockSignals(limits.signals)
        let runtime = try EngineStart.runtime(makeRuntimeOptions())
        runtime.watch(limits, onSignal: Self.leaveWhenStuck)
        let ending = runtime.run(entry)
        ErrorText.report(ending)
        if options.reportsFrames { StandardError.print(FrameReportText(runtime.pageReport).text) }
        return ErrorText.exitCode(of: ending)
    }

    private func readEntry() throws(CommandError) -> Entry {
        do throws(RuntimeError) {
            switch options.program {
            case .code(let code): return .text(code, name: "[eval]")
            case .standardInput: return .text(try SourceFile.text(of: STDIN_FILENO, path: "[stdin]"), name: "[stdin]")
            case .file(let path):
                return try .file(at: path)
            }
        } catch {
            throw .runtime(error)
        }
    }

    private func makeRuntimeOptions() -> RuntimeOptions {
        var made = RuntimeOptions(output: DescriptorOutput(), productVersion: LoopLab.version)
        made.profile = options.profile
        made.clock = options.clock
        made.seed = options.seed
        made.heapBytes = options.heapBytes
        made.timeout = options.timeout
        made.environment = ProcessEnvironment.all
        made.color = ProcessEnvironment.color(options.color)
        made.arguments = [SourceFile.programPath]
        switch options.program {
        case .file(let path): made.arguments.append(SourceFile.absolute(path))
        case .standardInput: made.arguments.append("-")
        case .code: break
        }
        made.arguments += options.arguments
        return made
    }

    // A native call may not look up for a second or more. Whoever asks twice wants to leave.
    private static let leaveWhenStuck: @Sendable (Int32, Int) -> Void = { signal, count in
        if count > 1 { _exit(128 + signal) }
    }
}
