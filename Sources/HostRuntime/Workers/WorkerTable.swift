// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
internal import Tracing

/// The workers that one thread has started, by the numbers under which its JavaScript knows them.
///
/// Confined to the loop's thread.
final class WorkerTable {
    private struct Worker {
        let link: WorkerLink
        let thread: SystemThread
        let place: TimelinePlace?
        let wakeUp: AsyncHandle
        let object: ScriptValue
        /// This thread's end of the worker's parent port, by its number.
        let port: UInt32?
        /// Which of its streams go to the program instead of this thread's own.
        let captured: Set<StandardStream>
    }

    private unowned let runtime: Runtime
    private var workers: [UInt32: Worker] = [:]
    /// Those whose threads were waited for already.
    private var joined: Set<UInt32> = []

    init(runtime: Runtime) {
        self.runtime = runtime
    }

    /// How many there are.
    var count: Int { workers.count }

    /// How many were started so far.
    private(set) var startedCount = 0

    /// Starts a worker and gives the number by which it is known; its thread begins at once.
    ///
    /// Throws when the system has no thread or no descriptor left.
    func start(
        _ start: WorkerStart, for object: ScriptValue, port: UInt32?, captured: Set<StandardStream>
    ) throws(SchedulingError) -> UInt32 {
        let program = runtime.program
        let number = program.takeThreadNumber()
        let link = WorkerLink()
        let time = runtime.messageTime
        let starting = runtime.loop.chosenDuration(OperationCost.workerStart.nanoseconds)
        let begin = runtime.clock.kind == .virtual ? time + starting : 0
        let place = try program.timeline?.join(number, at: begin)
        let worker = ThreadRole.Worker(start: start, link: link)
        let role = ThreadRole(
            program: program, number: number, place: place, start: begin,
            startEvent: runtime.recordSending("new Worker"), worker: worker)
        let body = WorkerThread(role: role, worker: worker, collector: runtime.options.collector)
        let name = UInt32(number)
        let wakeUp = runtime.loop.addAsyncHandle(isReferenced: true) { [unowned self] in hear(name) }
        // Node makes the channel for its own messages before the one for the program's.
        if let port { runtime.ports.moveBehindOthers(port) }
        link.attach(wakeUp)
        do throws(SchedulingError) {
            let thread = try SystemThread(stackBytes: Self.stackBytes) { body.run() }
            workers[name] = Worker(
                link: link, thread: thread, place: place, wakeUp: wakeUp, object: object, port: port,
                captured: captured)
            startedCount += 1
        } catch {
            runtime.loop.removeAsyncHandle(wakeUp)
            place?.leave()
            throw error
        }
        return name
    }

    /// Whether a worker keeps the loop alive.
    func setReferenced(_ number: UInt32, _ isReferenced: Bool) {
        guard let worker = workers[number] else { return }
        runtime.loop.setReferenced(worker.wakeUp, isReferenced)
    }

    /// Stops a worker, whatever it is doing; its 'exit' event follows.
    func terminate(_ number: UInt32) {
        guard let worker = workers[number] else { return }
        worker.link.requestStop()
        // In virtual time it is not running now, and what is left to it takes no time.
        guard let place = worker.place else { return insistOnStop(of: worker.link) }
        place.release()
        if joined.insert(number).inserted { worker.thread.join() }
    }

    /// Stops all workers and waits until their threads have ended; nothing more is heard of them.
    func stopAll() {
        let all = workers.sorted { $0.key < $1.key }
        for (_, worker) in all {
            worker.link.requestStop()
            worker.place?.release()
        }
        for (number, worker) in all {
            if joined.remove(number) == nil {
                worker.link.insistOnStop()
                worker.thread.join()
            }
            runtime.loop.removeAsyncHandle(worker.wakeUp)
        }
        workers = [:]
    }

    private func insistOnStop(of link: WorkerLink) {
        // Where the system has no thread for that, the worker was told once.
        guard let thread = try? SystemThread({ link.insistOnStop() }) else { return }
        thread.detach()
    }

    /// Gives bytes to a worker's standard input, or ends it with nil.
    func writeInput(_ number: UInt32, _ bytes: [UInt8]?) {
        workers[number]?.link.writeInput(bytes, at: runtime.messageTime)
    }

    // MARK: - News

    private func hear(_ number: UInt32) -> Outcome {
        guard let worker = workers[number] else { return .completed }
        // When the end is known already, the program's messages come first, as in Node (`kOnExit` in
        // lib/internal/worker.js).
        if worker.link.hasEnded(by: runtime.messageTime), drain(worker, isForced: true) == .stop { return .stop }
        while true {
            switch worker.link.take(by: runtime.messageTime) {
            case .nothing: return .completed
            case .later(let time):
                worker.wakeUp.send(at: time)
                return .completed
            case .event(let event, let sending):
                // What was sent before an error or the end arrives before it.
                if case .failed = event, drain(worker) == .stop { return .stop }
                if case .exited = event {
                    if drain(worker, isForced: true) == .stop { return .stop }
                    bury(number, worker)
                }
                let task = runtime.closures.add { [unowned self] in handle(event, of: worker) }
                runtime.recordDelivery(of: sending, event.name)
                let outcome = runtime.loop.runPollTask(task)
                if outcome == .completed { continue }
                worker.wakeUp.send(at: runtime.messageTime)
                return outcome
            }
        }
    }

    private func drain(_ worker: Worker, isForced: Bool = false) -> Outcome {
        worker.port.map { runtime.ports.drain($0, isForced: isForced) } ?? .completed
    }

    private func bury(_ number: UInt32, _ worker: Worker) {
        if joined.remove(number) == nil { worker.thread.join() }
        runtime.loop.removeAsyncHandle(worker.wakeUp)
        workers[number] = nil
    }

    private func handle(_ event: WorkerEvent, of worker: Worker) -> Outcome {
        let context = runtime.context
        switch event {
        case .online: return tell(worker, "online", context.undefined)
        case .output(let stream, let bytes):
            guard worker.captured.contains(stream) else {
                bytes.withUnsafeBytes { runtime.write($0, to: stream) }
                return runtime.ending == nil ? .completed : .stop
            }
            return tell(worker, stream == .output ? "stdout" : "stderr", context.bytes(bytes, in: runtime.realm))
        case .failed(let value):
            switch context.deserialize(value, in: runtime.realm) {
            case .normal(let error): return tell(worker, "error", error)
            case .thrown(let error): return tell(worker, "error", error)
            case .terminated: return runtime.outcome(.terminated)
            }
        case .outOfMemory: return tell(worker, "outOfMemory", context.undefined)
        case .notStarted(let reason): return tell(worker, "notStarted", context.string(reason))
        case .exited(let code): return tell(worker, "exit", context.number(Double(code)))
        }
    }

    private func tell(_ worker: Worker, _ kind: String, _ payload: ScriptValue) -> Outcome {
        let call = runtime.context.call(
            runtime.hooks.workerEvent, [worker.object, runtime.context.string(kind), payload])
        return runtime.outcome(call.ending)
    }

    /// The stack of a worker's thread, as much as the main thread has on most systems; its pages come with their use.
    private static let stackBytes = 8 << 20
}
