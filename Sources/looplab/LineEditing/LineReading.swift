// SPDX-License-Identifier: MIT
/// What came of asking for one line, or for one entry of several lines.
enum LineResult: Equatable, Sendable {
    /// An entry without its last newline; the lines of a longer entry are separated by `"\n"`.
    case line(String)
    /// The input has ended, or Ctrl-D was typed on an empty line.
    case endOfInput
    /// Ctrl-C abandoned the entry.
    case interrupted
}

/// What the owner's event loop reports when it returns from waiting for a key.
enum InputReadiness: Equatable, Sendable {
    /// The input descriptor can be read without waiting: there is a key, a hang-up or an error.
    case ready
    /// No more input will come; the entry being typed is dropped.
    case endOfInput
    /// SIGINT arrived; the entry being typed is dropped.
    ///
    /// Look for it behind `poll` and before `.ready`: the keys typed after Ctrl-C may be there already.
    case interrupted
}

/// Decides whether an entry goes on: given the text so far, the prompt of its next line, or `nil` when it is complete.
typealias Continuation = (_ textSoFar: String) -> String?

/// A source of lines whose waiting is done by somebody else's event loop.
protocol LineReading: AnyObject {
    /// Reads one entry.
    ///
    /// - Parameters:
    ///   - prompt: shown before the first line; earlier rows of it end in `"\n"`, colour escapes are allowed.
    ///   - remember: whether the entry joins the history.
    ///   - continuation: asked after every line whether another one belongs to the entry.
    /// - Returns: the entry, or why there is none.
    func readLine(prompt: String, remember: Bool, continuation: Continuation) -> LineResult

    /// Runs `body`, which writes program output, without spoiling a line that is being typed.
    ///
    /// - Parameter body: writes to the terminal; its output need not end in a newline.
    func printAbove(_ body: () -> Void)
}

extension LineReading {
    /// Reads one entry of a single line and remembers it.
    ///
    /// - Parameter prompt: shown before the line.
    /// - Returns: the entry, or why there is none.
    func readLine(prompt: String) -> LineResult {
        readLine(prompt: prompt, remember: true, continuation: { _ in nil })
    }
}
