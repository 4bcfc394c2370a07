// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Compares a text with the file of that name in the directory of snapshots.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written anew, and the test fails all the same: what was
/// recorded is to be looked at.
func expectSnapshot(_ text: String, named name: String, location: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Snapshots").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("\(name) was recorded", sourceLocation: location)
        return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(text.utf8.elementsEqual(kept.utf8), "\(name) differs; it is now:\n\(text)", sourceLocation: location)
}
