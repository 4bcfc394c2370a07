// SPDX-License-Identifier: MIT
internal import Glibc

/// The lines that somebody types while a dialogue asks for them, or that a pipe holds.
///
/// The terminal edits each line itself. The signals that a run takes are let through meanwhile, so that Ctrl-C leaves.
struct TypedLines {
    private let reader: PipeLineReader
    private let signals: [Int32]

    init(showsPrompts: Bool, signals: [Int32] = RecordingOptions.signals) {
        reader = PipeLineReader(promptOutput: showsPrompts ? STDOUT_FILENO : nil) {
            var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            _ = poll(&request, 1, -1)
            return .ready
        }
        self.signals = signals
    }

    /// The next line; nil at the end of the input.
    func next(_ prompt: String) -> String? {
        var set = sigset_t()
        var before = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_UNBLOCK, &set, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        if case .line(let line) = reader.readLine(prompt: prompt) { return line }
        return nil
    }

    /// All that is left, as one text.
    func rest() -> String {
        var lines: [String] = []
        while lines.count < Self.mostLines, let line = next("") { lines.append(line) }
        return lines.joined(separator: "\n")
    }

    // No order has as many: what is piped in by mistake may have no end.
    private static let mostLines = 10_000
}
