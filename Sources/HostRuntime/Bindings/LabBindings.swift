// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// What the lab's services are made of: waits that end in the poll phase, as those of sockets do, and time in which the
// thread is busy. Instants are milliseconds of the loop's clock with fractions, exact to the nanosecond.
extension Runtime {
    func defineLabBindings(on binding: ScriptValue) {
        // Unlike `now` it never charges: it is the services that look, not the program.
        define("loopTime", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(Double(clock.now()) / 1e6)
        }
        // Lets virtual time pass; false where time is real, and has to be spent.
        define("passTime", on: binding) { [unowned(unsafe) self] arguments in
            let nanoseconds = Self.nanoseconds(arguments.number(0))
            if clock.kind == .virtual { clock.charge(nanoseconds: nanoseconds) }
            noteEffort("busy", nanoseconds: nanoseconds)
            arguments.returns(clock.kind == .virtual)
        }
        define("scheduleCompletion", on: binding) { [unowned(unsafe) self] arguments in
            var instant = Self.nanoseconds(arguments.number(0))
            // An answer from elsewhere may come later than expected, where other orders are looked for.
            if arguments.boolean(3) {
                let now = clock.now()
                instant = now + loop.chosenDuration(max(instant, now) - now)
            }
            let handle = arguments.leak(1)
            noteOrigin(arguments.boolean(3) ? "answer" : "completion")
            notePlace(of: .poll, handle, "completion")
            let id = loop.schedulePoll(handle, at: instant, isReferenced: arguments.boolean(2))
            arguments.returns(Double(id))
        }
        define("clearCompletion", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(loop.clearScheduledPoll(arguments.count(0)))
        }
    }

    // Past the clock's end is at its end.
    private static func nanoseconds(_ milliseconds: Double) -> UInt64 {
        let nanoseconds = (milliseconds * 1e6).rounded()
        return nanoseconds > 0 ? UInt64(exactly: nanoseconds) ?? .max : 0
    }
}
