// SPDX-License-Identifier: MIT
internal import Markup

/// Numbers as one row of bars, each a character high or low.
struct BarChart {
    /// The row.
    let text: String

    private static let blocks = Array(" ▁▂▃▄▅▆▇█")
    private static let letters = Array(" .:-=+*#@")

    /// Draws values from 0; the greatest is the highest bar.
    init(_ values: [Int], _ style: TerminalStyle) {
        let forms = style.isUTF8 ? Self.blocks : Self.letters
        let most = max(values.max() ?? 0, 1)
        text = String(
            values.map { value in
                // What is more than nothing is seen.
                value <= 0 ? forms[0] : forms[max(1, (value * (forms.count - 1) + most / 2) / most)]
            })
    }
}
