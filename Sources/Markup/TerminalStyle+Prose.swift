// SPDX-License-Identifier: MIT

extension TerminalStyle {
    /// Text that people wrote for people, as it can be shown on one row.
    ///
    /// Where only ASCII can be shown, dashes, arrows, quotation marks and accented letters become what a typewriter
    /// would have: `→` is `->`. Text whose exact characters matter, such as a program's output, is for ``shown(_:)``.
    public func prose(_ text: String) -> String {
        if isUTF8 || text.utf8.allSatisfy({ $0 < 0x80 }) { return shown(text) }
        var result = ""
        for scalar in text.unicodeScalars {
            if let typed = Self.typewriter[scalar] {
                result += typed
            } else if !scalar.isASCII, CharacterWidth.isZeroWidth(scalar) || scalar.properties.isVariationSelector {
                // Its letter is shown without it.
                continue
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return shown(result)
    }

    private static let typewriter: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [
            "…": "...", "—": "--", "×": "x", "÷": "/", "±": "+/-", "→": "->", "←": "<-", "↔": "<->", "⇒": "=>",
            "⇐": "<=", "↑": "^", "↓": "v", "▲": "^", "▼": "v", "▶": ">", "◀": "<", "≤": "<=", "≥": ">=", "≠": "!=",
            "≈": "~", "∞": "infinity", "µ": "u", "μ": "u", "²": "^2", "³": "^3",
            "½": "1/2", "¼": "1/4", "¾": "3/4", "°": " degrees", "€": "EUR", "©": "(c)", "ß": "ss", "æ": "ae",
            "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "✓": "ok", "✔": "ok", "✗": "x", "✘": "x",
            "\u{AD}": "", "\u{FEFF}": "",
        ]
        let groups: [(String, String)] = [
            ("–−‐‑‒─━", "-"), ("•∙·", "*"), ("“”„«»", "\""), ("‘’‚‹›", "'"), ("│┃", "|"), ("┌┐└┘├┤┬┴┼", "+"),
            ("█", "#"),
            ("░", "."), ("\u{A0}\u{2009}\u{202F}", " "), ("àáâãäå", "a"), ("ç", "c"), ("èéêë", "e"), ("ìíîï", "i"),
            ("ñ", "n"), ("òóôõö", "o"), ("ùúûü", "u"), ("ýÿ", "y"), ("ÀÁÂÃÄÅ", "A"), ("Ç", "C"), ("ÈÉÊË", "E"),
            ("ÌÍÎÏ", "I"), ("Ñ", "N"), ("ÒÓÔÕÖ", "O"), ("ÙÚÛÜ", "U"), ("Ý", "Y"),
        ]
        for (scalars, typed) in groups {
            for scalar in scalars.unicodeScalars { table[scalar] = typed }
        }
        return table
    }()
}
