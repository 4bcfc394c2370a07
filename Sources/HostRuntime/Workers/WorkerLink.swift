// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// What a worker tells the thread that started it.
enum WorkerEvent: Sendable {
    /// It is about to run its program.
    case online
    /// Its program wrote something.
    case output(StandardStream, [UInt8])
    /// Nobody caught this.
    case failed(SerializedValue)
    /// It came to the limit of its memory.
    case outOfMemory
    /// It could not be started.
    case notStarted(String)
    /// It has ended with this code, and all its ports are closed.
    case exited(code: Int32)
}

/// What a worker and the thread that started it share: news one way, the order to stop and standard input the other.
///
/// May be used from any thread.
final class WorkerLink: Sendable {
    private struct State: Sendable {
        var events: [(event: WorkerEvent, time: UInt64)] = []
        var parent: AsyncHandle?
        var interrupter: Interrupter?
        var inbox: Inbox?
        var isStopped = false
    }

    private let state = Guarded(State())

    /// Lets news wake the starting thread.
    func attach(_ parent: AsyncHandle) {
        state.withLock { $0.parent = parent }
    }

    /// Tells the starting thread something; in virtual time it hears it at that time, in nanoseconds.
    func post(_ event: WorkerEvent, at time: UInt64) {
        let parent = state.withLock { state in
            state.events.append((event, time))
            return state.parent
        }
        parent?.send(at: time)
    }

    /// Takes what was told by `now`; gives the time of the next news, if some come later.
    func take(by now: UInt64) -> (events: [WorkerEvent], next: UInt64?) {
        state.withLock { state in
            let count = state.events.firstIndex { $0.time > now } ?? state.events.count
            let taken = state.events[..<count].map(\.event)
            state.events.removeFirst(count)
            return (taken, state.events.first?.time)
        }
    }

    // MARK: - Stopping

    /// Makes the worker reachable, from its own thread; it may have been told to stop before.
    func open(_ interrupter: Interrupter, _ inbox: Inbox) {
        state.withLock { state in
            state.interrupter = interrupter
            state.inbox = inbox
        }
    }

    /// Makes the worker unreachable again, before its context goes away.
    func close() {
        state.withLock { state in
            state.interrupter = nil
            state.inbox = nil
        }
    }

    /// Tells the worker to stop, whatever it is doing.
    func requestStop() {
        state.withLock { state in
            state.isStopped = true
            state.inbox?.requestStop()
            state.interrupter?.interrupt()
        }
    }

    /// Whether the worker was told to stop.
    var isStopped: Bool {
        state.withLock { $0.isStopped }
    }
}
