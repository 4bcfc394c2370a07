// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// Signals as something to be read, for as long as it is open; the calling thread blocks them meanwhile.
public struct SignalDescriptor: ~Copyable {
    /// Readable when one has come; −1 where the system has no descriptor left: then they wait until the end.
    public let descriptor: Int32
    private var before = sigset_t()

    /// Blocks signals in the calling thread, and in those that it makes, and waits for them.
    public init(_ signals: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, &before)
        descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK))
    }

    /// The signal that has come; nil for none.
    public borrowing func take() -> Int32? {
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        return read(descriptor, &information, size) == size ? Int32(information.ssi_signo) : nil
    }

    /// Gives the signals back to whoever had them.
    public consuming func close() {
        var mask = before
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        if descriptor >= 0 { Glibc.close(descriptor) }
    }
}
