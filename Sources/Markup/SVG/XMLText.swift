// SPDX-License-Identifier: MIT

/// Text made safe for XML: for the content of an element and for the value of an attribute in double quotes.
public enum XMLText {
    /// Replaces what means something in XML by references, and what XML 1.0 does not allow by visible escapes.
    ///
    /// The characters that are replaced on a terminal are replaced here as well, because what is shown must not be
    /// turned around by the text of a program.
    public static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in TerminalText.escaped(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // Left as they are, an attribute would have spaces instead (XML 1.0, 3.3.3).
            case "\t": result += "&#9;"
            case "\n": result += "&#10;"
            case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
