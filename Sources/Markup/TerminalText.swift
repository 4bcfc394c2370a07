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

    /// The same for text that has to stay on one row: a tab becomes four spaces, a line feed `\\n`.
    public static func escapedRow(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        return escaped(text).replacing("\n", with: "\\n").replacing("\t", with: "    ")
    }

    /// Takes out the control sequences that only give colours (SGR), so that text can be shown in others.
    public static func withoutColors(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "\u{1b}[") {
            let body = rest[start.upperBound...].drop { $0.isASCII && ($0.isNumber || $0 == ";") }
            result += body.first == "m" ? rest[..<start.lowerBound] : rest[..<start.upperBound]
            rest = body.first == "m" ? body.dropFirst() : rest[start.upperBound...]
        }
        return result + rest
    }

    /// Replaces what is not ASCII by escapes, as `\u{e9}`.
    public static func asciiRow(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return text.unicodeScalars.map { $0.isASCII ? "\($0)" : "\\u{\(String($0.value, radix: 16))}" }.joined()
    }

    /// Whether it has neither ends of lines, those of Unicode included, nor other control characters.
    public static func isOneLine(_ text: String) -> Bool {
        !text.unicodeScalars.contains { scalar in
            scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
        }
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
