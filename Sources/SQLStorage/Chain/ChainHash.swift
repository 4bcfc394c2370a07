// SPDX-License-Identifier: MIT
internal import CCrypto

/// A hash of SHA-256: what chains one record to the one before it.
public struct ChainHash: Hashable, Sendable {
    /// Its 32 bytes.
    public let bytes: [UInt8]

    /// What stands before a device's first record.
    public static let zero = ChainHash(unchecked: Array(repeating: 0, count: 32))

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A hash by its bytes; nil unless there are 32.
    public init?(bytes: [UInt8]) {
        if bytes.count != 32 { return nil }
        self.bytes = bytes
    }

    /// A hash by its 64 lower-case hexadecimal digits.
    public init?(_ text: String) {
        let units = Array(text.utf8)
        guard units.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: units.count, by: 2) {
            guard let high = Self.digits.firstIndex(of: units[index]),
                let low = Self.digits.firstIndex(of: units[index + 1])
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        self.bytes = bytes
    }

    /// Its hexadecimal digits.
    public var text: String {
        String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// The hash of some bytes.
    public static func of(_ message: [UInt8]) -> ChainHash {
        var result = [UInt8](repeating: 0, count: 32)
        let isDone = EVP_Digest(message, message.count, &result, nil, EVP_sha256(), nil)
        precondition(isDone == 1, "OpenSSL has no SHA-256")
        return ChainHash(unchecked: result)
    }
}
