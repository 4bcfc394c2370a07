// SPDX-License-Identifier: MIT
import EngineTesting
import Glibc
import Testing

@testable import Gradebook

@Suite struct ProcessTests {
    private func writer(_ book: TestGradebook, _ name: String, _ count: Int) -> WriterProcess {
        WriterProcess("GradebookWriter", ["record", book.path, name, "\(count)"])
    }

    @Test func processesThatWriteAtOnceLoseNothing() throws {
        let book = try TestGradebook()
        let writers = ["a", "b", "c", "a"].map { writer(book, $0, 60) }
        #expect(writers.map { $0.finish() } == [0, 0, 0, 0], "\(writers.map(\.lines))")
        let store = try book.store(.readOnly)
        #expect(try store.learners().count == 180 && store.resultCount() == 180)
        #expect(try store.verify().damage == [])
    }

    @Test func whatWasCommittedIsThereWhoeverIsKilled() throws {
        let book = try TestGradebook()
        let writers = ["a", "b", "c"].map { writer(book, $0, 0) }
        for (index, writer) in writers.enumerated() {
            while writer.lines.count < 3 + 2 * index { try #require(writer.read()) }
            kill(writer.id, SIGKILL)
        }
        #expect(writers.map { $0.finish() } == Array(repeating: 128 + SIGKILL, count: 3))
        let learners = Set(try book.store().learners())
        for (name, writer) in zip(["a", "b", "c"], writers) {
            let count = writer.lines.last.flatMap { Int($0) } ?? 0
            #expect(count >= 30)
            #expect((0..<count).allSatisfy { learners.contains("\(name)-\($0)") })
        }
        #expect(try book.store().verify().damage == [])
    }
}
