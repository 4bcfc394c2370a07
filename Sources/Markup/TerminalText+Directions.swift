// SPDX-License-Identifier: MIT

extension TerminalText {
    /// Puts stretches that are written from right to left between isolates, so that they turn nothing around them.
    ///
    /// A terminal that knows directions would otherwise draw what follows a Hebrew or Arabic name, such as a number,
    /// on its other side. Isolates are FSI and PDI (UAX #9, section 2.4.2), which take no cell. The text is one that
    /// was escaped before, so none of its own are in it; spaces within a name belong to it, commas and wider gaps do
    /// not.
    public static func isolated(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: isRightToLeft) else { return text }
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            guard isRightToLeft(scalars[index]) else {
                result.append(scalars[index])
                index += 1
                continue
            }
            let end = endOfStretch(scalars, index)
            result.append("\u{2068}")
            result.append(contentsOf: scalars[index..<end])
            result.append("\u{2069}")
            index = end
        }
        return String(result)
    }

    /// The end of a stretch that begins at `start`: behind its last scalar that is written from right to left.
    private static func endOfStretch(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start + 1
        var index = end
        while index < scalars.count {
            let scalar = scalars[index]
            if isRightToLeft(scalar) {
                end = index + 1
            } else if !joins(scalar) || (scalar == " " && scalars[index - 1] == " ") {
                break
            } else if scalar.properties.canonicalCombiningClass != .notReordered, index == end {
                end = index + 1
            }
            index += 1
        }
        return end
    }

    /// Whether a name may go on behind a scalar.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "'", ".", "\u{2019}", "\u{200C}", "\u{200D}": true
        default: scalar.properties.canonicalCombiningClass != .notReordered
        }
    }

    // The ranges whose unassigned code points have the classes R and AL, too (DerivedBidiClass.txt).
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
