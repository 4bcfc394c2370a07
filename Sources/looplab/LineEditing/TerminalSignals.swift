// SPDX-License-Identifier: MIT
import Glibc

/// Signal handlers that stand while the terminal is in editing mode, so that no signal leaves it so.
///
/// SIGINT belongs to the owner of the editor, who answers `.interrupted` from its event loop; only when nobody handles
/// it, it ends the process as usual, after the terminal is restored.
enum TerminalSignals {
    /// Those that end the process unless somebody handles them.
    private static let fatal = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    private nonisolated(unsafe) static let previous: UnsafeMutablePointer<sigaction> = {
        let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: Int(NSIG))
        actions.initialize(repeating: sigaction(), count: Int(NSIG))
        return actions
    }()

    /// Installs the handlers.
    static func install() {
        for signal in fatal where isDefault(signal) { replace(signal, with: endProcess) }
        if isDefault(SIGTSTP) { replace(SIGTSTP, with: stopProcess) }
        replace(SIGCONT, with: continueProcess)
        replace(SIGWINCH, with: noteResize)
    }

    /// Brings back the handlers that stood before `install()`, except where somebody has replaced ours meanwhile.
    static func remove() {
        for (signal, handler) in handlers {
            var current = sigaction()
            sigaction(signal, nil, &current)
            guard bits(current) == unsafeBitCast(handler, to: Int.self) else { continue }
            sigaction(signal, previous + Int(signal), nil)
        }
    }

    private typealias Handler = @convention(c) (Int32) -> Void

    private static var handlers: [(Int32, Handler)] {
        fatal.map { ($0, endProcess) }
            + [(SIGTSTP, stopProcess), (SIGCONT, continueProcess), (SIGWINCH, noteResize)]
    }

    private static func replace(_ signal: Int32, with handler: @escaping Handler) {
        var action = sigaction()
        action.__sigaction_handler = .init(sa_handler: handler)
        sigemptyset(&action.sa_mask)
        // Without SA_RESTART: the owner's wait returns and the editor gets its turn.
        sigaction(signal, &action, previous + Int(signal))
    }

    private static func isDefault(_ signal: Int32) -> Bool {
        var current = sigaction()
        return sigaction(signal, nil, &current) == 0 && bits(current) == 0
    }

    private static func bits(_ action: sigaction) -> Int {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    }

    private static let endProcess: Handler = { signal in
        TerminalModes.restore()
        var action = sigaction()
        sigaction(signal, &action, nil)
        // Blocked while this handler runs, so it takes effect on return.
        raise(signal)
    }

    private static let stopProcess: Handler = { signal in
        let savedErrno = errno
        TerminalModes.pause()
        var standard = sigaction()
        var own = sigaction()
        sigaction(signal, &standard, &own)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, signal)
        raise(signal)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        // The process stops here, and goes on here after SIGCONT.
        sigaction(signal, &own, nil)
        TerminalModes.resume()
        errno = savedErrno
    }

    private static let continueProcess: Handler = { signal in
        let savedErrno = errno
        TerminalModes.resume()
        callPrevious(signal)
        errno = savedErrno
    }

    private static let noteResize: Handler = { signal in
        let savedErrno = errno
        TerminalModes.post(.resized)
        callPrevious(signal)
        errno = savedErrno
    }

    private static func callPrevious(_ signal: Int32) {
        let action = previous[Int(signal)]
        // 0 is SIG_DFL and 1 is SIG_IGN.
        guard action.sa_flags & Int32(SA_SIGINFO) == 0, !(0...1).contains(bits(action)) else { return }
        action.__sigaction_handler.sa_handler?(signal)
    }
}
