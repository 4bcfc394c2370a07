// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling

/// The descriptors that one program may use: the three standard ones and those that it opened.
///
/// Many programs share this process, and the host has descriptors of its own. So a program that makes a number up gets
/// EBADF, what it leaves open is closed at its end, and a number is given back to the system only when no call that
/// runs on another thread still uses it. All functions may be called from any thread.
final class OpenDescriptors: Sendable {
    private struct Entry: Sendable {
        /// The program's own stream behind a descriptor, whose bytes go through `ProgramOutput`.
        var stream: StandardStream?
        /// How many calls use it now.
        var users = 0
        /// Whether the last user has to close it.
        var isClosing = false
    }

    private struct State: Sendable {
        var entries: [Int32: Entry] = [
            STDIN_FILENO: Entry(), STDOUT_FILENO: Entry(stream: .output), STDERR_FILENO: Entry(stream: .error),
        ]
        var isShut = false
    }

    private let state = Guarded(State())
    private let inbox: Inbox
    /// All that the program can open; nil where that is what the system has.
    let sealed: SealedDescriptors?

    /// Makes the table of a program on the loop behind that inbox.
    init(_ inbox: Inbox, sealed: SealedFiles? = nil) {
        self.inbox = inbox
        self.sealed = sealed.map(SealedDescriptors.init)
    }

    /// Whether the program is to stop or has ended, so that nothing should wait for more input.
    var isStopped: Bool {
        inbox.isStopRequested || state.withLock { $0.isShut }
    }

    private static func isStandard(_ descriptor: Int32) -> Bool {
        (STDIN_FILENO...STDERR_FILENO).contains(descriptor)
    }

    /// Takes a descriptor that was just opened; one that comes after the program's end is closed.
    func add(_ descriptor: Int32, stream: StandardStream? = nil) {
        let isLate = state.withLock { state in
            if !state.isShut { state.entries[descriptor] = Entry(stream: stream) }
            return state.isShut
        }
        if isLate { Glibc.close(descriptor) }
    }

    /// The stream behind a descriptor, if it is one of the program's standard outputs.
    func stream(of descriptor: Int32) -> StandardStream? {
        state.withLock { state in
            guard let entry = state.entries[descriptor], !entry.isClosing else { return nil }
            return entry.stream
        }
    }

    /// Runs a call that uses a descriptor; nil when the program has none of that number.
    func use<Result>(_ descriptor: Int32, _ body: () -> Result) -> Result? {
        let isOpen = state.withLock { state in
            guard let entry = state.entries[descriptor], !entry.isClosing else { return false }
            state.entries[descriptor]?.users += 1
            return true
        }
        guard isOpen else { return nil }
        defer { endUse(of: descriptor) }
        return body()
    }

    private func endUse(of descriptor: Int32) {
        let isLast = state.withLock { state in
            guard var entry = state.entries[descriptor] else { return false }
            entry.users -= 1
            let isLast = entry.isClosing && entry.users == 0
            state.entries[descriptor] = isLast ? nil : entry
            return isLast && !Self.isStandard(descriptor)
        }
        if isLast { Glibc.close(descriptor) }
    }

    /// Closes a descriptor; returns the system's error, or 0.
    ///
    /// The standard ones stay open for the host and are only gone for the program.
    func close(_ descriptor: Int32) -> Int32 {
        let answer: Int32? = state.withLock { state in
            guard let entry = state.entries[descriptor], !entry.isClosing else { return EBADF }
            if entry.users > 0 {
                state.entries[descriptor]?.isClosing = true
                return 0
            }
            state.entries[descriptor] = nil
            return Self.isStandard(descriptor) ? 0 : nil
        }
        if let answer { return answer }
        return Glibc.close(descriptor) == 0 ? 0 : errno
    }

    /// Closes all that is open; whatever is opened or in use now is closed when that call ends.
    func shutDown() {
        let idle = state.withLock { state in
            state.isShut = true
            let idle = state.entries.filter { $0.value.users == 0 }.keys
            for descriptor in idle { state.entries[descriptor] = nil }
            for descriptor in state.entries.keys { state.entries[descriptor]?.isClosing = true }
            return idle.filter { !Self.isStandard($0) }
        }
        for descriptor in idle { Glibc.close(descriptor) }
    }

    /// How many descriptors are open besides the standard ones.
    var count: Int {
        state.withLock { $0.entries.keys.count { !Self.isStandard($0) } }
    }
}
