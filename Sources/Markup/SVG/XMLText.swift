// SPDX-License-Identifier: MIT

/// Text made safe for XML: for the content of an element and for the value of an attribute in double quotes.
public enum XMLText {
    /// Replaces what means something in XML by references, and what XML 1.0 does not allow by visible escapes.
    ///
    /// The characters that are replaced on a terminal are replaced here as well, because what is shown must not be
    /// turned around by the text of a program.
    public static func escaped(_ text: String) -> String {
        TerminalText.escaped(text).replacingScalars { scalar in
            switch scalar {
            // Left as they are, an attribute would have spaces instead (XML 1.0, 3.3.3).
            case "\t": "&#9;"
            case "\n": "&#10;"
            case "\u{FFFE}", "\u{FFFF}": "\\u{\(String(scalar.value, radix: 16))}"
            default: CharacterReference.of(scalar)
            }
        }
    }
}
