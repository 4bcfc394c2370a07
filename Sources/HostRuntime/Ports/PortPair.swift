// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// What was sent through a port.
struct Message: Sendable {
    let value: SerializedValue
    /// The ports in the transfer list, which belong to nobody while they are on their way.
    let ports: [PortEnd]
    /// The sender's time, in nanoseconds: in virtual time nobody sees the message before.
    let sentAt: UInt64
    /// The event by which a record knows it; 0 without one.
    var sending: UInt64 = 0
}

/// Two entangled message ports (HTML standard, section 9.4; Node: `MessagePortData` in src/node_messaging.cc).
///
/// May be used from any thread.
final class PortPair: Sendable {
    private struct Side: Sendable {
        var messages = FifoQueue<Message>()
        /// When the other side was closed, in nanoseconds; nil while it is open.
        var closedAt: UInt64?
        /// Wakes the loop that owns this side; nil while the side is on its way or its loop is gone.
        var wakeUp: AsyncHandle?
    }

    private let sides = Guarded([Side(), Side()])

    /// What a look at one side found.
    enum Arrival {
        case message(Message)
        /// The other side was closed, and all that it sent was taken.
        case closed
        /// Something comes, in virtual time at that instant in nanoseconds.
        case later(UInt64)
        case nothing
    }

    fileprivate func send(_ message: Message, to side: Int) {
        let (wakeUp, refused) = sides.withLock { sides -> (AsyncHandle?, Message?) in
            if sides[side].closedAt != nil { return (nil, message) }
            sides[side].messages.append(message)
            return (sides[side].wakeUp, nil)
        }
        wakeUp?.send(at: message.sentAt)
        refused?.abandon()
    }

    fileprivate func attach(_ wakeUp: AsyncHandle, to side: Int) {
        let first = sides.withLock { sides -> UInt64? in
            sides[side].wakeUp = wakeUp
            return sides[side].messages.first?.sentAt ?? sides[side].closedAt
        }
        if let first { wakeUp.send(at: first) }
    }

    fileprivate func detach(_ side: Int) {
        sides.withLock { $0[side].wakeUp = nil }
    }

    fileprivate func take(from side: Int, by now: UInt64, takesMessages: Bool) -> Arrival {
        sides.withLock { sides in
            if let first = sides[side].messages.first {
                guard takesMessages else { return .nothing }
                if first.sentAt > now { return .later(first.sentAt) }
                return sides[side].messages.popFirst().map(Arrival.message) ?? .nothing
            }
            guard let closedAt = sides[side].closedAt else { return .nothing }
            return closedAt <= now ? .closed : .later(closedAt)
        }
    }

    fileprivate func count(at side: Int) -> Int {
        sides.withLock { $0[side].messages.count }
    }

    /// Ends the pair: this side gets nothing more, the other one hears of it behind what was sent to it.
    fileprivate func close(_ side: Int, at time: UInt64) {
        let (wakeUp, dropped) = sides.withLock { sides -> (AsyncHandle?, [Message]) in
            let dropped = sides[side].messages.all
            sides[side] = Side(closedAt: time)
            let other = 1 - side
            if sides[other].closedAt == nil { sides[other].closedAt = time }
            return (sides[other].wakeUp, dropped)
        }
        wakeUp?.send(at: time)
        for message in dropped { message.abandon() }
    }
}

extension Message {
    /// Closes the ports of a message that will not arrive.
    func abandon() {
        for port in ports { port.close(at: sentAt) }
    }
}

/// One side of a pair: what a `MessagePort` stands for.
struct PortEnd: Sendable, Equatable {
    let pair: PortPair
    private let side: Int

    /// Two new entangled ends.
    static func makePair() -> (PortEnd, PortEnd) {
        let pair = PortPair()
        return (PortEnd(pair: pair, side: 0), PortEnd(pair: pair, side: 1))
    }

    /// Whether both are the same side of the same pair.
    static func == (first: PortEnd, second: PortEnd) -> Bool {
        first.pair === second.pair && first.side == second.side
    }

    /// Sends to the other end.
    func send(_ message: Message) { pair.send(message, to: 1 - side) }

    /// Lets what arrives here wake a loop; wakes it at once if something waits.
    func attach(_ wakeUp: AsyncHandle) { pair.attach(wakeUp, to: side) }

    /// Lets what arrives here wake nobody.
    func detach() { pair.detach(side) }

    /// Takes the first of what has arrived by `now`; unless messages are wanted, only the news that the pair ended.
    func take(by now: UInt64, takesMessages: Bool) -> PortPair.Arrival {
        pair.take(from: side, by: now, takesMessages: takesMessages)
    }

    /// How many messages wait here.
    var count: Int { pair.count(at: side) }

    /// Ends the pair.
    func close(at time: UInt64) { pair.close(side, at: time) }
}
