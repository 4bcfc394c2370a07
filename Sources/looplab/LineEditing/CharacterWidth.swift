// SPDX-License-Identifier: MIT
import CEditline
import Glibc

/// How many columns a character takes, by the tables of the C library that libedit uses as well.
enum CharacterWidth {
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
        if scalar.value < 0x100, iswcntrl(scalar.value) != 0 {
            // libedit means this for ASCII only; the decoder lets no C1 control through.
            return .replacement("^" + String(UnicodeScalar(UInt8(scalar.value | 0x40))))
        }
        if iswprint(scalar.value) != 0 {
            return .glyph(columns: max(0, Int(wcwidth(wchar_t(scalar.value)))))
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let missing = String(repeating: "0", count: max(0, 4 - digits.count))
        return .replacement("\\U+" + missing + digits.suffix(5))
    }

    /// Whether `scalar` is drawn on top of the one before it, as combining marks are.
    ///
    /// - Parameter scalar: any scalar.
    /// - Returns: true when it takes no column.
    static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && appearance(of: scalar) == .glyph(columns: 0)
    }

    /// The columns `text` takes on one row of a terminal.
    ///
    /// - Parameter text: text without tabs, newlines and escape sequences.
    /// - Returns: the number of columns.
    static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch appearance(of: scalar) {
            case .glyph(let columns): sum + columns
            case .replacement(let letters): sum + letters.utf8.count
            case .tab, .newline: sum
            }
        }
    }
}
