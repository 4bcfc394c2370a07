// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
internal import Tracing

// What the harness asks of the host.
extension CheckStage {
    func defineBindings(on binding: ScriptValue) {
        defineTimeBindings(on: binding)
        defineRecordBindings(on: binding)
        define("report", on: binding) { [unowned self] arguments in report.take(Self.ending(arguments)) }
    }

    private func define(_ name: String, on binding: ScriptValue, _ body: @escaping NativeFunction) {
        binding.set(name, to: runtime.context.function(name, length: 0, in: checksRealm, body))
    }

    private func defineTimeBindings(on binding: ScriptValue) {
        define("now", on: binding) { [unowned self] arguments in
            arguments.returns(Double(runtime.loop.clock.now()) / 1e6)
        }
        // wait(ms, resolve): a timer like any other, but that the program has no handle of it.
        define("wait", on: binding) { [unowned self] arguments in
            runtime.loop.armTimer(callback(arguments.value(1)), delay: TimerDelay.clamp(arguments.number(0)))
        }
        define("settle", on: binding) { [unowned self] arguments in
            (runtime.loop.clock as? VirtualClock)?.makeNextTurnFree()
            runtime.loop.enqueueImmediate(callback(arguments.value(0)))
        }
        define("choose", on: binding) { [unowned self] arguments in
            let steps = Int(arguments.number(0))
            arguments.returns(Double(runtime.loop.policy.choose(.scriptedLatency, among: max(steps, 1))))
        }
    }

    // A callback of the checks; what it throws would be a fault of theirs.
    private func callback(_ function: ScriptValue) -> UInt32 {
        runtime.closures.add { [unowned self] in runtime.outcome(runtime.context.call(function, []).ending) }
    }

    private func defineRecordBindings(on binding: ScriptValue) {
        define("outputText", on: binding) { [unowned self] arguments in arguments.returns(output.text) }
        define("recordedEvents", on: binding) { [unowned self] arguments in
            let lines = CheckRecord(trace, start: start).timeline
            arguments.returns(array(lines))
        }
        define("conduct", on: binding) { [unowned self] arguments in
            let record = CheckRecord(trace, start: start)
            let facts = runtime.context.object(in: checksRealm)
            facts.set("timers", to: array(record.timersLeft(runtime.loop.timersKeepingAlive())))
            facts.set("hasGaps", to: runtime.context.boolean(record.hasGaps))
            facts.set("pending", to: array(record.pendingPromises))
            facts.set("workers", to: runtime.context.number(Double(runtime.workers.startedCount)))
            let longest = record.longestTask(by: runtime.loop.clock.now())
            facts.set("blocked", to: runtime.context.number(Double(longest.nanoseconds / 100_000) / 10))
            facts.set("place", to: runtime.context.string(longest.place))
            arguments.returns(facts)
        }
    }

    private var trace: Trace {
        runtime.recordSoFar(name: "", source: "") ?? Trace(header: Trace.Header(version: "", program: ""))
    }

    private func array(_ texts: [String]) -> ScriptValue {
        runtime.context.array(texts.map(runtime.context.string), in: checksRealm)
    }

    // report(passed, message, details, place, ms, credit, timeline, stop)
    private static func ending(_ arguments: Arguments) -> CheckEnding {
        var ending = CheckEnding()
        ending.hasPassed = arguments.boolean(0)
        ending.message = arguments.text(1)
        ending.details = lines(arguments.text(2))
        ending.place = arguments.text(3)
        ending.nanoseconds = UInt64(max(0, arguments.number(4) * 1e6))
        ending.credit = Int(arguments.number(5) * 1000)
        ending.timeline = lines(arguments.text(6))
        switch arguments.text(7) {
        case "never-settled": ending.stop = .neverSettled
        case "runaway-recursion": ending.stop = .runawayRecursion
        default: break
        }
        return ending
    }

    private static func lines(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
