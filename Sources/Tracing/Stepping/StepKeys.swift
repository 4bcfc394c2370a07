// SPDX-License-Identifier: MIT

/// A key of the step view.
public enum StepKey: Equatable, Sendable {
    /// A letter, digit or other sign.
    case character(Unicode.Scalar)
    /// A key with a name.
    case left, right, up, down, home, end, pageUp, pageDown, enter, backspace, escape, tab
    /// Ctrl-U: takes back what was typed.
    case eraseLine
    /// Ctrl-C.
    case interrupt
}

/// What the keys are called, on their line and in the help.
enum StepKeys {
    /// The line of keys, the most used first; the last one is always shown.
    static func line(_ symbols: StepSymbols) -> [String] {
        let (right, left) = (symbols.arrows.right, symbols.arrows.left)
        return [
            "\(right) step", "\(left) back", "n event", "t task", "g go to", "j queued here", "w why", "q quit",
            "? keys",
        ]
    }

    /// The line of keys while a text covers the panes.
    static func overlayLine(_ symbols: StepSymbols) -> [String] {
        ["\(symbols.arrows.up) \(symbols.arrows.down) scroll", "Home", "End", "Esc back"]
    }

    /// What stands before an answer.
    static func prompt(_ question: StepView.Question) -> String {
        switch question {
        case .goTo: "Go to (12 line, o3 output, e40 event): "
        case .search: "Look for: "
        case .mark: "Mark line: "
        }
    }

    /// The help: a key and what it does; an empty key for a heading.
    static func help(_ symbols: StepSymbols) -> [(key: String, text: String)] {
        let arrows = symbols.arrows
        return [
            ("", "Capital letters go backwards: each key with a capital is the same, against time."),
            ("", ""),
            ("\(arrows.right)  i", "step: the next statement, or event, whatever runs there"),
            ("\(arrows.left)  I", "step back"),
            ("\(arrows.down)  o", "over: the next statement of this function, also behind an await"),
            ("\(arrows.up)  O", "back over"),
            ("u  U", "out of this function; back to where it was called"),
            ("n  N", "the next event of queues, promises or console; the one before"),
            ("c  C", "the next callback that begins, of whichever queue"),
            ("t  T", "the next task that begins (no tick, no microtask)"),
            ("g", "go to a line (12, or L12 backwards), a line of output (o3), an event (e40)"),
            ("b", "mark a line, or take its mark away"),
            ("r  R", "run to the next marked line, or to the end; back"),
            ("j", "jump to where the callback was queued that runs here"),
            ("J", "return to where the last jump began"),
            ("/", "look for a text: source, output, functions, variables, queued callbacks"),
            ("f  F", "find it again; backwards"),
            ("w", "why what runs here runs now"),
            ("d", "details: all queues, frames and variables"),
            ("p", "everything that was printed so far"),
            ("Tab", "show one thread only, then the next, then all (with workers)"),
            ("PgUp PgDn", "scroll the source"),
            ("Home End", "the beginning, the end"),
            ("Esc", "close a text or a question"),
            ("Ctrl-L", "draw the screen anew"),
            ("q", "leave"),
            ("", ""),
            ("", "Signs: \(symbols.current) runs next   \(symbols.caller) a caller stands here"),
            ("", "       \(symbols.origin) what runs was queued here   \(symbols.mark) marked   ! standard error"),
        ]
    }
}
