// SPDX-License-Identifier: MIT
import Glibc
import Synchronization

/// The modes of the terminal while lines are edited, kept where a signal handler can reach them.
///
/// The terminal stays in them between two lines: what is typed ahead then reaches the next line as it is, neither
/// echoed nor interpreted by the kernel. One terminal is edited at a time in a process. Everything a handler calls is
/// async-signal-safe: atomics, `tcsetattr`, `tcgetpgrp` and `write`.
enum TerminalModes {
    /// Something that happened to the terminal and that the editor still has to answer.
    struct Attention: OptionSet, Sendable {
        /// The bits of the set.
        let rawValue: UInt8
        /// The size of the terminal changed.
        static let resized = Attention(rawValue: 1)
        /// The process went on after it had been stopped.
        static let resumed = Attention(rawValue: 2)
    }

    private static let bracketedPasteOn: StaticString = "\u{1B}[?2004h"
    private static let bracketedPasteOff: StaticString = "\u{1B}[?2004l"

    private static let input = Atomic<Int32>(-1)
    private static let output = Atomic<Int32>(-1)
    private static let isHeld = Atomic<Bool>(false)
    private static let isRowOpen = Atomic<Bool>(false)
    private static let attention = Atomic<UInt8>(0)
    private static let wakeWriter = Atomic<Int32>(-1)

    // Written before the handlers that read them are installed, and never freed: a handler can run at any time.
    private nonisolated(unsafe) static let normal = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    private nonisolated(unsafe) static let editing = UnsafeMutablePointer<termios>.allocate(capacity: 1)

    /// Remembers the modes to go back to.
    ///
    /// - Parameters:
    ///   - inputDescriptor: the terminal keys come from.
    ///   - outputDescriptor: the terminal that is written to.
    ///   - wakeDescriptor: written to, without blocking, whenever `takeAttention()` has something new.
    static func adopt(input inputDescriptor: Int32, output outputDescriptor: Int32, wake wakeDescriptor: Int32) {
        tcgetattr(inputDescriptor, normal)
        tcgetattr(inputDescriptor, editing)
        input.store(inputDescriptor, ordering: .sequentiallyConsistent)
        output.store(outputDescriptor, ordering: .sequentiallyConsistent)
        wakeWriter.store(wakeDescriptor, ordering: .sequentiallyConsistent)
    }

    /// Forgets the terminal, restoring it if need be.
    static func abandon() {
        restore()
        wakeWriter.store(-1, ordering: .sequentiallyConsistent)
        input.store(-1, ordering: .sequentiallyConsistent)
    }

    /// Notes that the terminal is in editing mode now and asks it to mark pastes.
    ///
    /// - Returns: whether it was in its normal modes before.
    static func hold() -> Bool {
        isRowOpen.store(true, ordering: .sequentiallyConsistent)
        guard !isHeld.load(ordering: .sequentiallyConsistent) else { return false }
        tcgetattr(input.load(ordering: .relaxed), editing)
        send(bracketedPasteOn)
        isHeld.store(true, ordering: .sequentiallyConsistent)
        return true
    }

    /// Notes that the line is finished and its row is left.
    static func closeRow() {
        isRowOpen.store(false, ordering: .sequentiallyConsistent)
    }

    /// Puts the terminal back to its normal modes; may be called from a signal handler.
    static func restore() {
        guard isHeld.exchange(false, ordering: .sequentiallyConsistent), isForeground else { return }
        tcsetattr(input.load(ordering: .relaxed), TCSANOW, normal)
        send(bracketedPasteOff)
        // What is printed next, a shell's prompt as a rule, must not stand in an abandoned line.
        if isRowOpen.exchange(false, ordering: .sequentiallyConsistent) { send("\n") }
    }

    /// Puts the terminal back for as long as the process is stopped; called from a signal handler.
    static func pause() {
        guard isHeld.load(ordering: .sequentiallyConsistent), isForeground else { return }
        send(bracketedPasteOff)
        tcsetattr(input.load(ordering: .relaxed), TCSANOW, normal)
    }

    /// Brings the editing modes back after the process was stopped; called from a signal handler.
    static func resume() {
        guard isHeld.load(ordering: .sequentiallyConsistent), isForeground else { return }
        tcsetattr(input.load(ordering: .relaxed), TCSANOW, editing)
        send(bracketedPasteOn)
        post(.resumed)
    }

    /// Notes what happened and wakes the editor's owner; called from a signal handler.
    ///
    /// - Parameter event: what happened.
    static func post(_ event: Attention) {
        attention.bitwiseOr(event.rawValue, ordering: .sequentiallyConsistent)
        var byte: UInt8 = 0
        _ = write(wakeWriter.load(ordering: .relaxed), &byte, 1)
    }

    /// What happened since the last call.
    static func takeAttention() -> Attention {
        Attention(rawValue: attention.exchange(0, ordering: .sequentiallyConsistent))
    }

    /// A process in the background would be stopped for touching the terminal.
    private static var isForeground: Bool {
        let group = tcgetpgrp(input.load(ordering: .relaxed))
        return group == -1 || group == getpgrp()
    }

    private static func send(_ text: StaticString) {
        _ = write(output.load(ordering: .relaxed), text.utf8Start, text.utf8CodeUnitCount)
    }
}
