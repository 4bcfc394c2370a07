// SPDX-License-Identifier: MIT

/// Finds what no text of a course may hold.
enum TextFault {
    /// The first byte that is not UTF-8; the number of bytes where there is none.
    static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar): offset += scalar.count
            case .error, .emptyInput: return offset
            }
        }
    }

    /// The first character that has no place in a text, with its line and column.
    static func first(in text: String) -> (line: Int, column: Int, fault: FileFault)? {
        // Nearly every text consists of bytes that need no second look.
        if text.utf8.allSatisfy({ isPlain($0) }) { return nil }
        var line = 1
        var column = 1
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                line += 1
                column = 1
                continue
            }
            if scalar == "\r" { return (line, column, .carriageReturn) }
            if isControl(scalar) { return (line, column, .controlCharacter(scalar)) }
            column += 1
        }
        return nil
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) || byte == UInt8(ascii: "\n")
    }

    // C0 and C1, the marks that turn the direction of writing around, and the mark of a byte order.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
