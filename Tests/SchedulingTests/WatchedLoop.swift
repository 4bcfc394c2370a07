// SPDX-License-Identifier: MIT
import Glibc
import Testing

@testable import Scheduling

/// A loop on the system clock with a poller, and descriptors that are closed with it.
final class WatchedLoop {
    let poller = Poller()
    let loop: EventLoop
    let runner: ClosureRunner
    /// Which handlers ran, with what they were told.
    var log: [String] = []
    private var open: Set<Int32> = []

    init() throws {
        loop = try EventLoop(clock: SystemClock(), poller: poller)
        runner = ClosureRunner(loop: loop)
    }

    deinit {
        for descriptor in open { Glibc.close(descriptor) }
    }

    func pipe() throws -> (reader: Int32, writer: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(Glibc.pipe(&ends) == 0)
        return (keep(ends[0]), keep(ends[1]))
    }

    func socketPair() throws -> (Int32, Int32) {
        var ends: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        return (keep(ends[0]), keep(ends[1]))
    }

    func regularFile() throws -> Int32 {
        var path = Array((P_tmpdir + "/looplab-poller-XXXXXX").utf8CString)
        let descriptor = mkstemp(&path)
        try #require(descriptor >= 0)
        unlink(path)
        return keep(descriptor)
    }

    /// Another descriptor for the same file, with a number high enough that no other test gets it meanwhile.
    @discardableResult
    func duplicate(_ descriptor: Int32, as number: Int32) throws -> Int32 {
        try #require(fcntl(descriptor, F_DUPFD_CLOEXEC, number) == number)
        return keep(number)
    }

    func move(_ descriptor: Int32, to number: Int32) throws -> Int32 {
        defer { close(descriptor) }
        return try duplicate(descriptor, as: number)
    }

    @discardableResult
    func keep(_ descriptor: Int32) -> Int32 {
        open.insert(descriptor)
        return descriptor
    }

    func close(_ descriptor: Int32) {
        open.remove(descriptor)
        Glibc.close(descriptor)
    }

    func send(_ descriptor: Int32) {
        var byte: UInt8 = 1
        #expect(write(descriptor, &byte, 1) == 1)
    }

    @discardableResult
    func watch(
        _ name: String, _ descriptor: Int32, _ events: PollEvents, _ body: @escaping () throws -> Void = {}
    ) throws -> WatchID {
        try loop.watch(descriptor: descriptor, events: events) { [unowned self] found in
            log.append("\(name) \(Self.names(of: found))")
            #expect(throws: Never.self) { try body() }
        }
    }

    /// What the handlers of one turn that does not wait log.
    func turn() -> [String] {
        log = []
        _ = loop.turn(waitingAtMost: 0)
        return log
    }

    /// Whether a wait lasts until its end, which it does if nothing is ready.
    func waitsInVain() -> Bool {
        let end = loop.clock.now() + 2_000_000
        _ = loop.turn(waitingAtMost: 2_000_000)
        return loop.clock.now() >= end
    }

    private static func names(of events: PollEvents) -> String {
        let all: [(PollEvents, String)] = [
            (.readable, "readable"), (.writable, "writable"), (.failed, "failed"), (.hungUp, "hungUp"),
            (.invalid, "invalid"),
        ]
        return all.filter { events.contains($0.0) }.map(\.1).joined(separator: "+")
    }
}
