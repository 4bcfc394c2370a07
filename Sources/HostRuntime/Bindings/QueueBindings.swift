// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// Where callbacks enter the loop's queues: timers, immediates, ticks, microtasks.
extension Runtime {
    func defineQueueBindings(on binding: ScriptValue) {
        define("enqueueTick", on: binding) { [unowned(unsafe) self] arguments in
            let handle = arguments.leak(0)
            noteOrigin("process.nextTick")
            notePlace(of: .tick, handle, "nextTick")
            conduct?.noteJob()
            loop.enqueueTick(handle)
        }
        define("enqueueMicrotask", on: binding) { [unowned(unsafe) self] arguments in
            let handle = arguments.leak(0)
            noteOrigin("queueMicrotask")
            notePlace(of: .microtask, handle, "queueMicrotask")
            conduct?.noteJob()
            loop.enqueueMicrotask(handle)
        }
        define("setHasRejections", on: binding) { [unowned(unsafe) self] arguments in
            hasRejections = arguments.boolean(0)
        }
        // recordRejection(promise, isHandledLate), then recordRejection(undefined) when what follows from it is done.
        define("recordRejection", on: binding) { [unowned(unsafe) self] arguments in
            if recorder != nil { recordRejection(arguments) }
        }
        defineTimerBindings(on: binding)
        defineImmediateBindings(on: binding)
    }

    private func defineTimerBindings(on binding: ScriptValue) {
        define("armTimer", on: binding) { [unowned(unsafe) self] arguments in
            let delay = TimerDelay.clamp(arguments.number(0))
            let isRepeating = arguments.boolean(1)
            let api = isRepeating ? "setInterval" : "setTimeout"
            noteOrigin(api)
            let timer = loop.armTimer(delay: delay, isRepeating: isRepeating)
            notePlace(of: .timer, timer.slot, api)
            arguments.returns(Double(timer.rawValue))
        }
        define("clearTimer", on: binding) { [unowned(unsafe) self] arguments in
            loop.clearTimer(programTimer(arguments.count(0)))
        }
        define("refreshTimer", on: binding) { [unowned(unsafe) self] arguments in
            let timer = programTimer(arguments.count(0))
            noteOrigin("timeout.refresh")
            if loop.refreshTimer(timer) {
                arguments.returns(Double(timer.rawValue))
                return
            }
            // A timer that ran to its end is armed anew, as Node's refresh() does.
            let delay = TimerDelay.clamp(arguments.number(1))
            let fresh = loop.armTimer(
                delay: delay, isRepeating: arguments.boolean(2), isReferenced: arguments.boolean(3))
            arguments.returns(Double(fresh.rawValue))
        }
        define("setTimerReferenced", on: binding) { [unowned(unsafe) self] arguments in
            loop.setReferenced(timer: programTimer(arguments.count(0)), arguments.boolean(1))
        }
    }

    private func defineImmediateBindings(on binding: ScriptValue) {
        define("enqueueImmediate", on: binding) { [unowned(unsafe) self] arguments in
            let handle = arguments.leak(0)
            noteOrigin("setImmediate")
            notePlace(of: .immediate, handle, "setImmediate")
            let immediate = loop.enqueueImmediate(handle, isReferenced: true)
            arguments.returns(Double(immediate.rawValue))
        }
        define("clearQueuedImmediate", on: binding) { [unowned(unsafe) self] arguments in
            loop.clearImmediate(programImmediate(arguments.count(0)))
        }
        define("setImmediateReferenced", on: binding) { [unowned(unsafe) self] arguments in
            loop.setReferenced(immediate: programImmediate(arguments.count(0)), arguments.boolean(1))
        }
    }

    // A handle's number is a property that a program can write to. The host's own timers, those of checks among them,
    // it cannot reach by that: their numbers stand for no timer here.
    private func programTimer(_ number: UInt64) -> TimerID {
        let timer = TimerID(rawValue: number)
        return Self.isProgram(loop.callback(of: timer)) ? timer : TimerID(rawValue: 0)
    }

    private func programImmediate(_ number: UInt64) -> ImmediateID {
        let immediate = ImmediateID(rawValue: number)
        return Self.isProgram(loop.callback(of: immediate)) ? immediate : ImmediateID(rawValue: 0)
    }

    private static func isProgram(_ callback: Callback?) -> Bool {
        callback.map { $0.handle & Handle.closure == 0 } ?? false
    }
}
