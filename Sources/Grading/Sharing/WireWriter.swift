// SPDX-License-Identifier: MIT

/// Writes values as bytes: numbers in groups of seven bits, the lowest first; texts and lists behind their length.
///
/// ``WireReader`` reads them.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func number(_ number: Int) {
        self.number(UInt64(bitPattern: Int64(number)))
    }

    mutating func flag(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    mutating func text(_ text: String) {
        number(UInt64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func data(_ data: [UInt8]) {
        number(UInt64(data.count))
        bytes += data
    }

    mutating func list<Element>(_ items: [Element], _ write: (inout WireWriter, Element) -> Void) {
        number(UInt64(items.count))
        for item in items { write(&self, item) }
    }

    /// A value that may be missing: whether it is there, and then the value.
    mutating func optional<Value>(_ value: Value?, _ write: (inout WireWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }
}
