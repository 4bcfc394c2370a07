// SPDX-License-Identifier: MIT
internal import Glibc
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

extension WorkerEvent {
    /// What a record calls the task that hears it.
    var name: String {
        switch self {
        case .online: "worker 'online'"
        case .output: "worker output"
        case .failed: "worker 'error'"
        case .outOfMemory, .notStarted: "worker 'error'"
        case .exited: "worker 'exit'"
        }
    }
}

/// What a worker and the thread that started it share: news one way, the order to stop and standard input the other.
///
/// May be used from any thread.
final class WorkerLink: Sendable {
    private struct State: Sendable {
        var events = FifoQueue<(event: WorkerEvent, time: UInt64, sending: UInt64)>()
        var parent: AsyncHandle?
        var input = FifoQueue<(bytes: [UInt8]?, time: UInt64)>()
        var reader: AsyncHandle?
        var interrupter: Interrupter?
        var inbox: Inbox?
        var isStopped = false
        var isOver = false
    }

    private let state = Guarded(State())

    /// Lets news wake the starting thread.
    func attach(_ parent: AsyncHandle) {
        state.withLock { $0.parent = parent }
    }

    /// Tells the starting thread something; in virtual time it hears it at that time, in nanoseconds.
    ///
    /// `sending` is the number of the event by which a record knows it.
    func post(_ event: WorkerEvent, at time: UInt64, sending: UInt64 = 0) {
        let parent = state.withLock { state in
            if case .exited = event { state.isOver = true }
            state.events.append((event, time, sending))
            return state.parent
        }
        parent?.send(at: time)
    }

    /// Whether the worker has ended by `now`: its last news is waiting.
    func hasEnded(by now: UInt64) -> Bool {
        state.withLock { state in
            if let last = state.events.last, case .exited = last.event { last.time <= now } else { false }
        }
    }

    /// What a look at the news found.
    enum News {
        case event(WorkerEvent, sending: UInt64)
        /// In virtual time something comes at that instant, in nanoseconds.
        case later(UInt64)
        case nothing
    }

    /// Takes the first of what was told by `now`.
    func take(by now: UInt64) -> News {
        state.withLock { state in
            guard let first = state.events.first else { return .nothing }
            if first.time > now { return .later(first.time) }
            return state.events.popFirst().map { .event($0.event, sending: $0.sending) } ?? .nothing
        }
    }

    // MARK: - Standard input

    /// Gives the worker bytes to read, or with nil the end; in virtual time it reads them at that time, in nanoseconds.
    func writeInput(_ bytes: [UInt8]?, at time: UInt64) {
        let reader = state.withLock { state in
            state.input.append((bytes, time))
            return state.reader
        }
        reader?.send(at: time)
    }

    /// Lets input wake the worker.
    func attach(reader: AsyncHandle) {
        let first = state.withLock { state in
            state.reader = reader
            return state.input.first?.time
        }
        if let first { reader.send(at: first) }
    }

    /// Takes the first of the input that is there by `now`; nil inside when it is the end.
    func takeInput(by now: UInt64) -> [UInt8]?? {
        state.withLock { state in
            guard let first = state.input.first, first.time <= now else { return nil }
            return state.input.popFirst().map(\.bytes)
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

    /// Tells the worker to stop, again and again until it has ended.
    ///
    /// A request that comes just before its thread falls asleep in `Atomics.wait` does not wake it: the engine looks
    /// for one only while script runs or a thread sleeps already.
    func insistOnStop() {
        // In microseconds: most workers stop at once.
        var pause: UInt32 = 100
        while !state.withLock({ $0.isOver }) {
            requestStop()
            usleep(pause)
            pause = min(pause * 2, 5_000)
        }
    }

    /// Whether the worker was told to stop.
    var isStopped: Bool {
        state.withLock { $0.isStopped }
    }
}
