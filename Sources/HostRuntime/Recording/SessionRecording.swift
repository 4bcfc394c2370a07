// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
public import Tracing

/// Runs the inputs of a prompt again, for the sake of the record of the last one.
public enum SessionRecording {
    /// What came of it.
    public struct Result: Sendable {
        /// Why the run ended.
        public let ending: RunEnding
        /// Everything that happened, from the first input on.
        public let trace: Trace
        /// How many events there were before the last input.
        public let eventsBefore: Int

        /// Makes a result from its parts.
        public init(ending: RunEnding, trace: Trace, eventsBefore: Int) {
            self.ending = ending
            self.trace = trace
            self.eventsBefore = eventsBefore
        }
    }

    /// Runs inputs one after the other in a fresh scope on the virtual clock; then time passes until nothing is left.
    ///
    /// Between two inputs no time passes, but what is ready runs, as at a prompt on the virtual clock; an input that
    /// awaits at its top level is waited for. The thread must have no other runtime open. Output goes unseen.
    public static func run(
        _ inputs: [String], name: String, _ runtimeOptions: RuntimeOptions, _ options: ProgramRecording.Options
    ) throws(RuntimeError) -> Result {
        let collector = TraceCollector(
            level: options.level, eventLimit: options.eventLimit, eventBudget: options.eventBudget ?? .max)
        var made = runtimeOptions
        made.collector = collector
        made.clock = .virtual
        let runtime = try Runtime(made)
        runtime.watch(options.limits)
        let ending = runtime.insideScript { runtime.take(inputs) }
        let sources = runtime.recordedInputs(count: inputs.count)
        runtime.shutDown()
        let header = Trace.Header(
            version: made.productVersion, program: name, profile: made.profile, clock: .virtual, seed: made.seed,
            level: options.level)
        let trace = collector.trace(header, sources: sources)
        return Result(ending: ending, trace: trace, eventsBefore: trace.startOfScript(number: inputs.count))
    }
}

extension Runtime {
    fileprivate func take(_ inputs: [String]) -> RunEnding {
        preparePrompt()
        for (number, input) in inputs.enumerated() where ending == nil {
            if case .awaiting(let promise) = evaluate(input: input, name: "REPL\(number + 1)") {
                _ = loop.run(until: { self.settles(promise) })
                _ = settle(promise)
            }
            // What the last input has started runs to its end below.
            if number + 1 < inputs.count { runWhatIsReady() }
        }
        if ending == nil { runToIdle() }
        return finish()
    }

    private func runWhatIsReady() {
        while ending == nil, loop.hasReadyWork {
            if loop.turn(waitingAtMost: 0) == .stopped { noteStop() }
        }
    }

    fileprivate func recordedInputs(count: Int) -> [Trace.Source] {
        (1...max(1, count)).reversed().compactMap { number in
            texts["REPL\(number)"].map { Trace.Source(file: "REPL\(number)", text: $0) }
        }
    }
}

extension Trace {
    /// How many events there are before the main thread runs its script of that number, from 1.
    fileprivate func startOfScript(number: Int) -> Int {
        var left = number
        for (index, event) in events.enumerated()
        where event.kind == .started && event.thread == 0 && event.value == UInt64(CallbackKind.script.rawValue) {
            left -= 1
            if left == 0 { return index }
        }
        return events.count
    }
}
