// SPDX-License-Identifier: MIT
internal import Coursework

// The words for what is wrong with what a course's programs do.
extension ErrorText {
    static func text(of fault: RunFault) -> String {
        switch fault {
        case .ended(let ending, let meant, let message): text(of: ending, meant: meant, message)
        case .lines(let count, let range):
            "the program prints \(lines(count)); for an order to predict it has to print from \(range.lowerBound) to "
                + "\(range.upperBound)"
        case .repeatedLine(let line):
            "the line '\(line)' is printed twice, so nobody could tell which comes first; make all lines different"
        case .lineNotInAllOrders(let line):
            "Node leaves an order open here, and '\(line)' is not printed in every one; print the same lines in all"
        case .emptyLine: "the program prints an empty line, which nobody can name; print something in it"
        case .noNumber(let line):
            line.map { "the last line is '\($0)', which is no number; print the number alone, last" }
                ?? "the program prints nothing; print the number as its last line"
        case .missesGoal(let shortfall):
            "the solution does not reach the goal: \(text(of: shortfall)); mend one of them"
        case .startReachesGoal: "what the learner begins with reaches the goal already; ask for more"
        case .starterPasses: "the starter passes all checks, so there is nothing to do; break it, or add a check"
        case .solutionFails(let checks): "this has to pass and fails at \(quoted(checks)); mend it, or the check"
        case .wrongPasses(let check):
            "this wrong solution passes all checks; make '\(check)' catch it, or move it to right/"
        case .wrongFailsElsewhere(let check, let failed):
            "this fails at \(quoted(failed)) and not at '\(check)', which it names; name the check that catches it"
        case .unknownCheck(let name, let nearest):
            "there is no check '\(name)'\(meant(nearest)) in checks.js; write the name as it stands there"
        case .noChecks: "there is not one check in this file; write at least one"
        case .checksBroken(let words): "the checks could not be run: \(words); mend this"
        }
    }

    private static func text(
        of ending: CourseProgramRun.Ending, meant: CourseProgram.Ending, _ message: String?
    ) -> String {
        let words = message.map { " (\($0))" } ?? ""
        let found =
            switch ending {
            case .exited(0): "the program ends by itself"
            case .exited(let code): "the program ends with exit code \(code)\(words)"
            case .stopped: "the program does not come to an end"
            case .refused: "the program tries something that a sandbox does not allow"
            case .stuck: "the program waits for messages that nobody can send"
            }
        let advice =
            switch meant {
            case .ends:
                ending == .refused
                    ? "use what can compute and print only"
                    : ending.isFailure
                        ? "mend it, or say 'throws' behind its role"
                        : "mend it, or say 'stops' or 'repeats' behind its role"
            case .throws: "it says 'throws': remove the word, or let it fail"
            case .stops: "it says 'stops': remove the word, or let it hang"
            case .repeats: "it says 'repeats': remove the word, or let it print without end"
            }
        return "\(found); \(advice)"
    }

    private static func text(of shortfall: TryGoal.Shortfall) -> String {
        switch shortfall {
        case .unused(let name): "it does not use '\(name)', which 'uses' asks for"
        case .forbidden(let line): "it prints '\(line)', which 'forbid' excludes"
        case .missing(let line, 0): "it does not print '\(line)'"
        case .missing(let line, let found): "it does not print '\(line)' after the \(lines(found)) before it"
        case .different(let index, let expected?, let found?):
            "line \(index + 1) is '\(found)', and 'output' says '\(expected)'"
        case .different(let index, let expected?, nil): "line \(index + 1), '\(expected)', is not printed"
        case .different(let index, nil, let found):
            "it prints a line \(index + 1), '\(found ?? "")', that 'output' does not have"
        }
    }

    private static func lines(_ count: Int) -> String {
        count == 0 ? "no line" : count == 1 ? "1 line" : "\(count) lines"
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension CourseProgramRun.Ending {
    /// Whether the program came to an end, and not a good one.
    fileprivate var isFailure: Bool {
        if case .exited(let code) = self { code != 0 } else { false }
    }
}
