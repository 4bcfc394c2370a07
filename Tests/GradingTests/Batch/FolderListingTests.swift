// SPDX-License-Identifier: MIT
import EngineTesting
import Glibc
import Grading
import Results
import Testing

/// Class folders, those that learners have filled with care among them.
@Suite struct FolderListingTests {
    private func listing(_ folder: ScratchFolder, prefix: String = "class") throws -> FolderListing {
        try FolderListing(folder.path + "/class", prefix: prefix, TinyCatalogue())
    }

    @Test func submissionsComeInTheOrderOfTheirNames() throws {
        let folder = try ScratchFolder()
        let names = ["zoe/sleep.js", "Zoe/sleep.mjs", "bo/01-one-thread/04-sleep.js", "bo/chains.js", "bo/1.04.cjs"]
        for name in names { try folder.write("class/\(name)", name) }
        #expect(
            try listing(folder).words() == [
                "Zoe|04-sleep|class/Zoe/sleep.mjs|Zoe/sleep.mjs",
                "bo|04-sleep|class/bo/01-one-thread/04-sleep.js|bo/01-one-thread/04-sleep.js",
                "bo|04-sleep|class/bo/1.04.cjs|bo/1.04.cjs", "bo|01-chains|class/bo/chains.js|bo/chains.js",
                "zoe|04-sleep|class/zoe/sleep.js|zoe/sleep.js",
            ])
        #expect(try listing(folder, prefix: "").words().first?.contains("|Zoe/sleep.mjs|") == true)
    }

    /// What is in a submission's file, and what comes of it.
    static let contents: [(name: String, bytes: [UInt8], wanted: SubmissionResult.Refusal?)] = [
        ("a program", Array("1".utf8), nil), ("nothing", [], .empty),
        ("white space", Array(" \n\t\u{FEFF}\u{2028}\r\n".utf8), .empty),
        ("bytes", Array("a\nb\n".utf8) + [0xC3, 0x28], .notUTF8(offset: 4, line: 3)),
        ("half a letter", [0x61, 0xE2, 0x82], .notUTF8(offset: 1, line: 1)),
        ("as much as is allowed", [UInt8](repeating: 0x20, count: (256 << 10) - 1) + [0x31], nil),
        ("one byte too many", [UInt8](repeating: 0x31, count: (256 << 10) + 1), .tooLarge(limit: 256 << 10)),
    ]

    @Test(arguments: contents)
    func aFileIsReadOrRefused(name: String, bytes: [UInt8], wanted: SubmissionResult.Refusal?) throws {
        let folder = try ScratchFolder()
        try folder.write("class/bo/sleep.js", bytes)
        guard case .submission(let submission) = try listing(folder).next() else {
            Issue.record("nothing found for \(name)")
            return
        }
        switch submission.read() {
        case .text(let text, let hash):
            #expect(wanted == nil && Array(text.utf8) == bytes && hash.utf8.count == 64, "\(name)")
        case .refused(let refusal, _): #expect(refusal == wanted, "\(name)")
        }
    }

    @Test func whatIsNoFileIsRefusedWithoutWaiting() throws {
        let folder = try ScratchFolder()
        try folder.write("class/bo/chains.js")
        mkfifo(folder.path + "/class/bo/sleep.js", 0o600)
        mkdir(folder.path + "/class/bo/1.04.js", 0o700)
        symlink("/dev/zero", folder.path + "/class/bo/04-sleep.js")
        #expect(
            try listing(folder).words().map { $0.split(separator: "|").last } == [
                "outsideFolder", "notAFile", "exports.sleep = 1", "notAFile",
            ])
    }

    /// Links, by where they lead from the learner's folder, and what comes of the submission.
    static let links: [(target: String, wanted: String)] = [
        ("../../secret.txt", "outsideFolder"), ("/etc/passwd", "outsideFolder"), ("../ann/sleep.js", "outsideFolder"),
        ("/proc/self/environ", "outsideFolder"), ("/proc/self/fd/0", "outsideFolder"), ("sleep.js", "outsideFolder"),
        ("gone.js", "missing"), ("draft.txt", "mine"), ("../bo/draft.txt", "outsideFolder"),
    ]

    @Test(arguments: links)
    func aLinkLeadsNoFurtherThanItsFolder(target: String, wanted: String) throws {
        let folder = try ScratchFolder()
        try folder.write("secret.txt", "secret")
        try folder.write("class/ann/sleep.js", "hers")
        try folder.write("class/bo/draft.txt", "mine")
        symlink(target, folder.path + "/class/bo/sleep.js")
        let words = try listing(folder).words()
        #expect(words.contains { $0.hasPrefix("bo|") && $0.hasSuffix("|\(wanted)") }, "\(words)")
        #expect(!words.contains { $0.contains("secret") })
    }

    @Test func linkedFoldersAreNotFollowed() throws {
        let folder = try ScratchFolder()
        try folder.write("elsewhere/sleep.js", "secret")
        try folder.write("class/ann/chains.js", "hers")
        symlink("../elsewhere", folder.path + "/class/bo")
        symlink("../../elsewhere", folder.path + "/class/ann/01-one-thread")
        #expect(
            try listing(folder).words() == [
                "\(BatchNotice.linkedFolder(path: "class/ann/01-one-thread"))",
                "ann|01-chains|class/ann/chains.js|hers", "\(BatchNotice.linkedFolder(path: "class/bo"))",
            ])
    }

    /// Names that only somebody who means it gives a folder.
    static let names = [
        "=cmd|' C calc'!A0", "a\nb", "\u{1b}[31mred", "'; rm -rf $HOME #", "\"quoted\"", "::error::x", "<b>bold",
        "..js", "日本語", "-rf", " ", "a\\b", "%2e%2e",
    ]

    @Test(arguments: names)
    func everyNameIsAName(name: String) throws {
        let folder = try ScratchFolder()
        try folder.write("class/\(name)/sleep.js", "1")
        let wanted = name.hasPrefix(".") ? [] : ["\(name)|04-sleep|class/\(name)/sleep.js|1"]
        #expect(try listing(folder).words() == wanted)
    }

    @Test func namesThatAreNoTextStayApart() throws {
        let folder = try ScratchFolder()
        mkdir(folder.path + "/class", 0o700)
        for byte: UInt8 in [0xE9, 0xEA] {
            let learner = Array("\(folder.path)/class/r".utf8) + [byte]
            mkdir((learner + [0]).map { CChar(bitPattern: $0) }, 0o700)
            let file = (learner + Array("/sleep.js".utf8) + [0]).map { CChar(bitPattern: $0) }
            let descriptor = open(file, O_CREAT | O_WRONLY, 0o600)
            write(descriptor, "1", 1)
            close(descriptor)
        }
        #expect(
            try listing(folder).words() == [
                "r\\xE9|04-sleep|class/r\\xE9/sleep.js|1", "r\\xEA|04-sleep|class/r\\xEA/sleep.js|1",
            ])
    }

    @Test func namesThatLookAlikeStayApart() throws {
        let folder = try ScratchFolder()
        try folder.write("class/é/sleep.js", "one letter")
        try folder.write("class/e\u{301}/sleep.js", "two marks")
        var keys: Set<ResultKey> = []
        let listing = try listing(folder)
        while case .submission(let submission)? = try listing.next() { keys.insert(submission.key) }
        #expect(keys.count == 2)
    }

    @Test func whatIsNoSubmissionIsNamed() throws {
        let folder = try ScratchFolder()
        let stray = ["class/loose.js", "class/bo/slep.js", "class/bo/src/sleep.js", "class/bo/.git/sleep.js"]
        for name in stray + ["class/bo/node_modules/x/sleep.js", "class/README.md", "class/bo/notes.md"] {
            try folder.write(name)
        }
        #expect(
            try listing(folder).words() == [
                "\(BatchNotice.unknownExercise(path: "class/bo/slep.js"))",
                "\(BatchNotice.unknownFolder(path: "class/bo/src"))",
                "\(BatchNotice.noLearner(path: "class/loose.js"))",
            ])
    }

    @Test func aFolderWithoutEndHasOne() throws {
        let folder = try ScratchFolder()
        var deep = "class/bo"
        for _ in 0..<200 { deep += "/01-one-thread" }
        try folder.write(deep + "/sleep.js")
        for index in 0..<(FolderListing.entriesPerLearner + 5) { try folder.write("class/many/x\(index).md", "") }
        let limit = FolderListing.entriesPerLearner
        #expect(
            try listing(folder).words() == [
                "\(BatchNotice.unknownFolder(path: "class/bo/01-one-thread/01-one-thread"))",
                "\(BatchNotice.tooManyEntries(path: "class/many", limit: limit))",
            ])
    }

    @Test func onlyTheLearnersThatAreWantedAreLookedAt() throws {
        let folder = try ScratchFolder()
        try folder.write("class/ann/slep.js")
        try folder.write("class/bo/sleep.js", "1")
        let listing = try FolderListing(folder.path + "/class", prefix: "", TinyCatalogue()) { $0 == "bo" }
        #expect(try listing.words() == ["bo|04-sleep|bo/sleep.js|1"])
        #expect(throws: BatchError.unreadable(path: "/nowhere/at/all", errno: ENOENT)) {
            try FolderListing("/nowhere/at/all", prefix: "", TinyCatalogue())
        }
    }
}
