// SPDX-License-Identifier: MIT
internal import CCrypto

/// What OpenSSL says of a call that failed: its queue of errors, the first one first.
struct LibraryFailure: Sendable {
    /// One error of the queue.
    struct Entry: Sendable {
        /// "error:0308010C:digital envelope routines::unsupported".
        let text: String
        /// "digital envelope routines".
        let library: String
        /// "unsupported".
        let reason: String
        /// The prefix that Node's codes have for the library: "EVP_" for the one that makes digests.
        let prefix: String
    }

    let entries: [Entry]

    /// Takes all errors out of the calling thread's queue.
    static func take() -> LibraryFailure {
        var entries: [Entry] = []
        while case let code = ERR_get_error(), code != 0 { entries.append(Entry(code)) }
        return LibraryFailure(entries: entries)
    }

    /// Empties the calling thread's queue, so that an error is not taken for one of a later call.
    static func clear() {
        ERR_clear_error()
    }
}

extension LibraryFailure.Entry {
    fileprivate init(_ code: UInt) {
        text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            ERR_error_string_n(code, start, buffer.count)
            return String(cString: start)
        }
        library = ERR_lib_error_string(code).map { String(cString: $0) } ?? ""
        reason = ERR_reason_error_string(code).map { String(cString: $0) } ?? ""
        prefix = llc_error_library(code) == ERR_LIB_EVP ? "EVP_" : ""
    }
}
