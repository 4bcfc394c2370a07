// SPDX-License-Identifier: MIT
import Foundation

/// A folder for the files of one test, gone when the test is over.
final class ScratchFolder: Sendable {
    /// Where it is.
    let path: String

    /// A new, empty folder.
    init() throws {
        var template = Array((NSTemporaryDirectory() + "/looplab-tests.XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil, let resolved = realpath(template, nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { free(resolved) }
        path = String(cString: resolved)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and the folders above it.
    ///
    /// - Parameters:
    ///   - name: its path in this folder.
    ///   - text: its content.
    /// - Returns: its full path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    /// Writes a file of bytes and the folders above it.
    ///
    /// - Parameters:
    ///   - name: its path in this folder.
    ///   - bytes: its content.
    /// - Returns: its full path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// The content of a file.
    ///
    /// - Parameter name: its path in this folder.
    /// - Returns: its text; `nil` when there is none.
    func read(_ name: String) -> String? {
        try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
}
