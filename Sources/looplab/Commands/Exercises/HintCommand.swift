// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Coursework
internal import Markup
internal import Progress

/// `looplab hint`: the next piece of help.
struct HintCommand: ExerciseCommand, Equatable {
    static let name = "hint"
    static let synopsis = (operands: "[NAME]", summary: "the next hint: nudge, rule, nearly there")
    static let help =
        """
        usage: looplab hint [OPTIONS] [NAME]

        Shows the next hint of an exercise, each more than the one before. How many you
        have seen is kept with your answers.

          --level N                this one, without those before it
          --all                    those that you have seen, once more

        """ + ExerciseHelp.options

    var course: String?
    var operand: String?
    var level: Int?
    var showsAll = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--level": level = try reader.number(of: name, value)
        case "--all": showsAll = true
        default: return false
        }
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        let style = Screen.detect().style
        let study = try Study(course: course, .readWrite)
        let exercise = try study.exercise(operand: operand)
        let body = try study.body(of: exercise)
        let page = ExercisePage(exercise, study, style)
        let id = "\(exercise.id)"
        let numbers: [Int]
        if showsAll {
            let seen = try study.progress { (store) throws(ProgressError) in
                try store.hintLevel(of: id, course: study.outline.id)
            }
            if seen == 0 { return try StandardOutput.print("You have seen no hint of \(exercise.number) yet.\n") }
            numbers = Array(1...min(seen, body.hints.count))
        } else if let level {
            guard level <= body.hints.count else {
                throw .badValue(
                    option: "--level", value: "\(level)", expected: "a whole number from 1 to \(body.hints.count)")
            }
            try study.progress { (store) throws(ProgressError) in
                try store.noteHint(level, of: id, course: study.outline.id, at: .now)
            }
            numbers = [level]
        } else {
            numbers = [try study.nextHint(of: exercise, body)]
        }
        var rows = page.heading
        for number in numbers { rows += [StyledText()] + page.hint(number, of: body) }
        let more = (numbers.last ?? 0) < body.hints.count ? "looplab hint  shows more; " : ""
        rows += [StyledText(), StyledText(" \(more)looplab check \(exercise.number)  takes your answer.")]
        try show(rows, style)
        return 0
    }
}
