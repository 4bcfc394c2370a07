// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Markup
internal import Tracing

/// What `.trace` shows: the timeline of the last input, of what it did and of what it started, so far.
struct TraceView {
    /// The page, ready to print.
    let text: String

    /// Looks at a session's record.
    init(_ session: PromptSession, isUnfolded: Bool) {
        if session.inputName.isEmpty {
            text = "Nothing has run yet. Type some JavaScript, then .trace shows what it did.\n"
            return
        }
        let name = session.inputName
        guard let trace = session.runtime.recordSoFar(name: name, source: name) else {
            text = "Nothing is recorded; .trace on begins.\n"
            return
        }
        let part = trace.part(after: session.eventBeforeInput)
        if part.events.isEmpty {
            text = "The last input was not recorded. Type another, then .trace shows what it did.\n"
            return
        }
        let color = ProcessEnvironment.color(session.options.color)
        let hasColor = color == .always || color == .onTerminals && session.terminal.isTerminal
        // The window may have another size by now.
        let columns = session.terminal.isTerminal ? TerminalInfo.size(of: STDOUT_FILENO).columns : 80
        let style = TerminalStyle(
            columns: columns, isUTF8: session.terminal.isUTF8, hasColor: hasColor)
        var options = Timeline.Options(style, isUnfolded: isUnfolded)
        options.entryName = "the input"
        options.foldHint = "Repetition is folded; .trace all shows every row."
        text = Timeline(part, options).text
    }
}
