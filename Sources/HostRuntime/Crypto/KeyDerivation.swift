// SPDX-License-Identifier: MIT
internal import CCrypto

/// A key made of a password, as slowly as wanted.
///
/// May be made on any thread.
enum KeyDerivation: Hashable, Sendable {
    /// PBKDF2 (RFC 8018, section 5.2) with HMAC of a digest.
    case pbkdf2(digest: String, iterations: Int)
    /// scrypt (RFC 7914), which also needs memory, at most so many bytes.
    case scrypt(ScryptParameters)

    /// What a record calls it.
    var name: String {
        switch self {
        case .pbkdf2: "crypto.pbkdf2"
        case .scrypt: "crypto.scrypt"
        }
    }

    /// Fills `key`; false when OpenSSL refuses.
    func derive(_ key: ByteBlock, password: ByteBlock, salt: ByteBlock) -> Bool {
        defer { LibraryFailure.clear() }
        if key.count == 0 { return true }
        return key.withBytes { key in
            password.withBytes { password in
                salt.withBytes { salt in
                    derive(
                        key.assumingMemoryBound(to: UInt8.self), password.assumingMemoryBound(to: CChar.self),
                        salt.assumingMemoryBound(to: UInt8.self))
                }
            }
        }
    }

    private func derive(
        _ key: UnsafeMutableBufferPointer<UInt8>, _ password: UnsafeMutableBufferPointer<CChar>,
        _ salt: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        switch self {
        case .pbkdf2(let digest, let iterations):
            guard let algorithm = EVP_get_digestbyname(digest) else { return false }
            return PKCS5_PBKDF2_HMAC(
                password.baseAddress, Int32(clamping: password.count), salt.baseAddress, Int32(clamping: salt.count),
                Int32(clamping: iterations), algorithm, Int32(clamping: key.count), key.baseAddress) == 1
        case .scrypt(let parameters):
            return EVP_PBE_scrypt(
                password.baseAddress, password.count, salt.baseAddress, salt.count, parameters.cost,
                parameters.blockSize, parameters.parallelization, parameters.memoryLimit, key.baseAddress, key.count)
                == 1
        }
    }
}

/// What scrypt is given besides password and salt.
struct ScryptParameters: Hashable, Sendable {
    /// N, a power of two.
    let cost: UInt64
    /// r.
    let blockSize: UInt64
    /// p.
    let parallelization: UInt64
    /// The most bytes of memory that it may take.
    let memoryLimit: UInt64

    /// Why OpenSSL would not take them, as far as it says; nil when it would.
    var objection: String? {
        LibraryFailure.clear()
        if EVP_PBE_scrypt(nil, 0, nil, 0, cost, blockSize, parallelization, memoryLimit, nil, 0) == 1 { return nil }
        return LibraryFailure.take().entries.last?.text ?? ""
    }
}
