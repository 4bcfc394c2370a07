// SPDX-License-Identifier: MIT

/// A place in one line of JavaScript.
struct JavaScriptCursor {
    let bytes: [UInt8]
    var position = 0
    /// Whether a regular expression without an end was met: there is none further right then, and none is looked for.
    private var hasOpenRegularExpression = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var end: Int { bytes.count }
    var isAtEnd: Bool { position >= bytes.count }
    /// The byte here; asked only before the end.
    var byte: UInt8 { bytes[position] }

    func peek(_ distance: Int) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    func isDigit(at distance: Int) -> Bool {
        peek(distance).map(Self.isDigit) == true
    }

    /// The first byte from here on that is no space; only a few spaces are looked at.
    var byteAfterSpaces: UInt8? {
        bytes[position...].prefix(64).first { !Self.isSpace($0) }
    }

    mutating func skip(while isPart: (UInt8) -> Bool) {
        while position < bytes.count, isPart(bytes[position]) { position += 1 }
    }

    /// Passes a text if it stands here.
    mutating func skip(bytes text: StaticString) -> Bool {
        let found = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
        if found { position += text.utf8CodeUnitCount }
        return found
    }

    /// Passes a number: `1_000n`, `0xff`, `.5`, `1e-3`, `1.` (ECMA-262, 12.9.3), and letters that stick to it.
    mutating func skipNumber() {
        let isDecimal = !(byte == UInt8(ascii: "0") && peek(1).map { $0 | 0x20 >= UInt8(ascii: "a") } == true)
        var hasPoint = false
        while position < bytes.count {
            let byte = bytes[position]
            if isDecimal, byte == UInt8(ascii: "."), !hasPoint {
                // `1..toFixed()` and `1.5`, yet not the start of `1...x`.
                hasPoint = true
            } else if isDecimal, byte | 0x20 == UInt8(ascii: "e"),
                let sign = peek(1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
            {
                position += 1
            } else if !Self.isNamePart(byte) {
                return
            }
            position += 1
        }
    }

    /// Passes a regular expression with its flags (ECMA-262, 12.9.5) if it ends in this line.
    mutating func skipRegularExpression() -> Bool {
        if hasOpenRegularExpression { return false }
        var index = position + 1
        var isInClass = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                position = index + 1
                skip(while: Self.isNamePart)
                return true
            default: break
            }
            index += 1
        }
        hasOpenRegularExpression = true
        return false
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether a name may begin with it; whatever is not ASCII counts as a letter.
    static func isNameStart(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") || byte >= 0x80
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        isNameStart(byte) && byte != UInt8(ascii: "#") || isDigit(byte)
    }
}
