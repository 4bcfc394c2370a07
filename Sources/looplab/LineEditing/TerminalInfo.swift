// SPDX-License-Identifier: MIT
import Glibc

/// What is known about the terminal a person sits at.
struct TerminalInfo: Equatable, Sendable {
    /// Whether both the input and the output are a terminal.
    var isTerminal: Bool
    /// The width, 80 when the terminal does not tell.
    var columns: Int
    /// The height, 24 when the terminal does not tell.
    var rows: Int
    /// The value of `TERM`, empty when it is not set.
    var name: String
    /// Whether the locale's encoding is UTF-8; drawings fall back to ASCII where it is not.
    var isUTF8: Bool
    /// Whether the terminal itself rewraps long lines when its width changes.
    var reflowsOnResize: Bool

    /// Whether a line can be edited in place; if not, the terminal's own line mode is used.
    var supportsEditing: Bool {
        isTerminal && !name.isEmpty && name != "dumb" && name != "emacs" && name != "unknown"
    }

    /// Looks at the terminal and the environment.
    ///
    /// - Parameters:
    ///   - input: the descriptor keys come from.
    ///   - output: the descriptor that is written to.
    /// - Returns: what was found.
    static func detect(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) -> TerminalInfo {
        let name = environment("TERM") ?? ""
        let size = size(of: output)
        return TerminalInfo(
            isTerminal: isatty(input) == 1 && isatty(output) == 1,
            columns: size.columns,
            rows: size.rows,
            name: name,
            isUTF8: adoptedLocaleIsUTF8,
            reflowsOnResize: reflows(name: name)
        )
    }

    /// The present size of a terminal.
    ///
    /// - Parameter descriptor: an open terminal.
    /// - Returns: its size, 80 by 24 when it does not tell.
    static func size(of descriptor: Int32) -> (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return (80, 24) }
        return (size.ws_col > 1 ? Int(size.ws_col) : 80, size.ws_row > 0 ? Int(size.ws_row) : 24)
    }

    /// Adopts the person's locale for characters once per process and tells whether it is UTF-8.
    ///
    /// Where it is not, the C library's tables for UTF-8 are used all the same: what terminals send is UTF-8 nearly
    /// everywhere, and editing needs to know how wide characters are. Call it before there are other threads.
    static let adoptedLocaleIsUTF8: Bool = {
        setlocale(LC_CTYPE, "")
        if codesetIsUTF8 { return true }
        setlocale(LC_CTYPE, "C.UTF-8")
        return false
    }()

    private static var codesetIsUTF8: Bool {
        guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
        let name = String(cString: codeset).uppercased()
        return name == "UTF-8" || name == "UTF8"
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The Linux console, xterm and GNU screen cut long lines off; terminals in use today rewrap them.
    private static func reflows(name: String) -> Bool {
        if environment("TMUX") != nil { return true }
        let isOld = name == "linux" || name.hasPrefix("vt") || name.hasPrefix("screen")
        return !isOld && environment("XTERM_VERSION") == nil
    }
}
