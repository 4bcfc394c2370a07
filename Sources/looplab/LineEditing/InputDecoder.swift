// SPDX-License-Identifier: MIT
/// Turns the bytes a terminal sends into characters and pastes, whatever way they are cut into reads.
struct InputDecoder {
    /// One thing the person did.
    enum Input: Equatable {
        /// A character, or one part of a key's escape sequence.
        case scalar(Unicode.Scalar)
        /// A text pasted as a whole, its line ends made `"\n"`.
        case paste(String)
    }

    private static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    private var head = 0
    private var isPasting = false
    private var searchedUpTo = 0

    /// Whether nothing is left to decode.
    var isEmpty: Bool { head == bytes.count }

    /// Adds bytes that were read.
    ///
    /// - Parameter new: what the terminal sent.
    mutating func feed(_ new: [UInt8]) {
        if head > 0 {
            bytes.removeFirst(head)
            searchedUpTo = max(0, searchedUpTo - head)
            head = 0
        }
        bytes += new
    }

    /// Puts a character back in front of everything else.
    ///
    /// - Parameter scalar: the next scalar to be decoded.
    mutating func unread(_ scalar: Unicode.Scalar) {
        bytes.replaceSubrange(..<head, with: Array(String(scalar).utf8))
        searchedUpTo = 0
        head = 0
    }

    /// Treats what follows as pasted, up to the mark that ends a paste.
    mutating func beginPaste() {
        isPasting = true
        searchedUpTo = head
    }

    /// Drops everything not yet decoded.
    mutating func removeAll() {
        bytes = []
        head = 0
        isPasting = false
        searchedUpTo = 0
    }

    /// The next input, or `nil` when more bytes are needed for it.
    mutating func next() -> Input? {
        while true {
            if isPasting { return nextPaste() }
            guard head < bytes.count else { return nil }
            if bytes[head...].starts(with: Self.pasteStart) {
                head += Self.pasteStart.count
                beginPaste()
                continue
            }
            guard let scalar = nextScalar() else { return nil }
            // C1 controls are never typed; the editor uses them for its own commands.
            if !(0x80..<0xA0).contains(scalar.value) { return .scalar(scalar) }
        }
    }

    private mutating func nextPaste() -> Input? {
        var index = max(head, searchedUpTo)
        while index + Self.pasteEnd.count <= bytes.count {
            if bytes[index...].starts(with: Self.pasteEnd) {
                let text = Self.pastedText(bytes[head..<index])
                head = index + Self.pasteEnd.count
                isPasting = false
                return .paste(text)
            }
            index += 1
        }
        searchedUpTo = index
        return nil
    }

    /// Pasted text without what could act on the terminal or end the C string it becomes.
    private static func pastedText(_ bytes: ArraySlice<UInt8>) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar == "\r" || (scalar == "\n" && previous != "\r") {
                result.append("\n")
            } else if scalar == "\t" || (scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)) {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    /// Decodes one scalar; a byte that fits no sequence becomes U+FFFD.
    private mutating func nextScalar() -> Unicode.Scalar? {
        let first = bytes[head]
        let length = Self.sequenceLength(first)
        let available = bytes[head...].prefix(length)
        let continuation = available.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
        if continuation + 1 == available.count, available.count < length { return nil }
        guard continuation + 1 == length else {
            head += continuation + 1
            return "\u{FFFD}"
        }
        head += length
        return String(decoding: available, as: UTF8.self).unicodeScalars.first
    }

    private static func sequenceLength(_ first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
