// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// Who waits by `Atomics.waitAsync`, for each address in shared memory, first come first.
struct WaiterList {
    /// One waiter: the function that settles its promise, and the timer that ends its patience.
    struct Waiter {
        let id: Int
        let resolve: ScriptValue
        var timer: TimerID?
    }

    private var waiters: [UInt: [Waiter]] = [:]
    private var lastID = 0

    /// Adds a waiter at the end of an address's list and names it.
    mutating func add(_ resolve: ScriptValue, at address: UInt) -> Int {
        lastID += 1
        waiters[address, default: []].append(Waiter(id: lastID, resolve: resolve, timer: nil))
        return lastID
    }

    /// Notes the timer of a waiter.
    mutating func setTimer(_ timer: TimerID, of id: Int, at address: UInt) {
        guard let index = waiters[address]?.firstIndex(where: { $0.id == id }) else { return }
        waiters[address]?[index].timer = timer
    }

    /// Takes one waiter out.
    mutating func remove(_ id: Int, at address: UInt) -> Waiter? {
        guard let index = waiters[address]?.firstIndex(where: { $0.id == id }) else { return nil }
        return waiters[address]?.remove(at: index)
    }

    /// Takes the first waiters out, at most so many.
    mutating func removeFirst(_ count: Int, at address: UInt) -> [Waiter] {
        guard let list = waiters[address] else { return [] }
        let woken = Array(list.prefix(count))
        waiters[address] = list.count > count ? Array(list.dropFirst(count)) : nil
        return woken
    }
}

// Atomics.waitAsync and notify between callbacks of one thread (ECMA-262 proposal Atomics.waitAsync). The answers come
// in the poll phase, where Node's platform runs its tasks; who waits does not keep the loop alive.
extension Runtime {
    func defineWaitBindings(on binding: ScriptValue) {
        define("waitAsync", on: binding) { [unowned(unsafe) self] arguments in
            let size = arguments.kind(2) == .bigInt ? 8 : 4
            guard let address = Self.address(arguments, index: arguments.number(1), size: size) else { return }
            addWaiter(arguments.value(4), at: address, milliseconds: arguments.number(3))
            arguments.returns(true)
        }
        define("notifyWaiters", on: binding) { [unowned(unsafe) self] arguments in
            let address = Self.address(arguments, index: arguments.number(1), size: Int(arguments.number(2)))
            guard let address else { return arguments.returns(0) }
            let limit = arguments.number(3)
            let woken = waiters.removeFirst(limit < 1e9 ? Int(limit) : .max, at: address)
            for waiter in woken {
                if let timer = waiter.timer { loop.clearTimer(timer) }
                loop.enqueuePoll(settle(waiter, "ok"))
            }
            arguments.returns(Double(woken.count))
        }
    }

    private func addWaiter(_ resolve: ScriptValue, at address: UInt, milliseconds: Double) {
        let id = waiters.add(resolve, at: address)
        guard milliseconds.isFinite else { return }
        let expiry = closures.add { [unowned(unsafe) self] in
            guard let waiter = waiters.remove(id, at: address) else { return .completed }
            return outcome(context.call(waiter.resolve, [context.string("timed-out")]).ending)
        }
        let timer = loop.armTimer(expiry, delay: TimerDelay.clamp(milliseconds.rounded(.up)), isReferenced: false)
        waiters.setTimer(timer, of: id, at: address)
    }

    private func settle(_ waiter: WaiterList.Waiter, _ result: String) -> UInt32 {
        closures.add { [unowned(unsafe) self] in
            outcome(context.call(waiter.resolve, [context.string(result)]).ending)
        }
    }

    private static func address(_ arguments: Arguments, index: Double, size: Int) -> UInt? {
        arguments.withBytes(0) { UInt(bitPattern: $0.baseAddress) + UInt(index) * UInt(size) }
    }
}
