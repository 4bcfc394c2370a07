// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import Scheduling
internal import ScriptEngine

/// Parsed code that the runtimes of a process share which come one after the other.
///
/// The engine shares it among contexts that are open at the same time. So a context is kept open on a thread of its own
/// that runs nothing, for as long as the process lives: a runtime beside it parses no builtin. One runtime alone would
/// only be slowed down by it.
enum SharedCode {
    private enum State {
        case unused
        case usedOnce
        /// It is being made, or could not be.
        case awaited
        case kept(ContextReference)
    }

    private static let state = Guarded(State.unused)

    /// The context beside which new ones are to be made; nil where there is none.
    static var context: ContextReference? {
        state.withLock { state in
            if case .kept(let context) = state { context } else { nil }
        }
    }

    /// Says that another program is about to be run; from the second one on the context is made and kept.
    ///
    /// It is made meanwhile, on its own thread: the runtimes that are made before it is there go without.
    static func willRunProgram() {
        let isWanted = state.withLock { state in
            switch state {
            case .unused: state = .usedOnce
            case .usedOnce:
                state = .awaited
                return true
            case .awaited, .kept: break
            }
            return false
        }
        if isWanted { open() }
    }

    private static func open() {
        let thread = try? SystemThread(stackBytes: 1 << 20) {
            // Signals are for threads that do something.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_SETMASK, &all, nil)
            // Neither is ever given back: contexts beside it may be open until the process ends.
            let host = Unmanaged.passRetained(EngineHost())
            guard let context = try? ScriptContext(ScriptContext.Options(), host: host.takeUnretainedValue()) else {
                return
            }
            let reference = Unmanaged.passRetained(context).takeUnretainedValue().reference
            state.withLock { $0 = .kept(reference) }
            while true { pause() }
        }
        thread?.detach()
    }
}
