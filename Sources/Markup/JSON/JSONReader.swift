// SPDX-License-Identifier: MIT

/// Reads JSON (RFC 8259) strictly, one value after another, as the caller asks for them.
///
/// Numbers are whole numbers, because nothing here writes others; any value can be skipped.
public struct JSONReader {
    /// What was not as it should be, and where.
    public struct Failure: Error, Equatable, Sendable {
        /// How many bytes stand before it.
        public var offset: Int
        /// What would have been right.
        public var expected: JSONExpectation
    }

    /// Where the reader stands: the offset of the next byte.
    public var offset: Int
    let bytes: [UInt8]
    let end: Int
    /// How deep arrays and objects may lie in a value that is skipped.
    let depthLimit: Int
    /// How many bytes a text may have.
    private let textLimit: Int

    /// Makes a reader of a part of `bytes`, all of them unless `range` is given.
    public init(
        _ bytes: [UInt8], in range: Range<Int>? = nil, depthLimit: Int = 64, textLimit: Int = 1 << 30
    ) {
        self.bytes = bytes
        offset = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
        self.depthLimit = depthLimit
        self.textLimit = textLimit
    }

    // MARK: - Structure

    /// Takes the beginning of an object.
    public mutating func beginObject() throws(Failure) {
        try take(UInt8(ascii: "{"), or: .object)
    }

    /// The next key of the object that was begun, or nil at its end; `isFirst` is true right after its beginning.
    public mutating func nextKey(isFirst: Bool) throws(Failure) -> String? {
        skipSpace()
        if peek == UInt8(ascii: "}") {
            offset += 1
            return nil
        }
        if !isFirst {
            try take(UInt8(ascii: ","), or: .commaOrBrace)
            skipSpace()
        }
        guard peek == UInt8(ascii: "\"") else { throw failure(.key) }
        let key = try string()
        try take(UInt8(ascii: ":"), or: .colon)
        return key
    }

    /// Takes the beginning of an array.
    public mutating func beginArray() throws(Failure) {
        try take(UInt8(ascii: "["), or: .array)
    }

    /// Whether the array that was begun has another element; takes its end if not.
    public mutating func hasElement(isFirst: Bool) throws(Failure) -> Bool {
        skipSpace()
        if peek == UInt8(ascii: "]") {
            offset += 1
            return false
        }
        if !isFirst { try take(UInt8(ascii: ","), or: .commaOrBracket) }
        return true
    }

    /// Makes sure that nothing but space is left.
    public mutating func finish() throws(Failure) {
        skipSpace()
        if offset < end { throw failure(.end) }
    }

    // MARK: - Values

    /// Takes true or false.
    public mutating func boolean() throws(Failure) -> Bool {
        skipSpace()
        if takeWord("true") { return true }
        if takeWord("false") { return false }
        throw failure(.boolean)
    }

    /// Takes a whole number from 0 to `limit`.
    public mutating func number(upTo limit: UInt64 = .max) throws(Failure) -> UInt64 {
        skipSpace()
        let start = offset
        guard let value = takeDigits(), value <= limit else {
            offset = start
            throw failure(.wholeNumber(upTo: limit))
        }
        return value
    }

    /// Takes a whole number of 32 bits that may be negative.
    public mutating func signedNumber() throws(Failure) -> Int32 {
        skipSpace()
        let start = offset
        let isNegative = peek == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        guard let magnitude = takeDigits(), let value = Int64(exactly: magnitude),
            let signed = Int32(exactly: isNegative ? -value : value)
        else {
            offset = start
            throw failure(.signedNumber)
        }
        return signed
    }

    /// Takes a whole number of 64 bits that may be negative.
    public mutating func integer() throws(Failure) -> Int64 {
        skipSpace()
        let start = offset
        let isNegative = peek == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        guard let magnitude = takeDigits(), let value = Self.signed(magnitude, isNegative: isNegative) else {
            offset = start
            throw failure(.integer)
        }
        return value
    }

    /// Takes a decimal of at most three places, as thousandths whose magnitude is at most `limit`.
    public mutating func thousandths(upTo limit: Int64) throws(Failure) -> Int64 {
        skipSpace()
        let start = offset
        let isNegative = peek == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        guard let magnitude = takeThousandths(), magnitude <= UInt64(max(limit, 0)),
            let value = Self.signed(magnitude, isNegative: isNegative)
        else {
            offset = start
            throw failure(.thousandths(upTo: limit))
        }
        return value
    }

    /// Takes any value and forgets it.
    public mutating func skipValue() throws(Failure) {
        try skipValue(depth: 0)
    }

    /// Takes a text.
    public mutating func string() throws(Failure) -> String {
        try take(UInt8(ascii: "\""), or: .string)
        let start = offset
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                let text = try text(from: start)
                offset += 1
                return text
            case UInt8(ascii: "\\"):
                return try escapedString(from: start)
            case 0..<0x20: throw failure(.noControlCharacter)
            default: offset += 1
            }
        }
        throw failure(.closingQuote)
    }

    // MARK: - Inside

    var peek: UInt8? { offset < end ? bytes[offset] : nil }

    func failure(_ expected: JSONExpectation) -> Failure {
        Failure(offset: offset, expected: expected)
    }

    @inline(__always)
    mutating func skipSpace() {
        while offset < end {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    @inline(__always)
    mutating func take(_ byte: UInt8, or expected: JSONExpectation) throws(Failure) {
        skipSpace()
        guard offset < end, bytes[offset] == byte else { throw failure(expected) }
        offset += 1
    }

    mutating func takeWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        let isThere = end - offset >= count && word.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + count]) }
        if isThere { offset += count }
        return isThere
    }

    private static func signed(_ magnitude: UInt64, isNegative: Bool) -> Int64? {
        if !isNegative { return Int64(exactly: magnitude) }
        return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
    }

    private mutating func takeThousandths() -> UInt64? {
        guard let whole = takeWholePart() else { return nil }
        let (product, isTooLarge) = whole.multipliedReportingOverflow(by: 1000)
        if isTooLarge { return nil }
        var value: UInt64 = 0
        if peek == UInt8(ascii: ".") {
            offset += 1
            let start = offset
            var unit: UInt64 = 100
            while let byte = peek, case let digit = byte &- UInt8(ascii: "0"), digit < 10 {
                value += unit * UInt64(digit)
                unit /= 10
                offset += 1
            }
            if offset == start || offset > start + 3 { return nil }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") { return nil }
        let (sum, isTooLargeAgain) = product.addingReportingOverflow(value)
        return isTooLargeAgain ? nil : sum
    }

    /// Takes a whole number without sign, or nothing; what follows must end it.
    private mutating func takeDigits() -> UInt64? {
        guard let value = takeWholePart() else { return nil }
        switch peek {
        case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): return nil
        default: return value
        }
    }

    private mutating func takeWholePart() -> UInt64? {
        let start = offset
        var value: UInt64 = 0
        while offset < end, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10 {
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLargeAgain) = product.addingReportingOverflow(UInt64(digit))
            if isTooLarge || isTooLargeAgain { return nil }
            value = sum
            offset += 1
        }
        return offset == start || bytes[start] == UInt8(ascii: "0") && offset > start + 1 ? nil : value
    }

    private func text(from start: Int) throws(Failure) -> String {
        if offset - start > textLimit { throw Failure(offset: start, expected: .shorterText(bytes: textLimit)) }
        let text = bytes.withUnsafeBufferPointer { String(validating: $0[start..<offset], as: UTF8.self) }
        guard let text else { throw Failure(offset: start, expected: .utf8) }
        return text
    }

    // Rare: most texts are names.
    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var result = try text(from: start)
        var plain = offset
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                result += try text(from: plain)
                offset += 1
                return result
            case UInt8(ascii: "\\"):
                result += try text(from: plain)
                result.unicodeScalars.append(try escape())
                plain = offset
            case 0..<0x20: throw failure(.noControlCharacter)
            default: offset += 1
            }
            if offset - start > textLimit { throw Failure(offset: start, expected: .shorterText(bytes: textLimit)) }
        }
        throw failure(.closingQuote)
    }

    private mutating func escape() throws(Failure) -> Unicode.Scalar {
        offset += 1
        let letter = peek
        offset += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            offset -= 2
            throw failure(.escape)
        }
    }

    private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let start = offset
        guard first < 0xDC00, takeWord("\\u"), case let second = try hexadecimal(), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF))
        else {
            offset = start
            throw failure(.surrogatePair)
        }
        return scalar
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure(.hexadecimalDigits)
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }
}

/// What a reader of JSON would have found right.
public enum JSONExpectation: Equatable, Sendable {
    /// A value of any kind.
    case value
    /// An object.
    case object
    /// An array.
    case array
    /// A text in quotes.
    case string
    /// A whole number from 0 to a limit.
    case wholeNumber(upTo: UInt64)
    /// A whole number of 32 bits, with or without a sign.
    case signedNumber
    /// A whole number of 64 bits, with or without a sign.
    case integer
    /// A decimal of at most three places, whose thousandths are at most so many.
    case thousandths(upTo: Int64)
    /// True or false.
    case boolean
    /// A key in quotes, or the end of the object where it has none yet.
    case key
    /// A colon.
    case colon
    /// A comma or the end of the object.
    case commaOrBrace
    /// A comma or the end of the array.
    case commaOrBracket
    /// The end of the text.
    case closingQuote
    /// One of the escapes that JSON knows.
    case escape
    /// Four hexadecimal digits.
    case hexadecimalDigits
    /// Both halves of a surrogate pair.
    case surrogatePair
    /// No control character as it is.
    case noControlCharacter
    /// Bytes that are UTF-8.
    case utf8
    /// Nothing more.
    case end
    /// Arrays and objects that lie less deep.
    case shallower(limit: Int)
    /// A text of at most so many bytes.
    case shorterText(bytes: Int)
}
