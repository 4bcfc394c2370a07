// SPDX-License-Identifier: MIT

/// Bytes that are not what they should be.
enum WireError: Error {
    case damaged
}

/// Reads what ``WireWriter`` writes, from bytes that anybody may have made: whatever they are, it throws or gives a
/// value, and takes no more memory than a small multiple of theirs.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// Whether all has been read.
    var isAtEnd: Bool { rest.isEmpty }

    mutating func number() throws(WireError) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while let byte = rest.popFirst() {
            let bits = UInt64(byte & 0x7F)
            // No bit beyond the last, and no second way to write the same number.
            if shift == 63 && bits > 1 || shift > 0 && byte == 0 { throw .damaged }
            number |= bits << shift
            if byte < 0x80 { return number }
            shift += 7
            if shift > 63 { throw .damaged }
        }
        throw .damaged
    }

    /// A number that was not negative.
    mutating func count() throws(WireError) -> Int {
        guard let count = Int(exactly: try number()) else { throw .damaged }
        return count
    }

    mutating func signed() throws(WireError) -> Int {
        Int(Int64(bitPattern: try number()))
    }

    mutating func flag() throws(WireError) -> Bool {
        switch rest.popFirst() {
        case 0: false
        case 1: true
        default: throw .damaged
        }
    }

    mutating func data() throws(WireError) -> ArraySlice<UInt8> {
        let count = try number()
        guard count <= rest.count else { throw .damaged }
        defer { rest = rest.dropFirst(Int(count)) }
        return rest.prefix(Int(count))
    }

    mutating func text() throws(WireError) -> String {
        guard let text = String(validating: try data(), as: UTF8.self) else { throw .damaged }
        return text
    }

    mutating func list<Element>(
        _ read: (inout WireReader) throws(WireError) -> Element
    ) throws(WireError) -> [Element] {
        // Each element has at least a byte.
        let count = try number()
        guard count <= rest.count else { throw .damaged }
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }

    mutating func optional<Value>(
        _ read: (inout WireReader) throws(WireError) -> Value
    ) throws(WireError) -> Value? {
        try flag() ? try read(&self) : nil
    }
}
