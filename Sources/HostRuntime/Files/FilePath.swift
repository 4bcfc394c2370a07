// SPDX-License-Identifier: MIT

/// A path as the system takes it: bytes, of any encoding, ended by a zero.
struct FilePath: Sendable {
    private let bytes: [CChar]
    // How many bytes stand in front of what the program wrote.
    private let addedCount: Int

    /// Makes a path of the bytes that a program gave; a relative one counts from `directory`.
    ///
    /// The empty path stays empty, which names nothing, and so does any path when `directory` is nil.
    init(_ given: some Collection<UInt8>, from directory: String?) {
        var bytes: [CChar] = []
        if let directory, let first = given.first, first != UInt8(ascii: "/") {
            bytes += directory.utf8.map(CChar.init(bitPattern:))
            bytes.append(CChar(bitPattern: UInt8(ascii: "/")))
        }
        addedCount = bytes.count
        bytes += given.map(CChar.init(bitPattern:))
        self.bytes = bytes + [0]
    }

    private init(bytes: [CChar], addedCount: Int) {
        self.bytes = bytes
        self.addedCount = addedCount
    }

    /// Lends the path to a system call.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
    }

    /// The path's bytes as the program wrote them, without the zero.
    var given: [UInt8] {
        bytes[addedCount..<(bytes.count - 1)].map(UInt8.init(bitPattern:))
    }

    /// The path as text, for comparing.
    var text: String {
        withCString { String(cString: $0) }
    }

    /// The path without its last name; nil where nothing is left.
    var parent: FilePath? {
        let slash = CChar(bitPattern: UInt8(ascii: "/"))
        var end = bytes.count - 1
        while end > 1, bytes[end - 1] == slash { end -= 1 }
        guard let last = bytes[addedCount..<max(end, addedCount)].lastIndex(of: slash), last > 0 else { return nil }
        return FilePath(bytes: Array(bytes[..<last]) + [0], addedCount: min(addedCount, last))
    }

    /// A path of the same beginning whose last bytes a system call has replaced.
    func replacing(_ body: (UnsafeMutablePointer<CChar>) -> Bool) -> FilePath? {
        var changed = bytes
        let succeeded = changed.withUnsafeMutableBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
        return succeeded ? FilePath(bytes: changed, addedCount: addedCount) : nil
    }

    /// The path of an entry of this directory.
    func appending(_ name: [UInt8]) -> FilePath {
        let slash = CChar(bitPattern: UInt8(ascii: "/"))
        var longer = bytes
        longer.removeLast()
        longer.append(slash)
        longer += name.map(CChar.init(bitPattern:))
        longer.append(0)
        return FilePath(bytes: longer, addedCount: addedCount)
    }
}
