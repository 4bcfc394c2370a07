// SPDX-License-Identifier: MIT
import Glibc

/// Watches file descriptors with `poll(2)`, level-triggered.
///
/// A terminal program watches a handful of descriptors, for which `poll` costs no more than `epoll`. It needs no C shim
/// (the Glibc module has no `sys/epoll.h`), and it takes regular files, which are always ready, where `epoll` refuses
/// them: standard input may be one. Confined to the loop's thread.
public final class Poller {
    struct Readiness {
        let id: WatchID
        let events: PollEvents
    }

    private struct Watch {
        let id: WatchID
        var isReferenced: Bool
        let handler: (PollEvents) -> Void
    }

    /// What is asked of the system: the inbox first, then one request for each watch, in the order of `watches`.
    private var requests: [pollfd] = []
    private var watches: [Watch] = []
    private var nextID: UInt64 = 1
    private(set) var referencedCount = 0

    /// Makes a poller that watches nothing.
    public init() {}

    /// How many descriptors are watched, the inbox's not counted.
    var count: Int { watches.count }

    /// Lets news in an inbox end a wait.
    func attach(_ inbox: Inbox) {
        precondition(requests.isEmpty, "a poller serves one loop")
        requests.append(pollfd(fd: inbox.descriptor, events: Int16(POLLIN), revents: 0))
    }

    func watch(
        _ descriptor: Int32, events: PollEvents, isReferenced: Bool, handler: @escaping (PollEvents) -> Void
    ) throws(SchedulingError) -> WatchID {
        if fcntl(descriptor, F_GETFD) < 0 { throw .notWatchable(descriptor: descriptor, errno: errno) }
        let id = WatchID(rawValue: nextID)
        nextID += 1
        watches.append(Watch(id: id, isReferenced: isReferenced, handler: handler))
        requests.append(pollfd(fd: descriptor, events: events.rawValue, revents: 0))
        if isReferenced { referencedCount += 1 }
        return id
    }

    func unwatch(_ id: WatchID) {
        guard let index = watches.firstIndex(where: { $0.id == id }) else { return }
        if watches[index].isReferenced { referencedCount -= 1 }
        watches.remove(at: index)
        requests.remove(at: index + 1)
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

    /// Blocks until a descriptor is ready or the inbox has news, and takes nothing.
    func waitOnly() {
        _ = Glibc.poll(&requests, nfds_t(requests.count), -1)
    }

    /// Blocks until a descriptor is ready, the inbox has news or the time is over, and gives back what is ready.
    ///
    /// 0 does not block and −1 waits without end. A signal ends the wait with an empty answer.
    func wait(milliseconds: Int32) -> [Readiness] {
        guard Glibc.poll(&requests, nfds_t(requests.count), milliseconds) > 0 else { return [] }
        return watches.indices.compactMap { index in
            let events = requests[index + 1].revents
            return events == 0 ? nil : Readiness(id: watches[index].id, events: PollEvents(rawValue: events))
        }
    }
}

@available(*, unavailable)
extension Poller: Sendable {}
