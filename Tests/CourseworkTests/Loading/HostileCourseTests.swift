// SPDX-License-Identifier: MIT
import Foundation
import Testing
import YAMLFields

@testable import Coursework

/// Courses that want to hang, to fill the memory, or to read what is not theirs.
@Suite struct HostileCourseTests {
    private let folder: CourseFolder
    private let lesson = "Lessons/01-one-thread/01-one-lane.md"

    init() throws {
        folder = try CourseFolder(tinyWith: [:])
    }

    private func problems(_ file: String) -> [CourseProblem.Kind] {
        CourseCheck.read(at: folder.path).problems.filter { $0.place.file == file }.map(\.kind)
    }

    private func replace(_ name: String, _ make: (String) -> Int32) throws {
        let path = folder.path + "/" + name
        try FileManager.default.removeItem(atPath: path)
        #expect(make(path) == 0)
    }

    @Test func aPipeIsNotWaitedFor() throws {
        try replace(lesson) { mkfifo($0, 0o600) }
        #expect(problems(lesson) == [.file(.notAFile)])
    }

    @Test func linksOutAreNotFollowed() throws {
        try replace(lesson) { symlink("/etc/hostname", $0) }
        #expect(problems(lesson) == [.file(.leadsOut)])
        try replace("Exercises/01-one-thread/04-sleep") { symlink("/etc", $0) }
        #expect(problems("Exercises/01-one-thread/04-sleep/exercise.yaml") == [.file(.missing)])
    }

    @Test func aWholeDirectoryMayNotLieOutside() throws {
        let other = try CourseFolder(tinyWith: [:])
        try replace("Exercises") { symlink(other.path + "/Exercises", $0) }
        #expect(problems("Exercises") == [.file(.leadsOut)])
    }

    @Test func linksInsideAreFollowed() throws {
        #expect(symlink("01-one-lane.md", folder.path + "/Lessons/01-one-thread/03-again.md") == 0)
        #expect(CourseCheck.read(at: folder.path).problems == [])
    }

    @Test func largeFilesAreNotRead() throws {
        try folder.write(lesson, Data(repeating: 0x61, count: CourseFiles.Limit.text + 1))
        #expect(problems(lesson) == [.file(.tooLarge(limit: CourseFiles.Limit.text))])
    }

    @Test func aDirectoryWithVeryManyEntriesIsGivenUp() throws {
        for number in 0...CourseFiles.Limit.entries {
            try folder.write("Lessons/01-one-thread/x\(number).md", Data())
        }
        #expect(problems("Lessons/01-one-thread") == [.file(.tooManyEntries(limit: CourseFiles.Limit.entries))])
    }

    @Test(arguments: [
        ("\u{1B}[31m", FileFault.controlCharacter("\u{1B}")), ("a\r\n", .carriageReturn),
        ("\u{202E}", .controlCharacter("\u{202E}")), ("\u{85}", .controlCharacter("\u{85}")),
        ("\u{0}", .controlCharacter("\u{0}")),
    ])
    func textsCannotControlATerminal(_ text: String, _ fault: FileFault) throws {
        try folder.write("Exercises/01-one-thread/01-two-lines/prompt.md", Data(("Read: " + text).utf8))
        #expect(problems("Exercises/01-one-thread/01-two-lines/prompt.md") == [.file(fault)])
    }

    @Test func lettersOfOtherLanguagesAreTexts() throws {
        try folder.write("Exercises/01-one-thread/01-two-lines/prompt.md", Data("Größe, 大小, размер 👩‍💻".utf8))
        #expect(CourseCheck.read(at: folder.path).problems == [])
    }
}
