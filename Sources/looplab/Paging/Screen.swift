// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Markup

/// Where a long view goes: a terminal with a height, or a pipe or file without one.
struct Screen: Equatable {
    /// What can be shown there.
    var style: TerminalStyle
    /// The rows of the terminal; nil where there is none.
    var rows: Int?

    /// Looks at standard output and the environment; to be called before there are other threads.
    static func detect(_ color: ColorChoice = .automatic) -> Screen {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let size = TerminalInfo.size(of: STDOUT_FILENO)
        let hasColor: Bool =
            switch ProcessEnvironment.color(color) {
            case .always: true
            case .never: false
            default: isTerminal
            }
        let style = TerminalStyle(
            columns: isTerminal ? size.columns : 80, isUTF8: TerminalInfo.adoptedLocaleIsUTF8, hasColor: hasColor)
        return Screen(style: style, rows: isTerminal ? size.rows : nil)
    }

    /// Writes a view, through the pager where it is longer than the screen; gives the exit code.
    ///
    /// A reader that goes away has seen enough.
    func show(_ text: String, usesPager: Bool) throws(CommandError) -> Int32 {
        let isLong = rows.map { text.utf8.count(where: { $0 == 0x0A }) >= $0 } ?? false
        if usesPager, isLong, let pager = Pager.preferred, pager.show(text) { return 0 }
        do throws(CommandError) {
            return try StandardOutput.print(text)
        } catch .outputFailed(EPIPE) {
            return 0
        }
    }
}
