// SPDX-License-Identifier: MIT
internal import Markup

// How libedit, which uses the same tables of the C library, shows what has no width of its own.
extension CharacterWidth {
    /// How libedit shows one scalar of the line being edited.
    enum Appearance: Equatable {
        /// Spaces up to the next multiple of eight.
        case tab
        /// The start of the next row.
        case newline
        /// The scalar itself, so many columns wide (0 for a combining mark).
        case glyph(columns: Int)
        /// A replacement such as `^A` or `\U+E000`, one column for each of its ASCII letters.
        case replacement(String)
    }

    /// How libedit shows `scalar`.
    ///
    /// - Parameter scalar: any scalar but NUL.
    /// - Returns: its appearance in the line being edited.
    static func appearance(of scalar: Unicode.Scalar) -> Appearance {
        switch scalar.value {
        case 0x09: return .tab
        case 0x0A: return .newline
        case 0x7F: return .replacement("^?")
        case 0..<0x20: return .replacement("^" + String(UnicodeScalar(UInt8(scalar.value | 0x40))))
        case 0x20..<0x7F: return .glyph(columns: 1)
        default: break
        }
        if (0x80..<0xA0).contains(scalar.value) {
            // libedit means this for ASCII only; the decoder lets no C1 control through.
            return .replacement("^" + String(UnicodeScalar(UInt8(scalar.value | 0x40))))
        }
        if let columns = columns(of: scalar) { return .glyph(columns: columns) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let missing = String(repeating: "0", count: max(0, 4 - digits.count))
        return .replacement("\\U+" + missing + digits.suffix(5))
    }
}
