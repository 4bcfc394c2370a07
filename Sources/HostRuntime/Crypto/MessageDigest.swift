// SPDX-License-Identifier: MIT
internal import CCrypto

/// A digest algorithm by one of the names that OpenSSL knows it by, in any case.
struct DigestAlgorithm {
    fileprivate let raw: OpaquePointer

    /// Nil when there is none of that name.
    init?(_ name: String) {
        guard let found = EVP_get_digestbyname(name) else { return nil }
        raw = found
    }

    /// Bytes of its result, by default for those that give any number.
    var length: Int { Int(EVP_MD_get_size(raw)) }

    /// Whether it gives any number of bytes.
    var isExtendable: Bool { llc_digest_is_extendable(raw) }

    /// The name by which OpenSSL's providers know it.
    var providerName: String { EVP_MD_get0_name(raw).map { String(cString: $0) } ?? "" }

    /// The names of all that can be used, sorted, each in one spelling.
    static var allNames: [String] {
        final class Names {
            var list: [String] = []
        }
        let names = Names()
        EVP_MD_do_all_sorted(
            { _, name, _, context in
                // The table also has digests that no provider offers any more.
                guard let name, let context, let found = EVP_get_digestbyname(name),
                    let usable = EVP_MD_fetch(nil, EVP_MD_get0_name(found), nil)
                else { return }
                EVP_MD_free(usable)
                Unmanaged<Names>.fromOpaque(context).takeUnretainedValue().list.append(String(cString: name))
            }, Unmanaged.passUnretained(names).toOpaque())
        LibraryFailure.clear()
        return names.list
    }
}

/// A digest that is being made, confined to the loop's thread.
final class MessageDigest {
    private let context: OpaquePointer
    let algorithm: DigestAlgorithm

    private init(_ context: OpaquePointer, _ algorithm: DigestAlgorithm) {
        self.context = context
        self.algorithm = algorithm
    }

    /// Begins a digest; nil when OpenSSL refuses, which its queue of errors explains.
    static func begin(_ algorithm: DigestAlgorithm) -> MessageDigest? {
        guard let context = EVP_MD_CTX_new() else { return nil }
        guard EVP_DigestInit_ex(context, algorithm.raw, nil) == 1 else {
            EVP_MD_CTX_free(context)
            return nil
        }
        return MessageDigest(context, algorithm)
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Takes more bytes.
    func update(_ bytes: UnsafeRawBufferPointer) -> Bool {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
    }

    /// Writes the result over all of `output`; nothing can be added after that.
    func finish(into output: UnsafeMutableRawBufferPointer) -> Bool {
        if output.isEmpty { return true }
        let start = output.assumingMemoryBound(to: UInt8.self).baseAddress
        if algorithm.isExtendable { return EVP_DigestFinalXOF(context, start, output.count) == 1 }
        return output.count >= algorithm.length && EVP_DigestFinal_ex(context, start, nil) == 1
    }

    /// Another digest that has taken the same bytes.
    func copy() -> MessageDigest? {
        guard let copy = EVP_MD_CTX_new() else { return nil }
        guard EVP_MD_CTX_copy_ex(copy, context) == 1 else {
            EVP_MD_CTX_free(copy)
            return nil
        }
        return MessageDigest(copy, algorithm)
    }
}
