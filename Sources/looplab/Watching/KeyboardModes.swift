// SPDX-License-Identifier: MIT
internal import Glibc
internal import Synchronization

/// The terminal while its keys are read one by one: it neither shows them nor collects them into lines.
///
/// Signals stay with the keys that send them (Ctrl-C, Ctrl-Z). Whoever holds the modes gives them back with
/// `restore()`; after a crash a handler does. What that calls is async-signal-safe: atomics, `tcgetpgrp`, `tcsetattr`,
/// `raise`.
enum KeyboardModes {
    /// Signals after which nothing works any more but to give the terminal back.
    private static let fatal = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

    private static let held = Atomic(false)
    // Written before the handlers are installed, and never freed: a handler can run at any time.
    private nonisolated(unsafe) static let normal = UnsafeMutablePointer<termios>.allocate(capacity: 1)

    /// Remembers the modes to go back to; false where standard input is no terminal.
    ///
    /// To be called before the engine starts, whose own handlers pass on the signals that are not meant for them.
    static let isPrepared: Bool = {
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, normal) == 0 else { return false }
        for signal in fatal {
            var action = sigaction()
            action.__sigaction_handler = .init(sa_handler: die)
            sigemptyset(&action.sa_mask)
            action.sa_flags = Int32(SA_ONSTACK)
            sigaction(signal, &action, nil)
        }
        return true
    }()

    /// Whether keys come one by one now.
    static var isHeld: Bool { held.load(ordering: .sequentiallyConsistent) }

    /// Whether this process may change the terminal: one in the background would be stopped for it.
    static var isForeground: Bool {
        let group = tcgetpgrp(STDIN_FILENO)
        return group == -1 || group == getpgrp()
    }

    /// Takes the keys one by one from now on; nothing happens where there is no terminal, or it is somebody else's.
    static func hold() {
        guard isPrepared, isForeground else { return }
        var modes = normal.pointee
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
        withUnsafeMutableBytes(of: &modes.c_cc) { codes in
            codes[Int(VMIN)] = 1
            codes[Int(VTIME)] = 0
        }
        held.store(true, ordering: .sequentiallyConsistent)
        // What was typed ahead is a key as well.
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }

    /// Notes that somebody else has set the modes meanwhile, as a shell does with those of a job.
    static func forget() {
        held.store(false, ordering: .sequentiallyConsistent)
    }

    /// Gives the terminal back as it was; nothing happens the second time.
    static func restore() {
        guard held.exchange(false, ordering: .sequentiallyConsistent), isForeground else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, normal)
    }

    private static let die: @convention(c) (Int32) -> Void = { signal in
        restore()
        Glibc.signal(signal, SIG_DFL)
        // Blocked while this handler runs, so it takes effect on return.
        raise(signal)
    }
}
