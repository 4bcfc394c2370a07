// SPDX-License-Identifier: MIT
import Glibc
import Synchronization
import Testing

@testable import Scheduling

private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}

@Suite("Descriptors that are watched")
struct PollerTests {
    // MARK: - What epoll refuses

    @Test("A regular file is always ready for what is asked, and serves next to a pipe")
    func regularFile() throws {
        let watched = try WatchedLoop()
        let file = try watched.regularFile()
        let pipe = try watched.pipe()
        try watched.watch("pipe", pipe.reader, .readable)
        let both = try watched.watch("file", file, [.readable, .writable])
        #expect(watched.turn() == ["file readable+writable"])
        watched.send(pipe.writer)
        #expect(watched.turn() == ["pipe readable", "file readable+writable"])
        watched.loop.unwatch(both)
        let reading = try watched.watch("file", file, .readable)
        watched.log = []
        #expect(watched.loop.turn(waitingAtMost: .max) == .alive)
        #expect(watched.log == ["pipe readable", "file readable"])
        watched.loop.unwatch(reading)
        #expect(watched.turn() == ["pipe readable"])
    }

    @Test("A file of which nothing is asked is never ready", arguments: [PollEvents.failed, []])
    func fileWithoutInterest(events: PollEvents) throws {
        let watched = try WatchedLoop()
        try watched.watch("file", watched.regularFile(), events)
        #expect(watched.waitsInVain())
        #expect(watched.log == [])
    }

    @Test("The empty device is a file like any other")
    func emptyDevice() throws {
        let watched = try WatchedLoop()
        let device = watched.keep(open("/dev/null", O_RDONLY))
        var watch: WatchID?
        watch = try watched.watch("device", device, .readable) { if let watch { watched.loop.unwatch(watch) } }
        #expect(watched.loop.run() == .idle)
        #expect(watched.log == ["device readable"])
    }

    @Test("What is not open cannot be watched", arguments: [Int32(-1), .min, 9_999, .max])
    func notOpen(descriptor: Int32) throws {
        let watched = try WatchedLoop()
        #expect(throws: SchedulingError.notWatchable(descriptor: descriptor, errno: EBADF)) {
            try watched.watch("none", descriptor, .readable)
        }
        #expect(watched.poller.count == 0)
        #expect(!watched.loop.isAlive)
    }

    @Test("The inbox's own descriptor cannot be watched, and still ends waits after the attempt")
    func inboxDescriptor() throws {
        let watched = try WatchedLoop()
        let inbox = watched.loop.inbox
        #expect(throws: SchedulingError.notWatchable(descriptor: inbox.descriptor, errno: EINVAL)) {
            try watched.watch("inbox", inbox.descriptor, .readable)
        }
        inbox.retainPendingWork()
        let thread = try SystemThread { inbox.releasePendingWork() }
        #expect(watched.loop.run() == .idle)
        thread.join()
    }

    // MARK: - One descriptor, several watches

    @Test("Each watch of a descriptor hears what it asked for, and the rest goes on without it")
    func sharedDescriptor() throws {
        let watched = try WatchedLoop()
        let (near, far) = try watched.socketPair()
        let writing = try watched.watch("W", near, .writable)
        let reading = try watched.watch("R", near, .readable)
        try watched.watch("E", near, [])
        #expect(watched.turn() == ["W writable"])
        watched.send(far)
        #expect(watched.turn() == ["W writable", "R readable"])
        watched.loop.unwatch(reading)
        #expect(watched.turn() == ["W writable"])
        watched.loop.unwatch(writing)
        #expect(watched.waitsInVain())
        // A close might not be the last: a process that another test starts may have inherited this end.
        #expect(shutdown(far, Int32(SHUT_RDWR)) == 0)
        #expect(watched.turn() == ["E hungUp"])
    }

    @Test("A watch that begins on the descriptor of one that ended is a new one")
    func watchedAnew() throws {
        let watched = try WatchedLoop()
        let pipe = try watched.pipe()
        let other = try watched.pipe()
        for descriptor in [pipe.writer, other.writer] { watched.send(descriptor) }
        var second: WatchID?
        let first = try watched.watch("first", pipe.reader, .readable) {
            if let ended = second {
                watched.loop.unwatch(ended)
                second = nil
                try watched.watch("third", other.reader, .readable)
            }
        }
        second = try watched.watch("second", other.reader, .readable)
        #expect(watched.turn() == ["first readable"])
        #expect(watched.turn() == ["first readable", "third readable"])
        #expect(first != second)
    }

    @Test("Descriptors that are ready together are served in one phase, in the order of the watches")
    func order() throws {
        let watched = try WatchedLoop()
        let pipes = try (0..<50).map { _ in try watched.pipe() }
        for (index, pipe) in pipes.enumerated() { try watched.watch("\(index)", pipe.reader, .readable) }
        for pipe in pipes.reversed() { watched.send(pipe.writer) }
        #expect(watched.turn() == pipes.indices.map { "\($0) readable" })
    }

    @Test("Bits that epoll takes for its options are not passed on")
    func levels() throws {
        let watched = try WatchedLoop()
        let pipe = try watched.pipe()
        try watched.watch("all", pipe.reader, PollEvents(rawValue: -1))
        watched.send(pipe.writer)
        for _ in 0..<3 { #expect(watched.turn() == ["all readable"]) }
    }

    // MARK: - Closed descriptors

    @Test("A descriptor that is closed while it is watched is reported", arguments: [600, 620])
    func closedWhileWatched(number: Int32) throws {
        let watched = try WatchedLoop()
        let original = try number == 600 ? watched.pipe().reader : watched.regularFile()
        let descriptor = try watched.move(original, to: number)
        var watch: WatchID?
        watch = try watched.watch("closed", descriptor, .readable) { if let watch { watched.loop.unwatch(watch) } }
        watched.close(descriptor)
        #expect(watched.loop.waitForDescriptors())
        #expect(watched.loop.run() == .idle)
        #expect(watched.log == ["closed invalid"])
    }

    @Test("A closed descriptor leaves nothing behind, though a duplicate is ready", arguments: [640, 660])
    func closedWithDuplicate(number: Int32) throws {
        let watched = try WatchedLoop()
        let pipe = try watched.pipe()
        let other = try watched.pipe()
        let descriptor = try watched.duplicate(pipe.reader, as: number)
        try watched.watch("other", other.reader, .readable)
        let watch = try watched.watch("closed", descriptor, .readable)
        watched.send(pipe.writer)
        watched.close(descriptor)
        #expect(watched.turn() == ["closed invalid"])
        // Under the number there may be another file by the time the watch ends.
        if number == 660 { try watched.duplicate(other.reader, as: number) }
        watched.loop.unwatch(watch)
        #expect(watched.waitsInVain())
        watched.send(other.writer)
        #expect(watched.turn() == ["other readable"])
        let inbox = watched.loop.inbox
        let thread = try SystemThread { inbox.requestStop() }
        #expect(watched.loop.run(until: { false }) == .stopped)
        thread.join()
    }

    @Test("A number that stands for another file by now can be watched again")
    func reusedNumber() throws {
        let watched = try WatchedLoop()
        let pipe = try watched.pipe()
        try watched.watch("old", watched.move(watched.pipe().reader, to: 680), .readable)
        watched.close(680)
        try watched.duplicate(pipe.reader, as: 680)
        try watched.watch("new", 680, .readable)
        watched.send(pipe.writer)
        #expect(watched.turn() == ["old readable", "new readable"])
    }

    // MARK: - Waits

    @Test("Waiting only takes nothing and runs nothing", arguments: ["pipe", "file", "job"])
    func waitingOnly(kind: String) throws {
        let watched = try WatchedLoop()
        let pipe = try watched.pipe()
        watched.send(pipe.writer)
        switch kind {
        case "pipe": try watched.watch("it", pipe.reader, .readable)
        case "file": try watched.watch("it", watched.regularFile(), .readable)
        default: watched.loop.inbox.post { _ in }
        }
        for _ in 0..<3 { #expect(watched.loop.waitForDescriptors()) }
        #expect(watched.log == [])
        #expect(watched.loop.inbox.mayHaveNews == (kind == "job"))
        #expect(watched.turn() == (kind == "job" ? [] : ["it readable"]))
        #expect(!watched.loop.inbox.mayHaveNews)
    }

    @Test("News whose wake-up was taken with earlier news still ends a wait", arguments: [true, false])
    func takenWakeUp(hasPoller: Bool) throws {
        let poller = Poller()
        let loop = try EventLoop(clock: SystemClock(), poller: hasPoller ? poller : nil)
        let runner = ClosureRunner(loop: loop)
        loop.inbox.post { _ in }
        // The poster has written between the two steps of an acknowledgement.
        var counter: UInt64 = 0
        #expect(read(loop.inbox.descriptor, &counter, 8) == 8)
        if hasPoller {
            #expect(loop.waitForDescriptors())
            #expect(poller.wait(milliseconds: -1).isEmpty)
        } else {
            loop.inbox.wait(milliseconds: -1)
        }
        #expect(loop.inbox.mayHaveNews)
        #expect(loop.run() == .idle)
        withExtendedLifetime(runner) {}
    }

    @Test("A wake-up that is written after its news was taken ends one wait", arguments: [true, false])
    func lateWakeUp(hasPoller: Bool) throws {
        let loop = try EventLoop(clock: SystemClock(), poller: hasPoller ? Poller() : nil)
        let runner = ClosureRunner(loop: loop)
        var one: UInt64 = 1
        #expect(write(loop.inbox.descriptor, &one, 8) == 8)
        _ = loop.turn(waitingAtMost: .max)
        let end = loop.clock.now() + 2_000_000
        _ = loop.turn(waitingAtMost: 2_000_000)
        #expect(loop.clock.now() >= end)
        withExtendedLifetime(runner) {}
    }

    @Test("A signal ends a wait, and no handler runs")
    func signal() throws {
        // Nobody else uses this signal, which is ignored unless it is caught.
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGURG, &action, nil)
        // The threads on which tests run block every signal.
        var unblocked = sigset_t()
        var before = sigset_t()
        sigaddset(&unblocked, SIGURG)
        pthread_sigmask(SIG_UNBLOCK, &unblocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let watched = try WatchedLoop()
        try watched.watch("pipe", watched.pipe().reader, .readable)
        let isOver = Flag()
        let waiter = pthread_self()
        // One signal alone might arrive before the wait begins.
        let thread = try SystemThread {
            while !isOver.isSet {
                pthread_kill(waiter, SIGURG)
                sched_yield()
            }
        }
        #expect(watched.loop.turn(waitingAtMost: .max) == .alive)
        isOver.set()
        thread.join()
        #expect(watched.log == [])
    }

    @Test("Where the system has no descriptor left for it, nothing can be watched, but the inbox ends waits")
    func noDescriptorLeft() async {
        // The limit is the whole process's.
        await #expect(processExitsWith: .success) {
            let inbox = try Inbox()
            let poller = Poller()
            var limit = rlimit()
            let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
            #expect(getrlimit(kind, &limit) == 0)
            var none = rlimit(rlim_cur: 0, rlim_max: limit.rlim_max)
            #expect(setrlimit(kind, &none) == 0)
            poller.attach(inbox)
            #expect(setrlimit(kind, &limit) == 0)
            #expect(throws: SchedulingError.notWatchable(descriptor: 0, errno: EMFILE)) {
                _ = try poller.watch(0, events: .readable, isReferenced: true) { _ in }
            }
            #expect(poller.wait(milliseconds: 1).isEmpty)
            inbox.post { _ in }
            poller.waitOnly()
            #expect(poller.wait(milliseconds: -1).isEmpty)
            #expect(inbox.mayHaveNews)
        }
    }
}
