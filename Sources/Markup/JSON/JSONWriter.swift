// SPDX-License-Identifier: MIT

/// Writes JSON (RFC 8259) as bytes, one value after another.
///
/// It sets the commas itself; that objects and arrays are closed again, and that a key stands before each value of an
/// object, is the caller's part. Text is escaped so that the result may also stand in a script: the line ends of
/// JavaScript (U+2028, U+2029) and all control characters are written as `\u` escapes.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Makes a writer; `capacity` is how many bytes it is expected to write.
    public init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Begins an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Ends an object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Begins an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Ends an array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Ends a line, after which a new value begins: JSON Lines.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Begins a new line between two values of an array or object, for people who open the file.
    public mutating func breakLine() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Writes the key of the value that follows.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a text.
    public mutating func string(_ text: String) {
        separate()
        JSONText.append(text, to: &bytes)
    }

    /// Writes a whole number.
    public mutating func number(_ value: UInt64) {
        separate()
        digits(value)
    }

    /// Writes a whole number.
    public mutating func number(_ value: Int) {
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(UInt64(value.magnitude))
    }

    /// Writes a number of thousandths as an exact decimal without needless zeros: 1500 as 1.5.
    public mutating func thousandths(_ value: UInt64) {
        separate()
        digits(value / 1_000)
        let rest = value % 1_000
        if rest == 0 { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 100))
        if rest % 100 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest / 10 % 10)) }
        if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    /// Writes a number of thousandths that may be negative; see ``thousandths(_:)``.
    public mutating func signedThousandths(_ value: Int) {
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        needsComma = false
        thousandths(UInt64(value.magnitude))
    }

    /// Writes true or false.
    public mutating func boolean(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes null.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    // MARK: - Members of an object

    /// Writes a key and a text.
    public mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    /// Writes a key and a whole number.
    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    /// Writes a key and a whole number.
    public mutating func member(_ name: String, _ value: UInt64) {
        key(name)
        number(value)
    }

    /// Writes a key and a number of thousandths; see ``thousandths(_:)``.
    public mutating func member(_ name: String, thousandths value: UInt64) {
        key(name)
        thousandths(value)
    }

    /// Writes a key and a number of thousandths that may be negative; see ``thousandths(_:)``.
    public mutating func member(_ name: String, signedThousandths value: Int) {
        key(name)
        signedThousandths(value)
    }

    /// Writes a key and true or false.
    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    /// Writes a key and an array of texts.
    public mutating func member(_ name: String, _ texts: some Sequence<String>) {
        key(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    /// Writes a key and a text, or neither where there is none.
    public mutating func member(_ name: String, optional text: String?) {
        if let text { member(name, text) }
    }

    /// Writes a key and a whole number, or neither where there is none.
    public mutating func member(_ name: String, optional value: Int?) {
        if let value { member(name, value) }
    }

    /// Writes a key and an array of objects, whose members `write` adds.
    public mutating func list<Elements: Sequence>(
        _ name: String, _ elements: Elements, _ write: (Elements.Element, inout JSONWriter) -> Void
    ) {
        key(name)
        beginArray()
        for element in elements {
            beginObject()
            write(element, &self)
            endObject()
        }
        endArray()
    }

    // MARK: - Inside

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func digits(_ value: UInt64) {
        if value < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(value))
            return
        }
        let start = bytes.count
        var rest = value
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }
}

/// Text made safe for a JSON document.
public enum JSONText {
    /// The text in quotes, escaped.
    public static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { units in
            var start = 0
            var index = 0
            while index < units.count {
                let length = lengthToEscape(units, index)
                if length > 0 {
                    bytes.append(contentsOf: units[start..<index])
                    escape(units, index, to: &bytes)
                    start = index + length
                }
                index += max(length, 1)
            }
            bytes.append(contentsOf: units[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// How many units from here on are one character that must be escaped; 0 if the unit may stand as it is.
    @inline(__always)
    private static func lengthToEscape(_ units: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let unit = units[index]
        if unit < 0x20 || unit == UInt8(ascii: "\"") || unit == UInt8(ascii: "\\") || unit == 0x7F { return 1 }
        if unit < 0xC2 { return 0 }
        // U+0080 to U+009F, and U+2028 and U+2029. Text is valid UTF-8, so the units that follow exist.
        if unit == 0xC2 { return units[index + 1] < 0xA0 ? 2 : 0 }
        if unit == 0xE2, units[index + 1] == 0x80 { return units[index + 2] & 0xFE == 0xA8 ? 3 : 0 }
        return 0
    }

    private static func escape(_ units: UnsafeBufferPointer<UInt8>, _ index: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch units[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(units[index])
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0xC2: hexadecimal(UInt16(units[index + 1]), to: &bytes)
        case 0xE2: hexadecimal(0x2000 | UInt16(units[index + 2] & 0x3F), to: &bytes)
        case let control: hexadecimal(UInt16(control), to: &bytes)
        }
    }

    private static func hexadecimal(_ unit: UInt16, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] {
            let digit = UInt8(unit >> UInt16(shift) & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
