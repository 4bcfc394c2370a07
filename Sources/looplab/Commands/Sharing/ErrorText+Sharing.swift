// SPDX-License-Identifier: MIT
internal import Grading

// What is wrong with tokens, and with programs that came in one.
extension ErrorText {
    static func text(of error: TokenError) -> String {
        switch error {
        case .empty: "there is no token: nothing but blanks was given"
        case .foreign: "this is not a token of looplab share, which begins with TEw; was the beginning lost?"
        case .newer(let version, let supported):
            "a newer LoopLab made this token: version \(version), this one reads up to \(supported)"
        case .truncated: "the token is not whole: its end is missing; copy it again"
        case .damaged: "the token is damaged: some of its characters have changed; copy it again"
        case .tooLarge(let limit):
            "the program is too large for a token: its files may have \(limit >> 20) MiB together"
        }
    }

    static func text(of refusal: ReplayProgram.Refusal) -> String {
        switch refusal {
        case .hasWorkers: "cannot share a program that starts workers: a replay runs on one thread"
        case .badName(let name): "cannot share the file '\(name)': its path has more than 512 bytes or an odd name"
        }
    }

    static func text(of failure: ReplayFailure) -> String {
        switch failure {
        case .timedOut: "stopped: the program ran longer than --timeout allows"
        case .outOfMemory(let bytes): "stopped: the program needed more than the \(bytes >> 20) MiB that a replay has"
        case .forbidden: "stopped: the program tried something that is not allowed here"
        case .flooded(let limit): "stopped: the record of the run has more than \(limit >> 20) MiB"
        case .badRecord: "the program's process gave back something that is no record of a run; nothing is shown"
        case .interrupted: "interrupted"
        case .crashed: "the program's process died before it could tell what happened"
        case .noProcess(let number): "the program was not run: no process could be started: \(reason(number))"
        case .notConfined:
            "the program was not run: this system does not let a process give up its rights (seccomp)"
        case .noEngine: "the program was not run: the JavaScript engine did not start in the sandbox"
        }
    }

    static func exitCode(of failure: ReplayFailure) -> Int32 {
        switch failure {
        case .timedOut: 124
        case .outOfMemory: 134
        case .interrupted(let signal): 128 + signal
        case .forbidden, .flooded, .badRecord, .crashed, .noProcess, .notConfined, .noEngine: 3
        }
    }

    /// Says on standard error what is about to run.
    static func announce(_ program: ReplayProgram) {
        let files = program.files.count == 1 ? "" : " and \(program.files.count - 1) more"
        write("\(program.name)\(files) (\(size(program.byteCount))) in a sandbox: no files, no network")
    }

    /// Says on standard error that a replay ended because it had done enough.
    static func reportCut(events: UInt64) {
        write("stopped after \(events) recorded events, as many as this replay may have")
    }

    /// Says on standard error that a token is too long for a command line.
    static func reportLongToken(characters: Int) {
        write("the token is too long for a command line (\(characters) characters): looplab replay - reads it")
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 10_000 ? "\(bytes) bytes" : "\(bytes / 1_000) kB"
    }
}
