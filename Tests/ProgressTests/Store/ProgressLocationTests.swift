// SPDX-License-Identifier: MIT
import Testing

@testable import Progress

@Suite struct ProgressLocationTests {
    @Test(arguments: [
        (["LOOPLAB_DB": "/a/b.db", "HOME": "/h"], "/a/b.db"),
        (["XDG_DATA_HOME": "/data", "HOME": "/h"], "/data/looplab/progress.sqlite"),
        (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/looplab/progress.sqlite"),
        (["LOOPLAB_DB": "", "XDG_DATA_HOME": "", "HOME": "/h"], "/h/.local/share/looplab/progress.sqlite"),
    ])
    func theEnvironmentDecides(environment: [String: String], path: String) throws {
        #expect(try ProgressLocation.path { environment[$0] } == path)
    }

    @Test func aRelativePathStartsHere() throws {
        let path = try ProgressLocation.path { ["LOOPLAB_DB": "file:x?mode=memory"][$0] }
        #expect(path.hasPrefix("/") && path.hasSuffix("/file:x?mode=memory"))
    }

    @Test func withoutHomeThereIsNoPlace() {
        #expect(throws: ProgressError.noPlace) { try ProgressLocation.path { _ in nil } }
    }
}
