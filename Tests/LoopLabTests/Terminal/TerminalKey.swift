// SPDX-License-Identifier: MIT
/// A key and what an xterm sends for it.
enum TerminalKey: Equatable {
    /// A key with a name.
    case enter, tab, escape, backspace, delete, up, down, left, right, home, end, pageUp, pageDown
    /// Ctrl with a letter.
    case control(Character)
    /// Alt with a character.
    case alt(Character)
    /// A paste that the terminal marks as one.
    case paste(String)

    /// The bytes the terminal sends.
    var sequence: String {
        switch self {
        case .enter: "\r"
        case .tab: "\t"
        case .escape: "\u{1B}"
        case .backspace: "\u{7F}"
        case .delete: "\u{1B}[3~"
        case .up: "\u{1B}[A"
        case .down: "\u{1B}[B"
        case .right: "\u{1B}[C"
        case .left: "\u{1B}[D"
        case .home: "\u{1B}[H"
        case .end: "\u{1B}[F"
        case .pageUp: "\u{1B}[5~"
        case .pageDown: "\u{1B}[6~"
        case .control(let letter): String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
        case .alt(let character): "\u{1B}\(character)"
        case .paste(let text): "\u{1B}[200~\(text.replacing("\n", with: "\r"))\u{1B}[201~"
        }
    }
}
