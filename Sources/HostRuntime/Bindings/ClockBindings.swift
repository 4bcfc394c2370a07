// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// Time as programs read it, and the measurements of node:perf_hooks.
extension Runtime {
    func defineClockBindings(on binding: ScriptValue) {
        define("now", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(programTime(readClock("performance.now")))
        }
        define("hrtime", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returnsBigInt(readClock("process.hrtime"))
        }
        if clock.kind == .virtual {
            binding.set("randomSeed", to: context.number(Double(UInt32(truncatingIfNeeded: options.seed))))
        }
        binding.set("timeOrigin", to: context.number(Double(clock.wallTimeOrigin + role.start) / 1e6))
        define("eventLoopUtilization", on: binding) { [unowned(unsafe) self] arguments in
            // Nothing is known before the loop's first turn, as in Node.
            let isStarted = loop.turnNumber != 0
            let idle = Double(loop.idleNanoseconds) / 1e6
            let active = isStarted ? Double(clock.now()) / 1e6 - idle : 0
            arguments.returns(context.array([context.number(idle), context.number(active)], in: realm))
        }
        define("startLoopDelay", on: binding) { [unowned(unsafe) self] arguments in
            let resolution = TimerDelay.clamp(arguments.number(0))
            arguments.returns(Double(startDelayMonitor(resolution, arguments.value(1)).rawValue))
        }
        define("stopLoopDelay", on: binding) { [unowned(unsafe) self] arguments in
            loop.clearTimer(TimerID(rawValue: arguments.count(0)))
        }
    }

    /// An instant of the loop's clock as a program sees it, in milliseconds since its thread began.
    ///
    /// A page sees it in steps of 100 µs ("High Resolution Time", section 4.1 "coarsen time").
    func programTime(_ nanoseconds: UInt64) -> Double {
        let time = nanoseconds - role.start
        return options.profile == .browser ? Double(time / 100_000) / 10 : Double(time) / 1e6
    }

    // An unreferenced interval measures the time between its own runs, which grows by whatever blocked the loop
    // (Node: IntervalHistogram in src/histogram.cc).
    private func startDelayMonitor(_ resolution: Int, _ callback: ScriptValue) -> TimerID {
        var previous = clock.now()
        let handle = closures.add { [unowned(unsafe) self] in
            let now = clock.now()
            let delta = now - previous
            previous = now
            return outcome(context.call(callback, [context.number(Double(delta))]).ending)
        }
        return loop.armTimer(handle, delay: resolution, isRepeating: true, isReferenced: false)
    }
}
