// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Coursework
internal import Progress

/// `looplab reset`: begins an exercise anew, and keeps what was there.
struct ResetCommand: ExerciseCommand, Equatable {
    static let name = "reset"
    static let synopsis = (operands: "[NAME]", summary: "begin its file anew; a copy is kept")
    static let help =
        """
        usage: looplab reset [OPTIONS] [NAME]

        Puts the file of an exercise back to what it was at first. What you had written
        is kept in .looplab/kept, and your answers stay in your progress.

          --undo                   bring the last copy back

        """ + ExerciseHelp.options

    var course: String?
    var operand: String?
    var isUndo = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        guard name == "--undo" else { return false }
        isUndo = true
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        let study = try Study(course: course, .readWrite)
        let workspace = try study.folder()
        let exercise = try study.exercise(operand: operand)
        let body = try study.body(of: exercise)
        let file = ExerciseFile(study: study, exercise: exercise, body: body)
        let text = try isUndo ? nil : file.initialText()
        let message: String
        do throws(WorkspaceError) {
            if let text {
                let copy = try workspace.reset(file.name, to: text)
                message =
                    copy.map { "\(file.name) is as it was at first; your version is in \($0)" }
                    ?? "\(file.name) is as it was at first."
            } else {
                let copy = try workspace.undoReset(file.name, of: exercise.number)
                message = "\(file.name) has what was in \(copy) again."
            }
        } catch {
            throw .study(.workspace(error))
        }
        if !isUndo {
            try study.progress { (store) throws(ProgressError) in
                try store.resetState(of: "\(exercise.id)", course: study.outline.id, at: .now)
            }
        }
        return try StandardOutput.print(message + "\n")
    }
}
