// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling

/// Reads standard input in the poll phase.
final class InputReader {
    private let loop: EventLoop
    private let deliver: ([UInt8]?) -> Outcome
    private let schedule: (@escaping () -> Void) -> Void
    private var watch: WatchID?
    private var isOver = false

    /// `deliver` gets each chunk, then nil at the end; `schedule` runs a closure in the next poll phase.
    init(
        loop: EventLoop, schedule: @escaping (@escaping () -> Void) -> Void, deliver: @escaping ([UInt8]?) -> Outcome
    ) {
        self.loop = loop
        self.schedule = schedule
        self.deliver = deliver
    }

    /// Begins to read.
    ///
    /// A regular file, which epoll refuses, is always ready and read turn by turn.
    func start() {
        do throws(SchedulingError) {
            watch = try loop.watch(descriptor: STDIN_FILENO, events: .readable, isReferenced: true) { [self] _ in
                read()
            }
        } catch {
            readTurnByTurn()
        }
    }

    /// Stops reading.
    func stop() {
        isOver = true
        if let watch { loop.unwatch(watch) }
        watch = nil
    }

    private func read() {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
        if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
        if count <= 0 {
            stop()
            hand(nil)
        } else {
            hand(Array(chunk.prefix(count)))
        }
    }

    private func hand(_ bytes: [UInt8]?) {
        if deliver(bytes) == .stop { loop.inbox.requestStop() }
    }

    private func readTurnByTurn() {
        schedule { [self] in
            guard !isOver else { return }
            read()
            readTurnByTurn()
        }
    }
}
