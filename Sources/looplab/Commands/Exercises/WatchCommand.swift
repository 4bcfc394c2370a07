// SPDX-License-Identifier: MIT
internal import Coursework
internal import Progress

/// `looplab watch`: checks the file of an exercise whenever it is saved.
struct WatchCommand: ExerciseCommand, Equatable {
    static let name = "watch"
    static let synopsis = (operands: "[NAME]", summary: "check your answers as you save them")
    static let help =
        """
        usage: looplab watch [OPTIONS] [NAME]

        In a folder that looplab init made: shows an exercise, checks its file on each
        save, and keeps the answers. After a pass n goes on to the next exercise; saving
        the file of another exercise goes to that one.

          h hint   l list   n next   d details   r again   q quit   ? keys

        Where there is no terminal, each line is a key by its first letter. At the end
        of the input the file has been checked once, or as often as it was saved.


        """ + ExerciseHelp.options + """

            What looplab init wrote is no answer. The same answer saved twice is kept once;
            the key r keeps it again.

            exit codes: 0 left with q, or passed at the end of the input; 1 not passed then;
                        2 usage; 3 progress could not be read; 128 + N ended by signal N

            """

    var course: String?
    var operand: String?

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool { false }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let (screen, terminal) = (Screen.detect(), TerminalInfo.detect())
        let (study, failure) = try open()
        let workspace = try study.folder()
        guard let exercise = try first(of: study) else { return try StandardOutput.print(Study.everythingIsPassed) }
        var session = try WatchSession(
            study: study, workspace: workspace, exercise: exercise,
            clearsScreen: screen.rows != nil && terminal.name != "dumb" && !terminal.name.isEmpty,
            isNotKept: failure)
        var input = WatchInput(hasKeys: terminal.isTerminal)
        do throws(CommandError) {
            let code = try session.run(&input)
            input.close()
            return code
        } catch {
            input.close()
            throw error
        }
    }

    /// Opens course and progress; where that cannot be written it is read, with the reason why.
    private func open() throws(CommandError) -> (Study, ProgressError?) {
        do throws(CommandError) {
            return (try Study(course: course, .readWrite), nil)
        } catch .progress(let failure) {
            return (try Study(course: course, .readOnly), failure)
        }
    }

    /// The exercise that was named, or is worked on, or comes next.
    private func first(of study: Study) throws(CommandError) -> Exercise? {
        if let operand { return try study.exercise(operand: operand) }
        if let current = study.workspace?.current, study.outline.exercises.contains(current) {
            return try study.exercise(current)
        }
        return try study.next()
    }
}
