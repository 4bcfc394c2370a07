// SPDX-License-Identifier: MIT
internal import Coursework
internal import HostRuntime
internal import Markup
internal import Progress

/// `looplab init`: makes a folder with a file for each exercise.
struct InitCommand: Subcommand, Equatable {
    static let name = "init"
    static let synopsis = (operands: "[DIR]", summary: "make a folder for your exercises")
    static let help = """
        usage: looplab init [OPTIONS] [DIR]

        Makes DIR (default: looplab-exercises) with a file for each exercise of the
        course: programs to write or to mend, and texts to write the answer of a puzzle
        into. What is there already stays as it is, so init may be given again.

          --course DIR             another course than the one that came with looplab
                                   (also LOOPLAB_COURSE)

        exit codes: 0 ok; 2 usage; 3 something could not be written

        """

    var course: String?
    var directory: String?

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        guard name == "--course" else { return false }
        course = try reader.value(of: name, value)
        return true
    }

    mutating func take(operand: String) throws(CommandError) {
        guard directory == nil, !operand.isEmpty else { throw .unexpectedOperand(operand) }
        directory = operand
    }

    func check() throws(CommandError) {}

    func perform() throws(CommandError) -> Int32 {
        let study = try Study(course: course, .readOnly)
        let name = directory ?? "looplab-exercises"
        var counts = (made: 0, kept: 0)
        do throws(WorkspaceError) {
            let workspace = try Workspace.make(at: SourceFile.absolute(name), course: study.outline.id)
            for id in study.outline.exercises {
                let isMade = try Self.write(id, study, workspace)
                if isMade { counts.made += 1 } else { counts.kept += 1 }
            }
        } catch {
            throw .study(.workspace(error))
        }
        let kept = counts.kept > 0 ? ", and left \(counts.kept) that were there as they are" : ""
        let files = counts.made == 1 ? "1 file" : "\(counts.made) files"
        let shown = TerminalText.escapedRow(name)
        return try StandardOutput.print(
            "Made \(files) in \(shown)\(kept).\n\nNext:  cd \(ShellWord.quoted(shown)) && looplab watch\n")
    }

    private static func write(_ id: ContentID, _ study: Study, _ workspace: Workspace) throws(WorkspaceError) -> Bool {
        // A faulty exercise of a course is no reason to leave out the others.
        guard let exercise = study.outline.exercise(id).exercise, let body = study.outline.body(of: exercise).body
        else {
            return false
        }
        let file = ExerciseFile(study: study, exercise: exercise, body: body)
        if workspace.has(file.name) { return false }
        guard let text = try? file.initialText() else { return false }
        try workspace.write(text, to: file.name)
        return true
    }
}
