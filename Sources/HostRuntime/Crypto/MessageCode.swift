// SPDX-License-Identifier: MIT
internal import CCrypto

/// A message authentication code that is being made with a key: HMAC (RFC 2104).
///
/// Confined to the loop's thread.
final class MessageCode {
    private let context: OpaquePointer
    /// Bytes of the result.
    let length: Int

    /// Begins a code; nil when OpenSSL refuses, as for digests of any length.
    init?(_ algorithm: DigestAlgorithm, key: UnsafeRawBufferPointer) {
        guard !algorithm.isExtendable, let method = EVP_MAC_fetch(nil, "HMAC", nil) else { return nil }
        defer { EVP_MAC_free(method) }
        guard let context = EVP_MAC_CTX_new(method) else { return nil }
        var name = Array(algorithm.providerName.utf8CString)
        // An empty key is a key; without an address OpenSSL would wait for another one.
        var nothing: UInt8 = 0
        let succeeded = name.withUnsafeMutableBufferPointer { name in
            var parameters = [llc_digest_parameter(name.baseAddress), OSSL_PARAM_construct_end()]
            let bytes = key.assumingMemoryBound(to: UInt8.self)
            if let start = bytes.baseAddress, !bytes.isEmpty {
                return EVP_MAC_init(context, start, bytes.count, &parameters) == 1
            }
            return EVP_MAC_init(context, &nothing, 0, &parameters) == 1
        }
        guard succeeded else {
            EVP_MAC_CTX_free(context)
            return nil
        }
        self.context = context
        length = algorithm.length
    }

    deinit {
        EVP_MAC_CTX_free(context)
    }

    /// Takes more bytes.
    func update(_ bytes: UnsafeRawBufferPointer) -> Bool {
        EVP_MAC_update(context, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count) == 1
    }

    /// Writes the result, which `output` must have room for.
    func finish(into output: UnsafeMutableRawBufferPointer) -> Bool {
        var written = 0
        let start = output.assumingMemoryBound(to: UInt8.self).baseAddress
        return EVP_MAC_final(context, start, &written, output.count) == 1
    }
}
