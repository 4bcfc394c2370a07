// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import HostRuntime

/// The files with which an author begins a part of a course.
enum CourseScaffold {
    /// A lesson.
    case lesson(ContentID)
    /// An exercise.
    case exercise(ContentID, Exercise.Kind)

    /// A file to write: its path from the course's directory, and its text.
    typealias File = (path: String, text: String)

    /// The word at the places that an author has to fill.
    static let mark = CourseCheck.leftoverMark

    /// The files, in the order in which an author reads them.
    var files: [File] {
        switch self {
        case .lesson(let id): [("Lessons/\(id).md", Self.lessonText)]
        case .exercise(let id, let kind):
            Self.files(of: kind).map { ("Exercises/\(id)/\($0.path)", $0.text) }
        }
    }

    /// Writes the files where none are yet, and gives their paths.
    func write(to root: String) throws(CommandError) -> [String] {
        for (path, text) in files {
            try Self.makeDirectories(above: path, in: root)
            try Self.write(Array(text.utf8), to: "\(root)/\(path)")
        }
        return files.map(\.path)
    }

    // MARK: - The disk

    private static func makeDirectories(above path: String, in root: String) throws(CommandError) {
        var directory = root
        for part in path.split(separator: "/").dropLast() {
            directory += "/\(part)"
            if mkdir(directory, 0o777) != 0 && errno != EEXIST {
                throw .fileNotWritten(path: directory, errno: errno)
            }
        }
    }

    // A file that is there stays as it is.
    private static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw .course(.exists(path)) }
            throw .fileNotWritten(path: path, errno: errno)
        }
        var failure = DescriptorIO.write(bytes, to: descriptor)
        if close(descriptor) != 0 && failure == 0 { failure = errno }
        if failure != 0 { throw .fileNotWritten(path: path, errno: failure) }
    }

    // MARK: - The texts

    private static let lessonText = """
        ---
        title: \(mark)
        minutes: 8
        concepts: [\(mark)]
        exercises: []
        ---

        \(mark): one idea, in a few sentences.

        ```js run
        console.log('\(mark): a program that shows it')
        ```

        ## \(mark): a part

        \(mark): what happened, and the rule behind it.

        ```js predict
        console.log('\(mark): a program whose lines the learner puts in order')
        console.log('there are two at least')
        ```

        ```quiz
        question: "\(mark): what shows whether the idea has arrived?"
        options:
          - text: "\(mark): the right answer"
            correct: true
            why: "\(mark): why it is right"
          - text: "\(mark): a tempting one"
            why: "\(mark): why it is not"
        ```

        """

    private static func files(of kind: Exercise.Kind) -> [File] {
        let manifest = """
            # SPDX-License-Identifier: MIT
            format: 1
            title: \(mark)
            kind: \(kind.rawValue)
            concepts: [\(mark)]
            minutes: 5
            lesson: \(mark)

            """
        let texts: [File] = [
            ("prompt.md", "\(mark): what is asked, and what the learner has to know.\n"),
            ("hints.md", hintsText),
        ]
        return [("exercise.yaml", manifest + fields(of: kind))] + texts + ownFiles(of: kind)
    }

    private static let hintsText = """
        ## A nudge

        \(mark): where to look.

        ## The rule

        \(mark): the rule that decides.

        ## Nearly there

        \(mark): all but the last step.

        """

    private static func fields(of kind: Exercise.Kind) -> String {
        switch kind {
        case .predict: ""
        case .fix, .implement: "entry: \(mark)\n"
        case .choose:
            """
            question: "\(mark): what is to be chosen?"
            options:
              - text: "\(mark): the right answer"
                correct: true
                why: "\(mark): why it is right"
              - text: "\(mark): a tempting one"
                why: "\(mark): why it is not"

            """
        case .compute:
            """
            question: "\(mark): which number is asked for?"
            unit: ms
            tolerance: 0

            """
        }
    }

    private static let licence = "// SPDX-License-Identifier: MIT\n"

    private static func ownFiles(of kind: Exercise.Kind) -> [File] {
        switch kind {
        case .choose: []
        case .predict:
            [
                (
                    "program.js",
                    licence + "\nconsole.log('\(mark): 2 to 12 lines, all different')\nconsole.log('another')\n"
                )
            ]
        case .compute:
            [
                ("solution.js", licence + "// \(mark): work it out; the number is the last line.\nconsole.log(0)\n"),
                ("solution.md", "\(mark): how it is worked out.\n"),
            ]
        case .fix, .implement:
            [
                ("starter.js", licence + "\n// Your code.\n"),
                ("solution.js", licence + "\n// \(mark): a solution, and its module.exports.\n"),
                ("checks.js", licence + "\n// \(mark): the checks.\n"),
                ("wrong/first-idea.js", licence + "// fails: \(mark)\n\n// \(mark): a solution that seems right.\n"),
                ("right/another-way.js", licence + "\n// \(mark): another solution that is right.\n"),
            ]
        }
    }
}
