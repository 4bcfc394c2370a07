// SPDX-License-Identifier: MIT
internal import Scheduling

/// Swift closures that wait in a queue of the loop under a number.
struct ClosureTable {
    private var closures: [(() -> Outcome)?] = []
    private var free: [UInt32] = []

    /// Keeps a closure and gives the handle for a queue.
    mutating func add(_ closure: @escaping () -> Outcome) -> UInt32 {
        if let number = free.popLast() {
            closures[Int(number)] = closure
            return number | Handle.closure
        }
        closures.append(closure)
        return UInt32(closures.count - 1) | Handle.closure
    }

    /// The closure of a handle, which is given up.
    mutating func take(_ handle: UInt32) -> (() -> Outcome)? {
        let number = Handle.number(handle)
        defer { remove(handle) }
        return closures[Int(number)]
    }

    /// The closure of a handle, which stays.
    func peek(_ handle: UInt32) -> (() -> Outcome)? {
        closures[Int(Handle.number(handle))]
    }

    /// Gives a handle up.
    mutating func remove(_ handle: UInt32) {
        let number = Handle.number(handle)
        guard closures[Int(number)] != nil else { return }
        closures[Int(number)] = nil
        free.append(number)
    }
}
