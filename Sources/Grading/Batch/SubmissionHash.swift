// SPDX-License-Identifier: MIT
internal import CCrypto

/// SHA-256 (FIPS 180-4), by which a batch tells what has changed.
public enum SubmissionHash {
    /// The 64 lower-case hexadecimal digits of the hash of some bytes.
    public static func text(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The same for several texts, each with its length before it, so that none can pass for the end of another.
    public static func text(of texts: [String]) -> String {
        text(of: texts.flatMap { text in Array("\(text.utf8.count):".utf8) + Array(text.utf8) })
    }

    /// The first eight bytes of the hash as a number.
    static func number(of bytes: [UInt8]) -> UInt64 {
        digest(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: 32)
        let isDone = EVP_Digest(bytes, bytes.count, &result, nil, EVP_sha256(), nil)
        precondition(isDone == 1, "OpenSSL has no SHA-256")
        return result
    }
}
