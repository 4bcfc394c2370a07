// SPDX-License-Identifier: MIT
internal import Glibc

/// What commands themselves print.
enum StandardOutput {
    /// Prints text; throws when it cannot be written.
    static func print(_ text: String) throws(CommandError) -> Int32 {
        let failure = writeAll(text, to: STDOUT_FILENO)
        if failure != 0 { throw .outputFailed(errno: failure) }
        return 0
    }
}

/// Where messages for people go.
enum StandardError {
    /// Prints text; a closed standard error is nobody's fault and ignored.
    static func print(_ text: String) {
        _ = writeAll(text, to: STDERR_FILENO)
    }
}

private func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes -> Int32 in
        var rest = UnsafeRawBufferPointer(bytes)
        while let base = rest.baseAddress, !rest.isEmpty {
            let count = write(descriptor, base, rest.count)
            if count < 0 && errno != EINTR { return errno }
            if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        }
        return 0
    }
}
