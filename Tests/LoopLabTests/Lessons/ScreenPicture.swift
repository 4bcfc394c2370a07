// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Compares what a terminal showed with the picture of that name in `Screens`.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the picture is taken anew, and the test fails all the same: what was
/// recorded is to be looked at.
func expectPicture(_ text: String, named name: String, location: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Screens/\(name).screen")
    // The release is of no interest here.
    let shown = text.replacing(/LoopLab [0-9.]+/, with: "LoopLab X.Y.Z") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try shown.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("\(name) was recorded", sourceLocation: location)
        return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == kept, "\(name) differs; it is now:\n\(shown)", sourceLocation: location)
}

extension PromptDialogue {
    /// Types inputs one after the other and compares all that is shown meanwhile with a picture.
    func expectPicture(of inputs: String..., named name: String, location: SourceLocation = #_sourceLocation) throws {
        let before = transcript.count
        for input in inputs { try enter(input) }
        try LoopLabTests.expectPicture(">" + transcript.dropFirst(before), named: name, location: location)
    }
}
