// SPDX-License-Identifier: MIT
import EngineTesting
import Glibc
import Grading
import Testing

/// Zip archives of a class, and such as were made to harm.
@Suite struct ArchiveListingTests {
    private typealias Entry = ZipWriter.Entry

    private func words(_ entries: [Entry]) throws -> [String] {
        let folder = try ScratchFolder()
        let path = try folder.write("class.zip", ZipWriter.archive(entries))
        let words = try ArchiveListing(path, prefix: "class.zip", TinyCatalogue()).words()
        #expect(folder.bytes("sleep.js").isEmpty)
        return words
    }

    @Test func anArchiveIsReadAsAFolderIs() throws {
        let entries = [
            Entry("zoe/chains.js", "z").deflated(), Entry("bo/", ""), Entry("bo/sleep.js", "b"),
            Entry("ann/01-one-thread/04-sleep.js", "a").deflated(), Entry("__MACOSX/bo/._sleep.js", "x"),
            Entry("bo/.DS_Store", "x"), Entry("bo/notes.md", "x"),
        ]
        let wanted = [
            "ann|04-sleep|class.zip/ann/01-one-thread/04-sleep.js|a", "bo|04-sleep|class.zip/bo/sleep.js|b",
            "zoe|01-chains|class.zip/zoe/chains.js|z",
        ]
        #expect(try words(entries) == wanted)
        #expect(try words(entries.reversed()) == wanted)
    }

    @Test func oneMoreFolderAroundTheClassIsLeftOut() throws {
        let entries = [Entry("week3/bo/sleep.js", "b"), Entry("week3/ann/01-one-thread/04-sleep.js", "a")]
        #expect(
            try words(entries).map { $0.prefix { $0 != "|" } } == ["ann", "bo"])
        // But a learner who has sorted everything by tracks is no such folder.
        let sorted = [Entry("bo/01-one-thread/sleep.js", "1"), Entry("bo/01-one-thread/04-sleep.js", "2")]
        #expect(try words(sorted).allSatisfy { $0.hasPrefix("bo|04-sleep") })
    }

    /// Names that lead somewhere else.
    static let names = [
        "../bo/sleep.js", "bo/../../sleep.js", "/bo/sleep.js", "//bo/sleep.js", "bo//sleep.js", "./bo/sleep.js",
        "bo/./sleep.js", "..\\bo\\sleep.js", "C:\\bo/sleep.js", "bo/..", "..", "/", "",
    ]

    @Test(arguments: names)
    func aNameThatLeadsOutIsNotFollowed(name: String) throws {
        let found = try words([Entry(name, "evil"), Entry("bo/chains.js", "1")])
        #expect(
            found == [
                "\(BatchNotice.unsafeName(archive: "class.zip", name: name))",
                "bo|01-chains|class.zip/bo/chains.js|1",
            ])
    }

    /// Entries that cannot be taken out, and what is said of them.
    static let entries: [(name: String, entry: ZipWriter.Entry, wanted: String)] = {
        let plain = ZipWriter.Entry("bo/sleep.js", "exports.sleep = setTimeout")
        let large = [UInt8](repeating: 0x61, count: (256 << 10) + 1)
        return [
            ("encrypted", plain.with { $0.flags = 1 }, "encrypted"),
            ("strangely compressed", plain.with { $0.method = 12 }, "unknownCompression"),
            ("shrunk", plain.with { $0.method = 1 }, "unknownCompression"),
            ("changed", plain.with { $0.stored[0] = 0x45 }, "damaged"),
            ("no deflate", plain.with { $0.method = 8 }, "damaged"),
            ("longer than it says", plain.deflated().with { $0.size = 3 }, "damaged"),
            ("shorter than it says", plain.deflated().with { $0.size = 300 }, "damaged"),
            (
                "small, it says", ZipWriter.Entry(Array("bo/sleep.js".utf8), large).deflated().with { $0.size = 9 },
                "damaged"
            ),
            ("large", ZipWriter.Entry(Array("bo/sleep.js".utf8), large).deflated(), "tooLarge"),
            ("large, it says", plain.with { $0.size = 1 << 20 }, "tooLarge"),
            ("empty", ZipWriter.Entry("bo/sleep.js", ""), "empty"),
            ("no text", ZipWriter.Entry(Array("bo/sleep.js".utf8), [0xFF]), "notUTF8"),
        ]
    }()

    @Test(arguments: entries)
    func whatCannotBeTakenOutIsRefused(name: String, entry: ZipWriter.Entry, wanted: String) throws {
        let found = try words([entry, ZipWriter.Entry("ann/sleep.js", "1")])
        #expect(found.count == 2 && found.first == "ann|04-sleep|class.zip/ann/sleep.js|1", "\(name): \(found)")
        #expect(found.last?.contains(wanted) == true, "\(name): \(found)")
    }

    @Test(arguments: [0o120777, 0o010644, 0o020644, 0o060644, 0o140755, 0o040755] as [UInt32])
    func linksAndDevicesAreNotTaken(mode: UInt32) throws {
        let entry = Entry("bo/sleep.js", "/etc/passwd").with { $0.mode = mode }
        #expect(
            try words([entry]) == ["\(BatchNotice.specialEntry(archive: "class.zip", name: "bo/sleep.js"))"])
    }

    @Test func ofTwoEntriesOfOneNameTheFirstCounts() throws {
        #expect(
            try words([Entry("bo/sleep.js", "first"), Entry("bo/sleep.js", "second")]) == [
                "\(BatchNotice.repeated(path: "class.zip/bo/sleep.js"))",
                "bo|04-sleep|class.zip/bo/sleep.js|first",
            ])
    }

    @Test func namesAreBytes() throws {
        let entry = Entry(Array("r".utf8) + [0x82] + Array("my/sleep.js".utf8), [0x31])
        #expect(try words([entry]) == ["r\\x82my|04-sleep|class.zip/r\\x82my/sleep.js|1"])
    }

    private func problem(_ bytes: [UInt8]) throws -> BatchError? {
        let folder = try ScratchFolder()
        let path = try folder.write("class.zip", bytes)
        do throws(BatchError) {
            _ = try ArchiveListing(path, prefix: "class.zip", TinyCatalogue())
            return nil
        } catch {
            return error
        }
    }

    @Test func aBombIsNotOpened() throws {
        // Each of these says 4 GiB, and all of them share the bytes of one.
        let bytes = [UInt8](repeating: 0, count: 1 << 20)
        let entry = Entry(Array("bo/sleep.js".utf8), bytes).deflated()
        let growing = (0..<40).map { index in entry.with { $0.name = Array("bo/\(index).js".utf8) } }
        guard case .archive(_, .tooMuchGrowth)? = try problem(ZipWriter.archive(growing)) else {
            Issue.record("a thousandfold archive was opened")
            return
        }
        let lying = (0..<4).map { _ in entry.with { $0.size = 0xFFFF_FFF0 } }
        guard case .archive(_, .tooMuchInside)? = try problem(ZipWriter.archive(lying)) else {
            Issue.record("an archive of 16 GiB was opened")
            return
        }
    }

    @Test func whatIsNoArchiveIsRefused() throws {
        let whole = ZipWriter.archive([Entry("bo/sleep.js", "1").deflated(), Entry("ann/sleep.js", "2")])
        guard case .archive(_, .damaged)? = try problem(Array("PK, or not".utf8)) else {
            Issue.record("a text was opened")
            return
        }
        // Whatever is cut off or changed: an error or other results, and never a crash.
        for length in 0..<whole.count { _ = try problem(Array(whole.prefix(length))) }
        for index in whole.indices {
            var changed = whole
            changed[index] ^= 0x5A
            _ = try? ScratchFolder.read(changed)
        }
    }

    @Test func anArchiveIsAFile() throws {
        let folder = try ScratchFolder()
        mkfifo(folder.path + "/class.zip", 0o600)
        #expect(throws: BatchError.notAFile(path: folder.path + "/class.zip")) {
            try ArchiveListing(folder.path + "/class.zip", prefix: "", TinyCatalogue())
        }
    }
}

extension ScratchFolder {
    fileprivate static func read(_ bytes: [UInt8]) throws -> [String] {
        let folder = try ScratchFolder()
        let path = try folder.write("class.zip", bytes)
        return try ArchiveListing(path, prefix: "class.zip", TinyCatalogue()).words()
    }
}
