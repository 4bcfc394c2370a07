// SPDX-License-Identifier: MIT

/// Text made safe for a terminal.
public enum TerminalText {
    /// Replaces control characters by visible escapes, so that text from elsewhere cannot drive the terminal.
    ///
    /// Tab and newline stay; ESC becomes `\u{1b}`. C1 controls (U+0080 to U+009F) and the Unicode direction overrides
    /// are replaced as well.
    public static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isDangerous) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isDangerous(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
