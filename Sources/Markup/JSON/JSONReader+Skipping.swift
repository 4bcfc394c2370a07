// SPDX-License-Identifier: MIT

// Values that nobody asks for: a newer writer may add fields, and they must be JSON all the same.
extension JSONReader {
    mutating func skipValue(depth: Int) throws(Failure) {
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"):
            try checkDepth(depth)
            try skipObject(depth: depth + 1)
        case UInt8(ascii: "["):
            try checkDepth(depth)
            try skipArray(depth: depth + 1)
        case UInt8(ascii: "\""): _ = try string()
        case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): try skipNumber()
        default:
            if !takeWord("true"), !takeWord("false"), !takeWord("null") { throw failure(.value) }
        }
    }

    private func checkDepth(_ depth: Int) throws(Failure) {
        if depth >= depthLimit { throw failure(.shallower(limit: depthLimit)) }
    }

    private mutating func skipObject(depth: Int) throws(Failure) {
        try beginObject()
        var isFirst = true
        while try nextKey(isFirst: isFirst) != nil {
            isFirst = false
            try skipValue(depth: depth)
        }
    }

    private mutating func skipArray(depth: Int) throws(Failure) {
        try beginArray()
        var isFirst = true
        while try hasElement(isFirst: isFirst) {
            isFirst = false
            try skipValue(depth: depth)
        }
    }

    // RFC 8259, section 6.
    private mutating func skipNumber() throws(Failure) {
        let start = offset
        if peek == UInt8(ascii: "-") { offset += 1 }
        let whole = skipDigits()
        var isNumber = whole == 1 || whole > 1 && bytes[offset - whole] != UInt8(ascii: "0")
        if isNumber, peek == UInt8(ascii: ".") {
            offset += 1
            isNumber = skipDigits() > 0
        }
        if isNumber, peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            offset += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
            isNumber = skipDigits() > 0
        }
        if !isNumber {
            offset = start
            throw failure(.value)
        }
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while let byte = peek, Self.isDigit(byte) { offset += 1 }
        return offset - start
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
