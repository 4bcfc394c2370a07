// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@Suite("Several loops in one virtual time")
struct VirtualTimelineTests {
    /// What the loops of one program did, in the order in which they did it.
    private final class Log: Sendable {
        private let lines = Guarded<[String]>([])
        var text: String { lines.withLock { $0.joined(separator: " ") } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    /// Runs one loop on each of so many threads; `body` fills it before it runs.
    private func run(
        _ count: Int, _ body: @escaping @Sendable (Int, EventLoop, ClosureRunner) -> Void
    ) throws -> [RunResult] {
        let timeline = VirtualTimeline()
        let results = Guarded<[Int: RunResult]>([:])
        let places = try (0..<count).map { try timeline.join($0, at: 0) }
        let threads = try (0..<count).map { number in
            let place = places[number]
            return try SystemThread {
                defer { place.leave() }
                guard place.waitForFirstTurn(isStopped: { false }) != .stopped,
                    let loop = try? EventLoop(
                        clock: VirtualClock(), poller: Poller(), threadNumber: number, place: place)
                else { return }
                let runner = ClosureRunner(loop: loop)
                body(number, loop, runner)
                let result = loop.run()
                runner.tearDown()
                results.withLock { $0[number] = result }
            }
        }
        for thread in threads { thread.join() }
        return results.withLock { results in results.sorted { $0.key < $1.key }.map(\.value) }
    }

    @Test("Who has work first runs first, and among equals the smaller number", arguments: 0..<20)
    func order(attempt: Int) throws {
        let log = Log()
        let results = try run(3) { number, loop, runner in
            for time in [[5, 9, 20], [5, 6, 20], [1, 9, 30]][number] {
                runner.timer(after: Double(time)) { log.add("\(number)@\(time)") }
            }
        }
        #expect(log.text == "2@1 0@5 1@5 1@6 0@9 2@9 0@20 1@20 2@30")
        #expect(results == [.idle, .idle, .idle])
    }

    @Test("A wake-up is heard at the time at which it was sent", arguments: 0..<20)
    func wakeUps(attempt: Int) throws {
        let log = Log()
        let door = Guarded<AsyncHandle?>(nil)
        let results = try run(2) { number, loop, runner in
            if number == 0 {
                let handle = loop.addAsyncHandle(isReferenced: true) {
                    log.add("heard@\(loop.clock.now() / 1_000_000)")
                    loop.removeAsyncHandle(door.withLock { $0.unsafelyUnwrapped })
                    return .completed
                }
                door.withLock { $0 = handle }
                runner.timer(after: 4) { log.add("timer@4") }
                runner.timer(after: 9) { log.add("timer@9") }
            } else {
                runner.timer(after: 3) {
                    loop.clock.charge(nanoseconds: 3_000_000)
                    door.withLock { $0 }?.send(at: loop.clock.now())
                    log.add("sent@\(loop.clock.now() / 1_000_000)")
                }
            }
        }
        // The first loop's timer at 4 comes before what the second one sends at 6, whichever thread is faster.
        #expect(log.text == "sent@6 timer@4 heard@6 timer@9")
        #expect(results == [.idle, .idle])
    }

    @Test("Loops that wait for each other are stuck, and the first one says so")
    func stuck() throws {
        let results = try run(2) { _, loop, _ in
            _ = loop.addAsyncHandle(isReferenced: true) { .completed }
        }
        #expect(results.first == .stuck)
    }
}
