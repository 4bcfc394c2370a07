// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading
internal import Markup
internal import Results

// The words for what keeps a class from being graded.
extension ErrorText {
    static func text(of error: GradeError) -> String {
        switch error {
        case .missingPath: "grade what? Give a class folder, a zip archive, a file, or '-' for a list"
        case .missingJournal: "merge what? Give the journals of all parts, or the directories that --state named"
        case .nothingFound(let paths):
            "there is no submission in \(paths.joined(separator: ", ")): a class folder has LEARNER/EXERCISE.js"
        case .unknownExercise(let file): "which exercise is \(file) for? Say it with --exercise; looplab list shows all"
        case .unknownLearner(let file): "whose is \(file)? Say it with --learner"
        case .listWithOthers:
            "a list on standard input is graded by itself; leave the other paths out, or list them too"
        case .contrary(let first, let second): "\(first) and \(second) say different things; give one of them"
        case .samePlace(let place): "two reports would go to \(place); give each --format its own: FORMAT=PATH"
        case .noStateDirectory:
            "there is no place for the journal: HOME is not set; --state DIR names one"
        case .batch(let error): text(of: error)
        case .report(let error): text(of: error)
        case .reportNotWritten(let path, let number): "cannot write \(path): \(reason(number)); the journal is whole"
        }
    }

    static func exitCode(of error: GradeError) -> Int32 {
        switch error {
        case .batch(.journalNotWritten), .batch(.journal(_, .busy)), .batch(.journal(_, .changed)): 3
        case .report(.unreadable), .report(.changed), .reportNotWritten: 3
        default: 2
        }
    }

    // MARK: - Inputs and journals

    static func text(of error: BatchError) -> String {
        switch error {
        case .unreadable(let path, let number): "cannot read \(path): \(reason(number))"
        case .notAFile(let path): "\(path) is neither a file nor a folder"
        case .archive(let path, let problem): "\(path): \(text(of: problem)); nothing of it was graded"
        case .list(let line, let problem): "line \(line) of the list: \(text(of: problem))"
        case .exercise(let line): line
        case .journal(let path, let problem): text(of: problem, path)
        case .journalNotWritten(let path, let number):
            "cannot write the journal \(path): \(reason(number)); what is in it stays good, and --state names another"
        }
    }

    private static func text(of problem: BatchError.ArchiveProblem) -> String {
        switch problem {
        case .damaged: "this is no zip archive, or a damaged one; make it again"
        case .tooLarge(let limit): "the archive has more than \(limit >> 20) MiB; give the unpacked folder instead"
        case .tooManyEntries(let limit): "the archive has more than \(limit) entries; give it in parts"
        case .tooMuchInside(let limit): "unpacked it would have more than \(limit >> 20) MiB: no class hands in as much"
        case .tooMuchGrowth(let limit): "unpacked it would have more than \(limit) times its size, as a zip bomb has"
        }
    }

    private static func text(of problem: BatchError.ListProblem) -> String {
        switch problem {
        case .tooLarge(let limit): "the list has more than \(limit >> 20) MiB; give it in parts"
        case .empty: "the list is empty; its first line names the columns: learner,exercise,path"
        case .missingColumn(let name):
            "there is no column '\(name)'; the columns are learner, exercise, path, submitted"
        case .repeatedColumn(let name): "there are two columns '\(name)'; leave one out"
        case .wrongFieldCount(let count, let expected):
            "it has \(count) fields, the header \(expected); put texts with commas or line ends in quotes"
        case .badField(let column): "its \(column) is empty, or has a NUL in it"
        case .badTime(let text): "'\(text)' is no time with a zone, such as 2026-03-01T09:30:00Z"
        case .unknownExercise(let name): "there is no exercise '\(name)'; looplab list shows all"
        case .malformed: "this is no table: a quote is not closed, or stands where none can (RFC 4180)"
        }
    }

    private static func text(of problem: BatchError.JournalProblem, _ path: String) -> String {
        switch problem {
        case .foreign: "\(path) is no journal of looplab grade, so it was left as it is; --state names another place"
        case .newer(let version, let supported):
            "a newer LoopLab has written \(path) (form \(version), this one knows up to \(supported)); update this one"
        case .damaged(let line):
            "\(path):\(line): the journal is damaged and was left as it is; without --resume and --regrade all is "
                + "graded anew"
        case .changed: "\(path) was changed while it was in use; grade again"
        case .otherCourse(let course):
            "\(path) is the journal of another course (\(course)); --state names another place"
        case .busy: "another looplab grade is writing \(path); wait for its end, or name another place with --state"
        case .otherShard: "\(path) is that of another part of a batch, or of another division; give those of one batch"
        case .missing: "there is no journal \(path); --state DIR is where looplab grade puts it"
        }
    }

    // MARK: - Reports

    static func text(of error: ResultsError) -> String {
        switch error {
        case .badResults(let file, let line, .json(let column, let expected)):
            "\(file):\(line):\(column): the results are damaged: expected \(text(of: expected)); write them again"
        case .badResults(let file, let line, let problem): "\(file):\(line): \(text(of: problem))"
        case .unreadable(let file, let number): "cannot read \(file): \(reason(number))"
        case .conflicting(let key, let first, let second):
            "\(first.file):\(first.line) and \(second.file):\(second.line) disagree about \(key.path) of \(key.learner)"
        case .changed(let file): "\(file) was changed while it was in use; grade again"
        case .severalLearners(let format):
            "\(format) tells of one learner, and there are several; choose one with --learners"
        case .severalSubmissions(let format):
            "\(format) tells of one submission, and there are several; choose with --learners and --only"
        case .noSubmission(let format): "\(format) tells of a submission, and there is none"
        case .missingVariable(let format, let name):
            "\(format) needs the environment variable \(name), which is missing or empty"
        case .missingTime(let format, let path):
            "\(format) needs to know when \(path) was handed in; give a list with the column submitted"
        }
    }

    private static func text(of problem: ResultProblem) -> String {
        switch problem {
        case .json(_, let expected): "expected \(text(of: expected))"
        case .noMark: "these are no results; give a file that looplab grade --format json or jsonl has written"
        case .newer(let version, let supported):
            "a newer LoopLab has written this: version \(version), this one reads up to \(supported); update this one"
        case .missingField(let name): "the field \"\(name)\" is missing; write the results again"
        case .badField(let name): "the field \"\(name)\" has a value that it cannot have; write the results again"
        case .tooLong(let limit): "this line has more than \(limit >> 20) MiB, which no result has; is it another file?"
        case .truncated: "the results break off here, as after a crash; write them again"
        }
    }

    // MARK: - What is said beside the reports

    /// Names what looked like submissions and was graded for nobody.
    static func report(_ notices: [BatchNotice], count: Int) {
        for notice in notices { write(text(of: notice)) }
        if count > notices.count { write("and \(count - notices.count) more were left out") }
    }

    static func text(of notice: BatchNotice) -> String {
        switch notice {
        case .unknownExercise(let path): "left out: \(row(path)): no exercise is called so; looplab list shows all"
        case .noLearner(let path): "left out: \(row(path)): it lies in no learner's folder"
        case .unknownFolder(let path): "left out: \(row(path)): this folder is called as no track of the course is"
        case .linkedFolder(let path): "left out: \(row(path)): links to folders are not followed; put the folder here"
        case .unreadableFolder(let path, let number): "left out: \(row(path)): \(reason(number))"
        case .tooManyEntries(let path, let limit):
            "left out: what \(row(path)) has beyond \(limit) entries"
        case .unsafeName(let archive, let name):
            "left out: '\(row(name))' in \(row(archive)): this name leads out of the archive, or nowhere"
        case .specialEntry(let archive, let name):
            "left out: '\(row(name))' in \(row(archive)): this is a link or a device, not a file"
        case .repeated(let path): "left out: a second \(row(path)); the first one counts"
        }
    }

    private static func row(_ text: String) -> String { TerminalText.escapedRow(text) }

    /// Says what is missing in journals that were merged.
    static func report(_ gaps: JournalMerge.Gaps) {
        if let first = gaps.missingShards.first {
            let numbers = gaps.missingShards.map { "\($0.number)" }.joined(separator: ", ")
            write("of \(first.count) parts these are missing: \(numbers)")
        }
        for path in gaps.unfinished {
            write("\(path) is not whole: its batch was interrupted; --resume goes on with it")
        }
    }

    /// Says that a batch was interrupted, and how it goes on.
    static func reportInterrupted(_ tally: BatchTally, journal: String) {
        write("interrupted: \(tally.done) have a result in \(journal); the same words with --resume go on from here")
    }
}
