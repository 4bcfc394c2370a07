// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Scheduling
internal import Synchronization

/// `looplab` alone and `looplab learn`: the prompt.
struct PromptCommand {
    /// The signals that a prompt answers to.
    static let signals = [SIGINT, SIGTERM, SIGHUP]

    private let options: PromptOptions

    init(_ options: PromptOptions) {
        self.options = options
    }

    func perform() throws(CommandError) -> Int32 {
        let terminal = TerminalInfo.detect()
        if options.isTour && !terminal.isTerminal { return try TourCommand().perform() }
        if SourceFile.isDirectory(STDIN_FILENO) { throw .runtime(.isDirectory(path: "standard input")) }
        // Before the engine makes its threads, which inherit what is blocked here.
        Watchdog.blockSignals(Self.signals)
        let output = PromptOutput()
        let session = try PromptSession(options, output: output, terminal: terminal)
        if terminal.isTerminal {
            output.print(PromptWelcome(options, isUTF8: terminal.isUTF8).text)
        }
        return try session.run()
    }

    // When the program does not come back within half a second of a Ctrl-C, it is in a native call that cannot be
    // stopped; the second Ctrl-C then leaves. The history was written when the input was entered.
    static func leaveWhenStuck(_ signal: Int32, _ count: Int) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let now = UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
        let first = firstSignal.withLock { first in
            if count == 1 { first = now }
            return first
        }
        if (count > 1 && now - first > 500) || signal != SIGINT && count > 1 {
            LineEditor.restoreTerminal()
            _exit(128 + signal)
        }
    }

    private static let firstSignal = Mutex<UInt64>(0)
}

/// `looplab learn` without a terminal: the tour runs by itself.
struct TourCommand {
    func perform() throws(CommandError) -> Int32 {
        let narration = Tour.narration()
        _ = try StandardOutput.print(narration.before)
        var options = RuntimeOptions(output: DescriptorOutput(), productVersion: LoopLab.version)
        options.clock = .virtual
        options.environment = ProcessEnvironment.all
        let runtime = try EngineStart.runtime(options)
        let ending = runtime.run(.text(Tour.program, name: Tour.name))
        guard ending == .exited(code: 0) else { return ErrorText.exitCode(of: ending) }
        return try StandardOutput.print(narration.after)
    }
}
