// SPDX-License-Identifier: MIT
internal import Coursework
internal import Gradebook
internal import Grading
internal import HostRuntime
internal import Results

/// Uses gradebooks so that what is wrong with them is the command's error.
enum GradebookChoice {
    /// Does something with a gradebook.
    static func catching<Value>(_ body: () throws(GradebookError) -> Value) throws(CommandError) -> Value {
        do throws(GradebookError) {
            return try body()
        } catch {
            throw .gradebook(error)
        }
    }
}

/// Which class file a command is about.
enum ClassChoice {
    /// The policy of a class file; that of a class without deadlines where none is named.
    ///
    /// The exercises that the file names have to be in the course, where that is known.
    static func policy(_ path: String?, _ outline: CourseOutline?) throws(CommandError) -> ClassPolicy {
        guard let path else { return ClassPolicy() }
        let text: String
        do throws(RuntimeError) {
            text = try SourceFile.text(at: path)
        } catch {
            throw .runtime(error)
        }
        let (policy, problems) = ClassFile.read(text, file: path, exercises: outline?.exercises.map(\.description))
        guard let policy else { throw .feedback(.badClass(problems)) }
        return policy
    }
}

/// Records the results of a batch in a gradebook.
struct GradebookSink {
    /// The gradebook's file.
    let path: String

    func take(_ results: JournalResults) throws(CommandError) {
        let store = try GradebookChoice.catching { () throws(GradebookError) in
            try GradebookStore(path: path, mode: .readWrite)
        }
        var all = results.makeIterator()
        while let result = try GradeError.reading({ () throws(ResultsError) in try all.next() }) {
            try GradebookChoice.catching { () throws(GradebookError) in try store.record(result) }
        }
        try GradebookChoice.catching { () throws(GradebookError) in try store.commit() }
    }
}
