// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import ScriptEngine

/// `looplab run`: one program in this process, with the JIT on, because the person at the terminal named it.
struct RunCommand {
    private let options: RunOptions

    init(_ options: RunOptions) {
        self.options = options
    }

    func perform() throws(CommandError) -> Int32 {
        let entry = try readEntry()
        let runtime = try Self.start(makeRuntimeOptions())
        runtime.watch(
            Watchdog.Limits(
                timeout: options.timeout, memoryBytes: options.heapBytes, signals: [SIGINT, SIGTERM, SIGHUP]),
            onSignal: Self.leaveWhenStuck
        )
        let ending = runtime.run(entry)
        ErrorText.report(ending, options: options)
        return ErrorText.exitCode(of: ending)
    }

    /// Starts the engine and a runtime.
    static func start(_ options: RuntimeOptions) throws(CommandError) -> Runtime {
        do throws(Engine.Failure) {
            try Engine.start(cacheDirectory: ProcessEnvironment.cacheDirectory)
        } catch .initialization(let text) {
            throw .runtime(.engine(text))
        } catch {
            throw .runtime(.outOfMemory)
        }
        do throws(RuntimeError) {
            return try Runtime(options)
        } catch {
            throw .runtime(error)
        }
    }

    private func readEntry() throws(CommandError) -> Entry {
        do throws(RuntimeError) {
            switch options.program {
            case .code(let code): return .text(code, name: "[eval]")
            case .standardInput: return .text(try SourceFile.text(of: STDIN_FILENO, path: "[stdin]"), name: "[stdin]")
            case .file(let path):
                try SourceFile.check(path)
                return .file(path: path)
            }
        } catch {
            throw .runtime(error)
        }
    }

    private func makeRuntimeOptions() -> RuntimeOptions {
        var made = RuntimeOptions(output: DescriptorOutput(), productVersion: LoopLab.version)
        made.clock = options.clock
        made.seed = options.seed
        made.heapBytes = options.heapBytes
        made.timeout = options.timeout
        made.environment = ProcessEnvironment.all
        made.showsColor = ProcessEnvironment.showsColor(options.color)
        made.arguments = [SourceFile.programPath]
        if case .file(let path) = options.program { made.arguments.append(SourceFile.absolute(path)) }
        made.arguments += options.arguments
        return made
    }

    // A native call may not look up for a second or more. Whoever asks twice wants to leave.
    private static let leaveWhenStuck: @Sendable (Int32, Int) -> Void = { signal, count in
        if count > 1 { _exit(128 + signal) }
    }
}
