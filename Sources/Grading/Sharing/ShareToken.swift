// SPDX-License-Identifier: MIT
internal import CZlib

/// A program as a short text that can be sent to somebody.
///
/// The text is base64url of: the letters `LL`, a version byte, the checksum (CRC-32) and the length of what follows as
/// four bytes each, the highest first, then the program (``ProgramWriter``) compressed by zlib. The same program gives
/// the same text.
public enum ShareToken {
    /// The version that is written, and the newest that is read.
    public static let version: UInt8 = 1
    /// The most bytes that a program may have before it is compressed.
    public static let byteLimit = 1 << 20
    /// The most characters that a token may have: what cannot be compressed grows by a third.
    public static let characterLimit = 3 << 19

    private static let mark = Array("LL".utf8)
    private static let headerBytes = 11

    /// Writes a program.
    public static func text(of program: ReplayProgram) throws(TokenError) -> String {
        let plain = ProgramWriter.bytes(of: program)
        if plain.count > byteLimit { throw .tooLarge(limit: byteLimit) }
        let body = Compression.compressed(plain)
        return Base64URL.text(of: mark + [version] + bigEndian(checksum(body)) + bigEndian(UInt32(body.count)) + body)
    }

    /// Reads a program; spaces and line ends, which a mail may have put in, do not count.
    public static func program(of text: some Collection<UInt8>) throws(TokenError) -> ReplayProgram {
        let characters = text.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if characters.isEmpty { throw .empty }
        if characters.count > characterLimit { throw .tooLarge(limit: byteLimit) }
        // The mark and the version are the first four characters.
        guard let start = Base64URL.bytes(of: characters.prefix(4)), start.starts(with: mark), start.count == 3 else {
            throw .foreign
        }
        if start[2] > version { throw .newer(version: start[2], supported: version) }
        guard start[2] == version else { throw .damaged }
        return try program(checking: characters)
    }

    private static func program(checking characters: [UInt8]) throws(TokenError) -> ReplayProgram {
        guard let bytes = Base64URL.bytes(of: characters) else { throw .damaged }
        guard bytes.count >= headerBytes else { throw .truncated }
        let length = Int(number(bytes[7..<11]))
        let body = Array(bytes[headerBytes...])
        if body.count < length { throw .truncated }
        // The last character may have bits that are of no byte, and of them there is one way to write.
        let isWhole = body.count == length && Base64URL.text(of: bytes).utf8.elementsEqual(characters)
        guard isWhole, number(bytes[3..<7]) == checksum(body) else { throw .damaged }
        // The checksum is no secret: from here on the bytes are what somebody wanted them to be.
        switch Compression.decompressed(body, limit: byteLimit) {
        case .bytes(let plain):
            var reader = ProgramReader(plain)
            return try reader.program()
        case .tooLarge: throw .tooLarge(limit: byteLimit)
        case .damaged: throw .damaged
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
