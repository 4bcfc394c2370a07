// SPDX-License-Identifier: MIT
internal import Markup

/// Hashes of stretches of a program that stay when names, numbers, texts, comments and spaces are changed.
///
/// Winnowing (Schleimer, Wilkerson, Aiken: Local Algorithms for Document Fingerprinting, 2003): of each `window` hashes
/// of `length` tokens in a row the smallest is kept, so that a common stretch of `window + length - 1` tokens is always
/// found, wherever it stands.
enum ProgramFingerprints {
    static let length = 10
    static let window = 5

    /// The fingerprints, each once, in rising order; none for a program of fewer tokens than a stretch has.
    static func of(_ program: String) -> [UInt32] {
        let hashes = stretches(of: tokens(of: program))
        if hashes.isEmpty { return [] }
        var chosen: [UInt32] = []
        var last = -1
        for start in 0...max(0, hashes.count - window) {
            let end = min(start + window, hashes.count)
            // Of equal ones the last, so that the next windows choose it again.
            var place = start
            for index in start..<end where hashes[index] <= hashes[place] { place = index }
            if place != last { chosen.append(hashes[place]) }
            last = place
        }
        var unique: [UInt32] = []
        for print in chosen.sorted() where unique.last != print { unique.append(print) }
        return unique
    }

    /// A number for each token that counts: all names have one, all numbers, and so on.
    static func tokens(of program: String) -> [UInt32] {
        var lexer = JavaScriptLexer()
        var tokens: [UInt32] = []
        for line in program.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let bytes = Array(line)
            for token in lexer.tokens(ofLine: bytes) {
                switch token.kind {
                case .space, .comment: continue
                case .name: tokens.append(1)
                case .number: tokens.append(2)
                case .string: tokens.append(3)
                case .template: tokens.append(4)
                case .regularExpression: tokens.append(5)
                case .keyword, .literal, .punctuation:
                    // A semicolon that a line feed can stand for says nothing.
                    if token.bytes.count == 1, bytes[token.bytes.lowerBound] == UInt8(ascii: ";") { continue }
                    tokens.append(hash(of: bytes[token.bytes]))
                }
            }
        }
        return tokens
    }

    private static func stretches(of tokens: [UInt32]) -> [UInt32] {
        if tokens.count < length { return [] }
        return (0...tokens.count - length).map { start in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for token in tokens[start..<start + length] { hash = (hash ^ UInt64(token)) &* 0x100_0000_01B3 }
            return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
        }
    }

    // FNV-1a: the same on every machine, as reports have to be.
    private static func hash(of bytes: ArraySlice<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash | 0x100
    }
}
