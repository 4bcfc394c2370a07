// SPDX-License-Identifier: MIT
internal import Coursework
internal import HostRuntime

// The words for what keeps a command about exercises from being done.
extension ErrorText {
    static func text(of error: StudyError) -> String {
        switch error {
        case .exerciseName(let problem): text(of: problem, "exercise", list: "looplab list")
        case .lessonName(let problem): text(of: problem, "lesson", list: ".lesson list")
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
        case .foreignChecks(let exercise):
            "the checks of \(exercise) did not come with looplab, and there is no sandbox for them: they can do all "
                + "that you can; read them, and if you trust them, give --trust"
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

    /// Why a check was stopped.
    static func words(forStoppedCheck ending: RunEnding) -> String {
        switch ending {
        case .timedOut: "stopped after 2 s: a loop in the program does not end, or it computes for too long"
        case .heapLimit(let bytes): "stopped: the program needed more than \(bytes >> 20) MiB of memory"
        default: words(for: ending)
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
