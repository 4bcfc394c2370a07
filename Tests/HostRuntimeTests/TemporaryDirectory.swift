// SPDX-License-Identifier: MIT
import Foundation

/// A directory that goes with whoever made it.
final class TemporaryDirectory: Sendable {
    /// One for the whole test run, removed when the process ends.
    static let shared: TemporaryDirectory = {
        atexit { TemporaryDirectory.shared.remove() }
        return TemporaryDirectory()
    }()

    /// The directory's path, without symbolic links.
    let path: String

    init() {
        let name = "looplab-tests-\(UUID().uuidString)"
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent(name)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            preconditionFailure("no temporary directory: \(error)")
        }
        path = url.path
    }

    deinit {
        remove()
    }

    /// Writes a file below the directory and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    private func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
