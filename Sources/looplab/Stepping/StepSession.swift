// SPDX-License-Identifier: MIT
internal import Glibc
internal import Tracing

/// One person stepping through one recorded run.
struct StepSession {
    /// How the view ended.
    enum Ending: Equatable {
        /// The person left.
        case left
        /// A signal came, or the terminal went away (SIGHUP).
        case signal(Int32)
        /// The terminal cannot show a full screen; nothing was shown.
        case impossible
    }

    /// The run, the place in it, and what is shown.
    var interaction: StepInteraction
    /// Whether the person's terminal shows Unicode.
    var isUTF8: Bool
    /// Whether colours are wanted.
    var usesColor: Bool

    /// Shows the run until the person leaves.
    mutating func run() -> Ending {
        guard let terminal = StepTerminal(usesColor: usesColor) else { return .impossible }
        defer { terminal.close() }
        while true {
            let size = terminal.size
            let screen = StepScreen(
                interaction.model, interaction.view,
                .init(columns: size.columns, rows: size.rows, isUTF8: isUTF8))
            terminal.draw(screen)
            switch terminal.next() {
            case .redraw: continue
            case .signal(let signal): return .signal(signal)
            case .key(let key):
                if interaction.take(key, seeing: screen) == .leave { return .left }
            }
        }
    }
}
