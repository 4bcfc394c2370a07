// SPDX-License-Identifier: MIT
import CLinux
import Glibc

/// Watches file descriptors with `epoll`, level-triggered.
///
/// Where `poll(2)` is kinder than `epoll`, a watch behaves as under `poll`: a descriptor may be watched more than once,
/// a regular file is always ready (standard input may be one), and a descriptor that was closed is reported.
/// Confined to the loop's thread.
public final class Poller {
    struct Readiness {
        let id: WatchID
        let events: PollEvents
    }

    private struct Watch {
        /// Never used again, so that an event found for a watch that has ended since reaches nobody.
        let id: WatchID
        let descriptor: Int32
        let events: PollEvents
        var isReferenced: Bool
        let handler: (PollEvents) -> Void
    }

    /// What the system was asked about one descriptor, for all its watches together.
    private struct Registration {
        var events: PollEvents
        /// Whether `epoll` refused it, as it does regular files, directories and `/dev/null`.
        let isAlwaysReady: Bool
    }

    /// Under this number `epoll` knows the inbox; under descriptor + 1 it knows a watched descriptor.
    private static let inboxKey: UInt64 = 0

    /// The `epoll` instance, or −1 where there is none: then nothing can be watched, and waits are the inbox's.
    private var instance: Int32 = -1
    /// Why there is none.
    private var refusal: Int32 = 0
    private var inbox: Inbox?
    /// In the order in which they began, which is that of their ids.
    private var watches: [Watch] = []
    private var registrations: [Int32: Registration] = [:]
    /// Room for an answer from every descriptor.
    private var answers = [epoll_event()]
    private var nextID: UInt64 = 1
    private(set) var referencedCount = 0

    /// Makes a poller that watches nothing.
    public init() {}

    deinit {
        if instance >= 0 { Glibc.close(instance) }
    }

    /// How many watches there are.
    var count: Int { watches.count }

    /// Lets news in an inbox end a wait.
    func attach(_ inbox: Inbox) {
        precondition(self.inbox == nil, "a poller serves one loop")
        self.inbox = inbox
        instance = makeInstance()
        if instance < 0 { refusal = errno }
    }

    func watch(
        _ descriptor: Int32, events: PollEvents, isReferenced: Bool, handler: @escaping (PollEvents) -> Void
    ) throws(SchedulingError) -> WatchID {
        registrations[descriptor] = try register(descriptor, for: events.union(interest(in: descriptor) ?? []))
        let id = WatchID(rawValue: nextID)
        nextID += 1
        watches.append(
            Watch(id: id, descriptor: descriptor, events: events, isReferenced: isReferenced, handler: handler))
        if isReferenced { referencedCount += 1 }
        if answers.count <= registrations.count { answers.append(epoll_event()) }
        return id
    }

    func unwatch(_ id: WatchID) {
        guard let index = watches.firstIndex(where: { $0.id == id }) else { return }
        let watch = watches.remove(at: index)
        if watch.isReferenced { referencedCount -= 1 }
        reduceRegistration(of: watch.descriptor)
    }

    /// Begins anew in a copied process, which has the instance in common with the other; the inbox comes first.
    func separate() throws(SchedulingError) {
        let before = instance
        if before >= 0 { renewInstance() }
        if before >= 0 && instance == before { throw .wakeUpUnavailable(errno: errno) }
    }

    func setReferenced(_ id: WatchID, _ isReferenced: Bool) {
        guard let index = watches.firstIndex(where: { $0.id == id }), watches[index].isReferenced != isReferenced
        else { return }
        watches[index].isReferenced = isReferenced
        referencedCount += isReferenced ? 1 : -1
    }

    /// The handler of a watch, or nil if it has ended.
    func handler(of id: WatchID) -> ((PollEvents) -> Void)? {
        watches.first { $0.id == id }?.handler
    }

    // MARK: - Waiting

    /// Blocks until a descriptor is ready or the inbox has news, and takes nothing.
    func waitOnly() {
        if readyWithoutAsking().isEmpty { _ = ask(milliseconds: -1) }
    }

    /// Blocks until a descriptor is ready, the inbox has news or the time is over, and gives back what is ready.
    ///
    /// 0 does not block and −1 waits without end. A signal ends the wait with an empty answer. The answer is in the
    /// order of the watches, not in that in which descriptors became ready, so that it is the same in each run.
    func wait(milliseconds: Int32) -> [Readiness] {
        var ready = readyWithoutAsking()
        let count = ask(milliseconds: ready.isEmpty ? milliseconds : 0)
        for answer in answers.prefix(count) where answer.data.u64 != Self.inboxKey {
            let descriptor = Int32(truncatingIfNeeded: answer.data.u64 - 1)
            // What is known already stands: a closed descriptor has answers too as long as a duplicate of it is open.
            let events = ready[descriptor] ?? PollEvents(rawValue: Int16(truncatingIfNeeded: answer.events))
            ready[descriptor] = events
        }
        if ready.isEmpty { return [] }
        return watches.compactMap { watch in
            let events = ready[watch.descriptor]?.intersection(watch.events.union([.failed, .hungUp, .invalid])) ?? []
            return events.isEmpty ? nil : Readiness(id: watch.id, events: events)
        }
    }

    /// The descriptors of which `epoll` knows nothing: those it refused, and those it forgot when they were closed.
    private func readyWithoutAsking() -> [Int32: PollEvents] {
        var ready: [Int32: PollEvents] = [:]
        for (descriptor, registration) in registrations {
            if fcntl(descriptor, F_GETFD) < 0 {
                ready[descriptor] = .invalid
            } else if registration.isAlwaysReady {
                let events = registration.events.intersection([.readable, .writable])
                if !events.isEmpty { ready[descriptor] = events }
            }
        }
        return ready
    }

    /// Waits, and tells how many answers there are.
    private func ask(milliseconds: Int32) -> Int {
        guard let inbox else { return 0 }
        guard instance >= 0 else {
            inbox.wait(milliseconds: milliseconds)
            return 0
        }
        let limit = inbox.mayHaveNews ? 0 : milliseconds
        let count = max(0, Int(epoll_wait(instance, &answers, Int32(answers.count), limit)))
        if answers.prefix(count).contains(where: { $0.data.u64 == Self.inboxKey }) { inbox.discardLateWakeUp() }
        return count
    }

    // MARK: - Registering

    /// What the watches of a descriptor ask for together, or nil if it has none.
    private func interest(in descriptor: Int32) -> PollEvents? {
        watches.reduce(nil) { $1.descriptor == descriptor ? $1.events.union($0 ?? []) : $0 }
    }

    private func register(_ descriptor: Int32, for events: PollEvents) throws(SchedulingError) -> Registration {
        if instance < 0 { throw .notWatchable(descriptor: descriptor, errno: refusal) }
        // As epoll says it of its own descriptor. The inbox gets a low number if the program was started with one
        // closed.
        if descriptor == inbox?.descriptor { throw .notWatchable(descriptor: descriptor, errno: EINVAL) }
        // Adding comes first even where there are watches: the number may stand for another file by now.
        if control(EPOLL_CTL_ADD, descriptor, events) || errno == EEXIST && control(EPOLL_CTL_MOD, descriptor, events) {
            return Registration(events: events, isAlwaysReady: false)
        }
        guard errno == EPERM else { throw .notWatchable(descriptor: descriptor, errno: errno) }
        return Registration(events: events, isAlwaysReady: true)
    }

    /// Asks no more about a descriptor than the watches that are left want to know.
    private func reduceRegistration(of descriptor: Int32) {
        guard let registration = registrations[descriptor] else { return }
        let isDone: Bool
        if let events = interest(in: descriptor) {
            registrations[descriptor]?.events = events
            isDone = registration.isAlwaysReady || control(EPOLL_CTL_MOD, descriptor, events)
        } else {
            registrations[descriptor] = nil
            isDone = registration.isAlwaysReady || control(EPOLL_CTL_DEL, descriptor, [])
        }
        if !isDone { renewInstance() }
    }

    /// Begins anew without what cannot be removed.
    ///
    /// What was closed while it was watched is not known by its number any more. It goes on ending waits as long as a
    /// duplicate of it is open, as standard input's duplicates are in a terminal.
    private func renewInstance() {
        let renewed = makeInstance()
        if renewed < 0 { return }
        Glibc.close(instance)
        instance = renewed
        for (descriptor, registration) in registrations where !registration.isAlwaysReady {
            _ = control(EPOLL_CTL_ADD, descriptor, registration.events)
        }
    }

    /// Makes an instance that knows the inbox, or returns −1 and sets `errno`.
    private func makeInstance() -> Int32 {
        guard let inbox else { preconditionFailure("a poller without a loop was asked to wait") }
        let made = epoll_create1(Int32(EPOLL_CLOEXEC))
        if made < 0 { return -1 }
        var request = epoll_event(events: UInt32(POLLIN), data: epoll_data_t(u64: Self.inboxKey))
        if epoll_ctl(made, EPOLL_CTL_ADD, inbox.descriptor, &request) == 0 { return made }
        let reason = errno
        Glibc.close(made)
        errno = reason
        return -1
    }

    /// Changes what `epoll` knows of a descriptor; false if it refuses, which `errno` explains.
    private func control(_ operation: Int32, _ descriptor: Int32, _ events: PollEvents) -> Bool {
        // Poll and epoll name events by the same 16 bits; those above, which would switch to edges, stay clear.
        let bits = UInt32(UInt16(bitPattern: events.rawValue))
        let key = UInt64(UInt32(bitPattern: descriptor)) + 1
        var request = epoll_event(events: bits, data: epoll_data_t(u64: key))
        return epoll_ctl(instance, operation, descriptor, &request) == 0
    }
}

@available(*, unavailable)
extension Poller: Sendable {}
