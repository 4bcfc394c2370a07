// SPDX-License-Identifier: MIT
internal import Glibc
internal import Synchronization

/// The signals while the step view has the terminal: the view answers each, and none leaves the terminal as it is.
///
/// What a handler calls is async-signal-safe: atomics, `write`, `tcsetattr`, `raise`. One view is open at a time.
enum StepTerminalSignals {
    /// Signals that the view answers in its own time.
    private static let answered = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]
    /// Signals after which nothing works any more but to give the terminal back.
    private static let fatal = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

    private static let writer = Atomic<Int32>(-1)
    private static let isDrawn = Atomic(false)
    // Written before the handlers are installed; a handler can read them at any time.
    private nonisolated(unsafe) static let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    private nonisolated(unsafe) static let farewell = UnsafeMutablePointer<UInt8>.allocate(capacity: farewellLimit)
    private static let farewellCount = Atomic(0)
    private static let farewellLimit = 256
    private nonisolated(unsafe) static let previous: UnsafeMutablePointer<sigaction> = {
        let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: Int(NSIG))
        actions.initialize(repeating: sigaction(), count: Int(NSIG))
        return actions
    }()
    private nonisolated(unsafe) static let previousMask = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)

    /// Remembers the modes of the terminal before the view changes them.
    static func rememberModes() {
        tcgetattr(STDIN_FILENO, modes)
    }

    /// Installs the handlers: each signal writes its number, a byte, to a descriptor that does not block.
    ///
    /// `farewellText` is what makes the terminal show its normal screen again, for the case that nothing else can.
    static func install(writingTo descriptor: Int32, farewellText: [UInt8]) {
        writer.store(descriptor, ordering: .sequentiallyConsistent)
        let count = min(farewellText.count, farewellLimit)
        for index in 0..<count { farewell[index] = farewellText[index] }
        farewellCount.store(count, ordering: .sequentiallyConsistent)
        isDrawn.store(true, ordering: .sequentiallyConsistent)
        for signal in answered { replace(signal, with: note) }
        for signal in fatal { replace(signal, with: die) }
        // A watchdog's signals are blocked in every thread; here they are the view's.
        var set = sigset_t()
        sigemptyset(&set)
        for signal in answered { sigaddset(&set, signal) }
        pthread_sigmask(SIG_UNBLOCK, &set, previousMask)
    }

    /// Brings the handlers and the mask back that stood before.
    static func remove() {
        isDrawn.store(false, ordering: .sequentiallyConsistent)
        pthread_sigmask(SIG_SETMASK, previousMask, nil)
        for signal in answered + fatal { sigaction(signal, previous + Int(signal), nil) }
        writer.store(-1, ordering: .sequentiallyConsistent)
    }

    /// Stops the process group, as the terminal itself does for Ctrl-Z; returns when it goes on.
    static func stopProcess() {
        isDrawn.store(false, ordering: .sequentiallyConsistent)
        var own = sigaction()
        var standard = sigaction()
        sigaction(SIGTSTP, &standard, &own)
        // The calling thread is the one that takes the signal, so it stops in here.
        kill(0, SIGTSTP)
        sigaction(SIGTSTP, &own, nil)
        isDrawn.store(true, ordering: .sequentiallyConsistent)
    }

    private static func replace(_ signal: Int32, with handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler = .init(sa_handler: handler)
        sigemptyset(&action.sa_mask)
        // Without SA_RESTART: waiting for a key returns.
        sigaction(signal, &action, previous + Int(signal))
    }

    private static let note: @convention(c) (Int32) -> Void = { signal in
        let savedErrno = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(writer.load(ordering: .relaxed), &byte, 1)
        errno = savedErrno
    }

    private static let die: @convention(c) (Int32) -> Void = { signal in
        if isDrawn.exchange(false, ordering: .sequentiallyConsistent) {
            _ = write(STDOUT_FILENO, farewell, farewellCount.load(ordering: .relaxed))
            tcsetattr(STDIN_FILENO, TCSANOW, modes)
        }
        // Not the handler that stood before: the engine's own returns from a signal that no instruction of it caused.
        Glibc.signal(signal, SIG_DFL)
        // Blocked while this handler runs, so it takes effect on return.
        raise(signal)
    }
}
