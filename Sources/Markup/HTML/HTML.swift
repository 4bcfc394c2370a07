// SPDX-License-Identifier: MIT

/// A piece of a page that is safe to put where elements and text may stand.
///
/// There is no way from a program's text to a value of this type but through escaping.
public struct HTML: Equatable, Sendable {
    /// The markup.
    public let source: String

    /// Markup that comes from a file of this program and holds nothing from elsewhere.
    public init(ownFile: String) {
        source = ownFile
    }

    /// Any text, shown as it is.
    public init(text: String) {
        source = Self.escaped(text)
    }

    /// Text made safe between tags and inside a quoted attribute.
    ///
    /// Control characters and direction overrides are shown as escapes, as on a terminal.
    public static func escaped(_ text: String) -> String {
        TerminalText.escaped(text).replacingScalars(CharacterReference.of)
    }
}
