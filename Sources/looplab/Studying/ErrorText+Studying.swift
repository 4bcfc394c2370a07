// SPDX-License-Identifier: MIT
internal import Coursework
internal import HostRuntime
internal import Results

// The words for what keeps a command about exercises from being done.
extension ErrorText {
    static func text(of error: StudyError) -> String {
        switch error {
        case .exerciseName(let problem): text(of: problem, "exercise", list: "looplab list")
        case .lessonName(let problem): text(of: problem, "lesson", list: "in looplab, .lesson list")
        case .noCurrentExercise:
            "which exercise? Give its name or its file; looplab list shows all, looplab next the next one"
        case .unreadableAnswer(let sentence): sentence
        case .answerIsAFile(let exercise):
            "the answer to \(exercise) is a program: give its file, or 'looplab check \(exercise)' in your folder"
        case .noAnswerFile(let exercise):
            "there is no file for \(exercise) here; 'looplab start \(exercise)' in your folder makes it "
                + "('looplab init' makes the folder)"
        case .notPassedYet(let exercise):
            "you have not passed \(exercise) yet; 'looplab hint \(exercise)' helps, and afterwards the solution is here"
        case .workspace(let error): text(of: error)
        }
    }

    static func exitCode(of error: StudyError) -> Int32 {
        switch error {
        case .notPassedYet: 1
        case .workspace(.notWritten): 3
        default: 2
        }
    }

    /// Why a check was stopped, in words that name the budget.
    static func words(for reason: StopReason) -> String {
        switch reason {
        case .synchronousLoop: "stopped: a loop in the program does not end, or it computes for too long"
        case .microtaskStarvation: "stopped: promise jobs or ticks without end, so that no timer ever has its turn"
        case .timerStorm: "stopped: the program never comes to rest; it sets timers or immediates without end"
        case .allocationBomb: "stopped: the program needed too much memory"
        case .outputFlood: "stopped: the program printed too much"
        case .runawayRecursion: "stopped: a recursion does not end (Maximum call stack size exceeded)"
        case .forbiddenCall: "stopped: the program asked the system for something that it must not have"
        case .exitedEarly(let code): "the program ended with exit code \(code) before the check was done"
        case .neverSettled(let words): words
        case .deadlock: "stopped: all threads of the program wait for one another"
        case .crashed: "stopped: the process died"
        }
    }

    private static func text(of problem: CourseNameProblem, _ noun: String, list: String) -> String {
        func number(_ id: ContentID) -> String {
            noun == "lesson" ? "\(id.lessonNumber) \(id.shortName)" : "\(id.exerciseNumber) \(id.shortName)"
        }
        switch problem {
        case .unknown(let name, let nearest) where nearest.isEmpty:
            return "there is no \(noun) '\(name)'; \(list) shows all"
        case .unknown(let name, let nearest):
            let names = nearest.map(number).joined(separator: ", ")
            return "there is no \(noun) '\(name)'; near to it: \(names)"
        case .ambiguous(let name, let ids):
            let names = ids.prefix(6).map(number).joined(separator: ", ")
            return "'\(name)' may be several: \(names)\(ids.count > 6 ? " …" : ""); give a little more of it"
        }
    }

    private static func text(of error: WorkspaceError) -> String {
        switch error {
        case .notFound: "this is no folder of exercises; 'looplab init' makes one"
        case .notWritten(let path, let number): "cannot write \(path): \(reason(number))"
        case .unreadable(let path):
            "\(path) is not what looplab init writes; a newer looplab may have made it, or it was edited"
        case .otherCourse(let path, let course):
            "\(path) is a folder for the course '\(course)'; give another directory, or that course with --course"
        case .nothingKept(let exercise): "nothing of \(exercise) was kept: its file was never reset"
        }
    }
}
