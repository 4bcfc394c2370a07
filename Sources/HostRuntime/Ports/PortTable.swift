// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// The message ports that one thread owns, by the numbers under which its JavaScript knows them.
///
/// A port delivers while it is started. What waits for it then becomes tasks, one for each message, as in Node
/// (`MessagePort::OnMessage` in src/node_messaging.cc). Confined to the loop's thread.
final class PortTable {
    private struct Port {
        let end: PortEnd
        let wakeUp: AsyncHandle
        /// The `MessagePort`, kept alive as long as the port is open.
        var object: ScriptValue?
        var isStarted = false
        var isReferenced = false
        var isClosing = false
    }

    private unowned let runtime: Runtime
    private var ports: [UInt32: Port] = [:]
    private var lastNumber: UInt32 = 0

    init(runtime: Runtime) {
        self.runtime = runtime
    }

    private var now: UInt64 { runtime.messageTime }

    /// Makes two entangled ports.
    func makePair() -> (UInt32, UInt32) {
        let (first, second) = PortEnd.makePair()
        return (add(first), add(second))
    }

    /// Takes an end over and gives the number under which it is known here.
    func add(_ end: PortEnd) -> UInt32 {
        lastNumber += 1
        let number = lastNumber
        // A page has no references: what was posted there arrives.
        let isPage = runtime.loop.profile == .browser
        let wakeUp = runtime.loop.addAsyncHandle(isReferenced: false, isPressing: isPage) { [unowned self] in
            drain(number)
        }
        ports[number] = Port(end: end, wakeUp: wakeUp)
        end.attach(wakeUp)
        return number
    }

    /// Lets a port's messages be looked at after those of all others.
    func moveBehindOthers(_ number: UInt32) {
        if let port = ports[number] { runtime.loop.moveBehindOthers(port.wakeUp) }
    }

    /// Ties a port to its object.
    func adopt(_ object: ScriptValue, _ number: UInt32) {
        ports[number]?.object = object
        _ = runtime.context.tie(object, toPort: number)
    }

    /// The end behind a number, if this thread still has it.
    func end(of number: UInt32) -> PortEnd? {
        ports[number]?.end
    }

    /// Gives an end away, so that another thread can take it over.
    func remove(_ number: UInt32) -> PortEnd? {
        guard let port = ports.removeValue(forKey: number) else { return nil }
        port.end.detach()
        runtime.loop.removeAsyncHandle(port.wakeUp)
        return port.end
    }

    /// Whether a port delivers to listeners.
    func setStarted(_ number: UInt32, _ isStarted: Bool) {
        guard ports[number] != nil else { return }
        ports[number]?.isStarted = isStarted
        if isStarted, let port = ports[number] { port.end.attach(port.wakeUp) }
    }

    /// Whether a port keeps the loop alive.
    func setReferenced(_ number: UInt32, _ isReferenced: Bool) {
        guard let port = ports[number] else { return }
        ports[number]?.isReferenced = isReferenced
        runtime.loop.setReferenced(port.wakeUp, isReferenced)
    }

    /// Tells whether a port keeps the loop alive.
    func isReferenced(_ number: UInt32) -> Bool {
        ports[number]?.isReferenced ?? false
    }

    /// What became of a message.
    enum Sending {
        case sent
        /// The port is closed.
        case toNobody
        /// It has the port's other end in it: nobody can ever receive what is sent here, and the port is closed.
        case endsChannel
    }

    /// Serializes a value and sends it.
    func send(
        _ value: ScriptValue, transferring list: ScriptValue?, through number: UInt32
    ) throws(CloneFailure) -> Sending {
        let serialized = try runtime.context.serialize(value, transferring: list)
        let message = Message(
            value: serialized, ports: serialized.ports.compactMap(remove), sentAt: now,
            sending: runtime.recordSending("postMessage"))
        guard let port = ports[number], !port.isClosing else {
            message.abandon()
            return .toNobody
        }
        if message.ports.contains(where: { $0.pair === port.end.pair }) {
            close(number)
            return .endsChannel
        }
        port.end.send(message)
        if runtime.loop.profile == .browser { queueArrivals(from: port.end) }
        runtime.letOthersHear()
        return .sent
    }

    // A task is queued when its message is posted, if both ports are here: the age of tasks decides their order.
    private func queueArrivals(from end: PortEnd) {
        for (number, port) in ports where port.end.pair === end.pair && port.end != end {
            drain(number, api: "postMessage")
        }
    }

    /// Takes the next message of a port whether it is started or not.
    func receive(_ number: UInt32) -> Message? {
        guard let end = ports[number]?.end, case .message(let message) = end.take(by: now, takesMessages: true)
        else { return nil }
        return message
    }

    // MARK: - Delivering

    /// Runs a task for each message that waits, as many as there are or 1 000, if more come meanwhile.
    ///
    /// After one that failed the others wait for another turn. `api` is what the tasks are called in views of the
    /// queues, if a script asks for them now.
    @discardableResult
    func drain(_ number: UInt32, isForced: Bool = false, api: String? = nil) -> Outcome {
        guard let port = ports[number], !port.isClosing else { return .completed }
        for _ in 0..<max(port.end.count, 1_000) {
            // A port that a listener closes still hands on what waits now, as in Node.
            guard let port = ports[number] else { return .completed }
            switch port.end.take(by: now, takesMessages: port.isStarted || isForced) {
            case .message(let message):
                let task = runtime.closures.add { [unowned self] in deliver(message, to: number) }
                if let api { runtime.notePlace(of: .poll, task, api) }
                runtime.recordDelivery(of: message.sending, "message")
                let outcome = runtime.loop.runPollTask(task)
                if outcome == .completed { continue }
                ports[number]?.wakeUp.send(at: now)
                return outcome
            case .closed: close(number)
            case .later(let time): port.wakeUp.send(at: time)
            case .nothing: break
            }
            return .completed
        }
        ports[number]?.wakeUp.send(at: now)
        return .completed
    }

    private func deliver(_ message: Message, to number: UInt32) -> Outcome {
        guard let object = ports[number]?.object else { return .completed }
        let context = runtime.context
        switch open(message) {
        case .normal(let pair):
            return runtime.outcome(
                context.call(
                    runtime.hooks.portMessage,
                    [object, pair.element(0) ?? context.undefined, pair.element(1) ?? context.undefined]
                ).ending)
        case .thrown(let error):
            return runtime.outcome(context.call(runtime.hooks.portMessageError, [object, error]).ending)
        case .terminated: return runtime.outcome(.terminated)
        }
    }

    /// Makes a message's value in this thread's realm: an array of the value and the array of its ports.
    func open(_ message: Message) -> Completion {
        let context = runtime.context
        if message.ports.isEmpty {
            let completion = context.deserialize(message.value, in: runtime.realm)
            guard case .normal(let value) = completion else { return completion }
            return .normal(context.array([value, context.array([], in: runtime.realm)], in: runtime.realm))
        }
        runtime.host.arrivals = message.ports.map { [unowned self] end in makeObject(add(end)) }
        defer { runtime.host.arrivals = [] }
        let ports = context.array(runtime.host.arrivals.compactMap(\.self), in: runtime.realm)
        switch context.deserialize(message.value, in: runtime.realm) {
        case .normal(let value): return .normal(context.array([value, ports], in: runtime.realm))
        case .thrown(let error): return .thrown(error)
        case .terminated: return .terminated
        }
    }

    private func makeObject(_ number: UInt32) -> ScriptValue? {
        runtime.context.call(runtime.hooks.makePort, [runtime.context.number(Double(number))]).value
    }

    // MARK: - Closing

    /// Closes a port: its 'close' event comes in the close phase, and what waits for it is dropped.
    func close(_ number: UInt32) {
        guard let port = ports[number], !port.isClosing else { return }
        ports[number]?.isClosing = true
        runtime.loop.setReferenced(port.wakeUp, false)
        let closed = runtime.closures.add { [unowned self] in finishClosing(number) }
        runtime.loop.enqueueClose(closed)
    }

    private func finishClosing(_ number: UInt32) -> Outcome {
        guard let port = ports.removeValue(forKey: number) else { return .completed }
        runtime.loop.removeAsyncHandle(port.wakeUp)
        port.end.close(at: now)
        guard let object = port.object else { return .completed }
        return runtime.outcome(runtime.context.call(runtime.hooks.portClosed, [object]).ending)
    }

    /// Closes all ports of a thread that ends.
    func closeAll() {
        for number in ports.keys.sorted() {
            guard let port = ports.removeValue(forKey: number) else { continue }
            runtime.loop.removeAsyncHandle(port.wakeUp)
            port.end.close(at: now)
        }
    }
}
