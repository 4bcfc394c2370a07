// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Scheduling
internal import ScriptEngine
internal import Tracing

/// One person at a prompt: reads inputs, evaluates them, and keeps the event loop running while it waits for a key.
final class PromptSession {
    /// Why the session goes on or ends.
    enum Step: Equatable {
        /// Read the next input.
        case next
        /// Leave with this code.
        case leave(Int32)
        /// Begin again with a fresh scope, on this clock.
        case restart(ClockKind)
    }

    let options: PromptOptions
    let output: PromptOutput
    let terminal: TerminalInfo
    /// The inputs so far, for `.save`.
    var inputs: [String] = []
    private(set) var runtime: Runtime
    private(set) var clock: ClockKind
    private(set) var reader: (any LineReading)!
    /// The name of the last input.
    private(set) var inputName = ""
    /// The last event of the record before the last input.
    private(set) var eventBeforeInput: UInt64 = 0
    private var inputNumber = 0
    private var inputIsReady = false
    private var attentionWatch: WatchID?
    private var wasInterruptedAtEmptyPrompt = false
    /// The lesson that is open.
    var lesson: LessonSession?
    /// Course and progress, once a lesson was opened.
    var study: Study?
    /// Whether it was told that progress cannot be written.
    var keepsNothing = false
    /// How many inputs there were when the lesson came to its present step.
    var inputsBeforeStep = 0

    init(_ options: PromptOptions, output: PromptOutput, terminal: TerminalInfo) throws(CommandError) {
        self.options = options
        self.output = output
        self.terminal = terminal
        clock = options.clock
        runtime = try Self.makeRuntime(options, clock: options.clock, output: output)
        reader = makeReader()
        output.reader = reader
        prepareRuntime()
    }

    /// Reads and evaluates until somebody leaves; gives the exit code.
    func run() throws(CommandError) -> Int32 {
        if options.isTour { openLesson("") }
        while true {
            let step = runtime.insideScript { loopOnce() }
            switch step {
            case .next: continue
            case .leave(let code): return leave(code)
            case .restart(let clock): try restart(on: clock)
            }
        }
    }

    private func loopOnce() -> Step {
        while true {
            let step = readAndEvaluate()
            if step != .next { return step }
        }
    }

    private func readAndEvaluate() -> Step {
        let result = reader.readLine(prompt: prompt, remember: true) { [self] text in
            text.hasPrefix(".") || lesson?.names(text) == true || isComplete(text) ? nil : continuationPrompt
        }
        switch result {
        case .endOfInput: return endOfInput()
        case .interrupted: return interruptedWhileTyping()
        case .line(let text):
            wasInterruptedAtEmptyPrompt = false
            return take(text)
        }
    }

    /// Does what a whole input asks for.
    func take(_ text: String) -> Step {
        if let ending = runtime.ending { return step(after: ending) }
        if text.allSatisfy(\.isWhitespace) {
            _ = answerLesson(text)
            return .next
        }
        if let command = DotCommand(text) { return perform(command) }
        if answerLesson(text) { return .next }
        inputs.append(text)
        if tryGoal(text) { return .next }
        if evaluate(text) { judgeGoal(text) }
        return runtime.ending.map(step(after:)) ?? .next
    }

    // MARK: Evaluating

    /// Evaluates an input and, when it awaits, runs the loop until it is settled; false where it was stopped.
    @discardableResult
    func evaluate(_ text: String) -> Bool {
        inputNumber += 1
        noteInput("REPL\(inputNumber)")
        switch runtime.evaluate(input: text, name: inputName) {
        case .shown: return true
        case .stopped:
            explainStop()
            return false
        case .awaiting(let promise): return wait(for: promise)
        }
    }

    private func noteInput(_ name: String) {
        inputName = name
        eventBeforeInput = runtime.startRecordedPart()
    }

    private func wait(for promise: ScriptValue) -> Bool {
        let result = runtime.loop.run(until: { runtime.settles(promise) })
        if runtime.settle(promise) { return true }
        switch result {
        case .idle, .satisfied, .clockExhausted, .stuck:
            output.print("Nothing is left to run, so this promise can never settle.\n")
            return true
        case .stopped:
            runtime.noteStopAtPrompt()
            explainStop()
            return false
        }
    }

    // A stop by Ctrl-C is told and forgotten; any other one ends the session.
    private func explainStop() {
        switch runtime.ending {
        case .interrupted:
            runtime.resume()
            output.print("Interrupted.\n")
        case .heapLimit(let bytes):
            runtime.resume()
            output.print("Stopped: more than \(bytes >> 20) MiB of memory. .clear gives a fresh start.\n")
        default: break
        }
    }

    /// What an ending means for the session: Ctrl-C goes on, an exit leaves.
    func step(after ending: RunEnding) -> Step {
        switch ending {
        case .interrupted, .heapLimit:
            explainStop()
            return .next
        case .timedOut, .clockExhausted, .stuck, .recordedEnough:
            runtime.resume()
            return .next
        case .exited, .outputFailed, .signalled:
            return .leave(ErrorText.exitCode(of: ending))
        }
    }

    // MARK: Waiting for a key

    // Standard input is watched only here: elsewhere a key that waits would keep the loop from sleeping.
    private func waitForInput() -> InputReadiness {
        let watch = try? runtime.loop.watch(descriptor: STDIN_FILENO, events: .readable, isReferenced: false) {
            [unowned self] _ in inputIsReady = true
        }
        defer { if let watch { runtime.loop.unwatch(watch) } }
        while true {
            if runtime.watchdog?.reason != nil || runtime.ending != nil {
                if let readiness = stopWhileWaiting() { return readiness }
                continue
            }
            if inputIsReady {
                inputIsReady = false
                return .ready
            }
            let wait = clock == .virtual ? turnWithoutTime() : runtime.loop.turn(waitingAtMost: .max)
            if wait == .stopped, let readiness = stopWhileWaiting() { return readiness }
        }
    }

    // Under the virtual clock time stands still at the prompt; `.clock 1s` lets it pass.
    private func turnWithoutTime() -> TurnResult {
        if runtime.loop.hasReadyWork { return runtime.loop.turn(waitingAtMost: 0) }
        return runtime.loop.serveWatches() ? .alive : .stopped
    }

    private func stopWhileWaiting() -> InputReadiness? {
        runtime.noteStopAtPrompt()
        // What still waits in the queues was running when the stop came, as in an endless chain of ticks.
        let wasRunning = runtime.wasScriptTerminated || runtime.loop.hasTicksOrMicrotasks
        switch runtime.ending {
        case .interrupted where wasRunning:
            // It stopped a callback; the line being typed stays.
            runtime.resume()
            output.print("Interrupted.\n")
            return nil
        case .interrupted, nil:
            runtime.resume()
            return .interrupted
        case .exited, .signalled, .outputFailed, .heapLimit, .timedOut, .clockExhausted, .stuck,
            .recordedEnough:
            return .endOfInput
        }
    }

    private func interruptedWhileTyping() -> Step {
        runtime.resume()
        if let editor = reader as? LineEditor, !editor.abandonedText.isEmpty {
            wasInterruptedAtEmptyPrompt = false
            return .next
        }
        if !wasInterruptedAtEmptyPrompt {
            wasInterruptedAtEmptyPrompt = true
            output.print("(To leave, press Ctrl-C again or Ctrl-D, or type .exit)\n")
            return .next
        }
        return .leave(0)
    }

    private func endOfInput() -> Step {
        if let ending = runtime.ending { return step(after: ending) }
        // A script on a pipe has not said that it wants to leave: what it started is waited for.
        if !terminal.isTerminal { runtime.runToEndOfProgram() }
        return .leave(runtime.ending.map(ErrorText.exitCode(of:)) ?? 0)
    }

    // MARK: Runtime

    private func restart(on newClock: ClockKind) throws(CommandError) {
        detach()
        runtime.shutDown()
        clock = newClock
        runtime = try Self.makeRuntime(options, clock: newClock, output: output)
        inputs = []
        inputNumber = 0
        inputName = ""
        prepareRuntime()
    }

    private func prepareRuntime() {
        runtime.preparePrompt()
        runtime.watch(Watchdog.Limits(memoryBytes: runtime.options.heapBytes, signals: PromptCommand.signals)) {
            signal, count in
            PromptCommand.leaveWhenStuck(signal, count)
        }
        guard let editor = reader as? LineEditor else { return }
        attentionWatch = try? runtime.loop.watch(
            descriptor: editor.attentionDescriptor, events: .readable, isReferenced: false
        ) { _ in editor.handleAttention() }
    }

    private func detach() {
        if let attentionWatch { runtime.loop.unwatch(attentionWatch) }
        attentionWatch = nil
    }

    private func leave(_ code: Int32) -> Int32 {
        (reader as? LineEditor)?.releaseTerminal()
        output.reader = nil
        let failure = output.flush()
        let ending = failure == 0 ? runtime.ending : .outputFailed(errno: failure)
        guard case .outputFailed = ending, let ending else { return code }
        ErrorText.report(ending)
        return ErrorText.exitCode(of: ending)
    }

    private static func makeRuntime(
        _ options: PromptOptions, clock: ClockKind, output: PromptOutput
    ) throws(CommandError) -> Runtime {
        var made = RuntimeOptions(output: output, productVersion: LoopLab.version)
        made.profile = options.profile
        made.clock = clock
        made.seed = options.seed
        made.environment = ProcessEnvironment.all
        made.color = ProcessEnvironment.color(options.color)
        made.arguments = [SourceFile.programPath]
        made.keepsAsyncStacks = true
        made.collector = makeCollector()
        return try EngineStart.runtime(made)
    }

    /// What a prompt records: some megabytes at most, however long it is open.
    static func makeCollector() -> TraceCollector {
        TraceCollector(level: .queues, eventLimit: 1 << 16, textLimit: 8 << 20)
    }

    // MARK: Reader

    private var prompt: String { terminal.isTerminal ? "> " : "" }
    private var continuationPrompt: String { terminal.isTerminal ? "... " : "" }

    private func isComplete(_ text: String) -> Bool {
        runtime.isCompleteAwaiting(text)
    }

    private func makeReader() -> any LineReading {
        let history = ProcessEnvironment.stateDirectory.map { $0 + "/history" }
        let configuration = LineEditor.Configuration(
            programName: "looplab", terminal: terminal, historyFile: history)
        guard let editor = LineEditor(configuration, waitForInput: { [unowned self] in waitForInput() }) else {
            return PipeLineReader(
                promptOutput: terminal.isTerminal ? STDOUT_FILENO : nil,
                waitForInput: { [unowned self] in waitForInput() })
        }
        editor.completer = { [unowned self] line, cursor in complete(line, cursor) }
        editor.historyWarning = { [unowned self] problem in output.print(ErrorText.text(of: problem) + "\n") }
        editor.loadHistory()
        return editor
    }

    private func complete(_ line: String, _ cursor: Int) -> Completion {
        let head = String(String.UnicodeScalarView(line.unicodeScalars.prefix(cursor)))
        if head.hasPrefix(".") { return DotCommand.complete(head) }
        let found = runtime.complete(head)
        return Completion(candidates: found.candidates, replacing: found.start..<cursor)
    }
}

@available(*, unavailable)
extension PromptSession: Sendable {}
