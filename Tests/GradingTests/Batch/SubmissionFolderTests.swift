// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Glibc
import Grading
import Testing

/// Submissions are found again by what results say of them, and nothing else is.
@Suite struct SubmissionFolderTests {
    private static let text = "exports.sleep = 1\n"
    private static let hash = SubmissionHash.text(of: Array(text.utf8))

    @Test(arguments: ["ada/sleep.js", "class/ada/sleep.js", "../class/ada/sleep.js", "a/b/class/ada/sleep.js"])
    func aPathMayHaveTheFolderBeforeIt(path: String) throws {
        let folder = try ScratchFolder()
        try folder.write("class/ada/sleep.js", Self.text)
        let found = try SubmissionFolder(folder.path + "/class")
        for hash in [Self.hash, ""] { #expect(found.text(of: path, hash: hash) == Self.text) }
        #expect(found.text(of: path, hash: SubmissionHash.text(of: Array("other".utf8))) == nil)
    }

    @Test func anotherFileOfThatNameIsNotTaken() throws {
        let folder = try ScratchFolder()
        try folder.write("class/class/ada/sleep.js", "exports.sleep = 2\n")
        try folder.write("class/ada/sleep.js", Self.text)
        let found = try SubmissionFolder(folder.path + "/class")
        #expect(found.text(of: "class/ada/sleep.js", hash: Self.hash) == Self.text)
    }

    @Test func nothingOutsideIsRead() throws {
        let folder = try ScratchFolder()
        let outside = try folder.write("secret.js", Self.text)
        try folder.write("class/ada/sleep.js", "exports.sleep = 2\n")
        #expect(symlink(outside, folder.path + "/class/link.js") == 0)
        let found = try SubmissionFolder(folder.path + "/class")
        for path in ["../secret.js", "ada/../../secret.js", outside, "link.js", "", "/", "ada"] {
            #expect(found.text(of: path, hash: "") == nil, "\(path)")
        }
    }

    @Test func whatIsNoFolderIsAnError() throws {
        let folder = try ScratchFolder()
        let file = try folder.write("file")
        for (path, number) in [(file, ENOTDIR), (folder.path + "/none", ENOENT)] {
            #expect(throws: BatchError.unreadable(path: path, errno: number)) { try SubmissionFolder(path) }
        }
    }
}
