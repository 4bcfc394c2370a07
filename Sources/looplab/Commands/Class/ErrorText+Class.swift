// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Markup
internal import Results

// What keeps something from being done with a class.
extension ErrorText {
    static func text(of error: ClassError) -> String {
        switch error {
        case .missingAction:
            "class does what? Say init, import-roster, override, export, merge or verify; --help says more"
        case .unknownAction(let word, let known):
            "class cannot '\(word)'; it knows \(known.joined(separator: ", "))"
        case .missingRoster: "import which roster? Give the file that Canvas or Moodle exports, or another table"
        case .missingGradebook: "merge what? Give the gradebooks whose records are to be added"
        case .missingExercise: "override which score? Say LEARNER EXERCISE, then --points N, --excused or --withdraw"
        case .missingDecision: "override with what? Give --points N, --excused, or --withdraw to take one back"
        case .severalDecisions: "--points, --excused and --withdraw say different things; give one of them"
        case .missingReason: "an override needs its reason, on one line: --reason TEXT; it stays beside the score"
        case .missingAuthor: "an override needs somebody who answers for it: --by NAME"
        case .missingFormat:
            "export for what? Give --format " + GradeExport.Format.allCases.map(\.rawValue).joined(separator: ", ")
        case .noGradebook(let path, true):
            "there is no gradebook \(path) here; looplab class init makes one, --gradebook names another"
        case .noGradebook(let path, false):
            "there is no gradebook \(path); correct the name, or make one with looplab class init"
        case .exists(let path): "there is \(path) already, so nothing was written; name another folder"
        case .rosterIsFolder(let path): "cannot read \(path): it is a folder; name the table in it"
        case .badRoster(let problems):
            "the roster cannot be taken; nothing was recorded:" + problems.map { "\n  \(line(for: $0))" }.joined()
        case .unknownLearner(let name, let nearest):
            "nothing is known of '\(name)'\(meant(nearest)); "
                + "import a roster first, or correct the name"
        case .unknownExercise(let name, let nearest):
            "there is no exercise '\(name)' in the gradebook\(meant(nearest)); name it as TRACK/NAME"
        }
    }

    /// One line: `file:line:column: what is wrong; what to do`.
    static func line(for problem: RosterProblem) -> String {
        TerminalText.escapedRow("\(text(of: problem.place)): \(text(of: problem.fault))")
    }

    private static func text(of fault: RosterFault) -> String {
        switch fault {
        case .workbook: "this is a workbook, no text; save it as \"CSV UTF-8\" in your spreadsheet program"
        case .utf16: "this is UTF-16; save it as \"CSV UTF-8\""
        case .table(let problem): text(of: problem)
        case .tooLarge(let limit): "this has more than \(limit >> 20) MiB, which no roster has"
        case .empty: "this file is empty; its first line names the columns, as learner,name,email,section"
        case .unknownHeader(let columns):
            "no column names the learners (it has \(columnList(columns))); name it with --column learner=NAME"
        case .nobody: "there is nobody below the header"
        case .missingColumn(let name, let columns):
            "there is no column '\(name)'; it has \(columnList(columns))"
        case .repeatedColumn(let name, let first):
            "'\(name)' says the same as column \(first); rename or remove one"
        case .tooManyCells(let count, let expected):
            "the row has \(count) cells and the header \(expected); put texts with commas in quotes"
        case .unnamed(let column):
            "'\(column)' is empty here, and it names the learner; fill it, or name another with --column learner=NAME"
        case .notAName(let column):
            "'\(column)' is too long here, or has line ends or invisible characters; type it anew"
        case .repeatedLearner(let learner, let line):
            "'\(learner)' stands on line \(line) as well, with something else; keep one of them"
        case .repeatedID(let id, let line):
            "the \(words(for: id.system)) '\(id.value)' is that of line \(line) as well; correct one of them"
        }
    }

    private static func text(of problem: CSVReader.Problem) -> String {
        switch problem {
        case .quoteInCell: "a quote stands within a cell; put the whole cell in quotes and double this one"
        case .textAfterQuote: "text stands behind a closing quote; double the quotes within a cell"
        case .openQuote: "this quote is not closed before the end of the file"
        case .notUTF8: "this cell is not UTF-8; save the file as \"CSV UTF-8\""
        case .tooLong(let limit): "this row has more than \(limit >> 10) KiB; is a quote not closed?"
        }
    }

    /// What an ID is called.
    static func words(for system: RosterID.System) -> String {
        switch system {
        case .canvas: "Canvas ID"
        case .sis: "SIS ID"
        case .login: "login"
        case .moodle: "Moodle ID number"
        case .username: "user name"
        case .lti: "LTI user ID"
        case .name: "other name"
        case .first: "first name"
        case .last: "last name"
        }
    }

    private static func columnList(_ names: [String]) -> String {
        let limit = 8
        let shown = names.prefix(limit).map { "'\($0)'" }.joined(separator: ", ")
        return names.count > limit ? shown + " and \(names.count - limit) more" : shown
    }
}
