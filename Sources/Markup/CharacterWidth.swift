// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// How many cells of a terminal a character takes, by the C library's tables for UTF-8.
///
/// The answer does not depend on the process's locale. May be asked on any thread.
public enum CharacterWidth {
    /// The cells of one scalar: 0 for a combining mark, 2 for a wide one; nil where it cannot be printed.
    public static func columns(of scalar: Unicode.Scalar) -> Int? {
        if (0x20..<0x7F).contains(scalar.value) { return 1 }
        if scalar.value < 0x20 { return nil }
        return withTables {
            guard iswprint(scalar.value) != 0 else { return nil }
            return max(0, Int(wcwidth(wchar_t(scalar.value))))
        }
    }

    /// Whether a scalar is drawn on top of the one before it, as combining marks are.
    public static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && columns(of: scalar) == 0
    }

    /// The cells of a text on one row; scalars that cannot be printed count as one cell each.
    public static func columns(of text: some StringProtocol) -> Int {
        let bytes = text.utf8
        if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return bytes.count }
        return text.unicodeScalars.reduce(0) { $0 + (columns(of: $1) ?? 1) }
    }

    // A locale object is never changed after it is made; the number keeps it out of the checks for shared pointers.
    private static let tables: UInt = {
        let made = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        return UInt(bitPattern: made.map { UnsafeRawPointer($0) })
    }()

    private static func withTables<Result>(_ body: () -> Result) -> Result {
        guard let known = locale_t(bitPattern: tables) else { return body() }
        let before = uselocale(known)
        defer { uselocale(before) }
        return body()
    }
}
