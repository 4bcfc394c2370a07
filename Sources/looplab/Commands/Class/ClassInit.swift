// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Coursework
internal import Glibc
internal import Gradebook
internal import Markup

/// `looplab class init`: a class file and an empty gradebook.
struct ClassInit {
    var directory: String
    var options: ClassOptions

    func perform() throws(CommandError) -> Int32 {
        let folder = directory == "." ? "" : directory.hasSuffix("/") ? directory : directory + "/"
        let paths = [folder + "class.yaml", folder + ClassOptions.defaultGradebook]
        for path in paths where access(path, F_OK) == 0 { throw .classroom(.exists(path: path)) }
        let outline = try CourseChoice.optionalOutline(option: options.course)
        // The gradebook makes the folders that are missing.
        _ = try GradebookChoice.catching { () throws(GradebookError) in
            try GradebookStore(path: paths[1], mode: .readWrite)
        }
        let failure = ReplacedFile.write(Array(text(outline).utf8), to: paths[0])
        if failure != 0 { throw .fileNotWritten(path: paths[0], errno: failure) }
        let there = folder.isEmpty ? "" : " --gradebook \(ShellWord.quoted(paths[1]))"
        return try StandardOutput.print(
            """
            \(ClassWords.shown(paths[0])): deadlines and late policy go in there
            \(ClassWords.shown(paths[1])): an empty gradebook
            next: looplab class import-roster ROSTER.csv\(ClassWords.shown(there))
                  looplab grade --gradebook \(ClassWords.shown(ShellWord.quoted(paths[1]))) FOLDER

            """)
    }

    private func text(_ outline: CourseOutline?) -> String {
        let offset = Timestamp.now.localOffset
        let zone = offset == 0 ? "Z" : Timestamp.offsetText(offset)
        let title = options.title ?? outline?.title ?? "A class"
        var text = """
            # What counts in this class: deadlines, what being late costs, which attempt counts.
            # A line that begins with '#' says nothing; take the mark away where you need it.
            format: 1
            title: \(JSONText.quoted(title))
            # The distance from UTC of deadlines that name none.
            timezone: "\(zone)"
            # Which attempt counts: best or last.
            attempts: best
            # late: {grace: 15m, per-day: 10%, max: 50%}
            # sections:
            #   monday: [ada, grace]
            # extensions:
            #   - {learner: grace, for: 3d, reason: "ill, with a certificate", by: the lecturer}
            # exercises:

            """
        let exercises = outline?.exercises ?? []
        if exercises.isEmpty {
            text += "#   02-the-loop/01-first:\n#     due: 2026-10-12T23:59\n#     points: 10\n"
        }
        for (index, id) in exercises.enumerated() {
            text += index == 0 ? "#   \(id):\n#     due: 2026-10-12T23:59\n#     points: 10\n" : "#   \(id): {}\n"
        }
        return text
    }
}
