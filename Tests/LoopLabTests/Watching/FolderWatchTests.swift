// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Glibc
import Testing

@testable import looplab

/// Saved files are noticed, however an editor saves them.
@Suite struct FolderWatchTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("a/one.js", "1")
        try folder.write("a/other.txt", "1")
        try folder.write("b/two.js", "1")
    }

    private func watch(_ method: FolderWatch.Method, _ folders: [String] = ["a", "b", "c"]) -> FolderWatch {
        FolderWatch(root: folder.path, method: method, folders: { folders }) { $0.hasSuffix(".js") }
    }

    /// Waits until the kernel has something to say; at once where it never does.
    private func wait(for watch: FolderWatch) {
        guard watch.method == .notification else { return }
        var entry = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&entry, 1, 20_000) == 1, "nothing was noticed")
    }

    private static let methods: [FolderWatch.Method] = [.notification, .polling]

    @Test(arguments: methods)
    func aSavedFileIsNoticedOnce(method: FolderWatch.Method) throws {
        let watch = watch(method)
        #expect(watch.method == method)
        #expect(watch.changes() == [])
        try folder.write("a/one.js", "22")
        wait(for: watch)
        #expect(watch.changes() == ["a/one.js"])
        #expect(watch.changes() == [])
    }

    @Test(arguments: methods)
    func aFileThatIsRenamedIntoPlaceIsNoticed(method: FolderWatch.Method) throws {
        let watch = watch(method)
        try folder.write("b/two.js~", "new")
        #expect(rename(folder.path + "/b/two.js~", folder.path + "/b/two.js") == 0)
        wait(for: watch)
        #expect(watch.changes() == ["b/two.js"])
    }

    @Test(arguments: methods)
    func newFilesAndNewFoldersAreNoticed(method: FolderWatch.Method) throws {
        let watch = watch(method)
        try folder.write("c/three.js", "1")
        wait(for: watch)
        #expect(watch.changes() == ["c/three.js"])
        try folder.write("c/three.js", "12")
        wait(for: watch)
        #expect(watch.changes() == ["c/three.js"])
    }

    @Test(arguments: methods)
    func whatDoesNotMatterIsNotTold(method: FolderWatch.Method) throws {
        let watch = watch(method)
        try folder.write("a/other.txt", "22")
        #expect(unlink(folder.path + "/b/two.js") == 0)
        #expect(watch.changes() == [])
    }

    @Test func withoutDescriptorsItPolls() throws {
        let watch = FolderWatch(root: folder.path + "/nowhere", folders: { [] }, isWanted: { _ in true })
        #expect(watch.changes() == [])
    }
}
