// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime

/// A process that runs one check of a submission, by one schedule after the other, for as long as each leaves it as it
/// was.
///
/// Another check gets another process: whatever a submission hides in its realm, it does not learn in which of its
/// checks it is. The process says that it is ready, runs the check, answers, and says whether it can be asked again.
/// What it says is hostile until it has been read with care.
final class CheckSession {
    private let job: CheckJob
    private let index: Int?
    private let workers: Int
    private var process: SandboxedProcess?
    /// What it said since it was last asked.
    private var said: [UInt8] = []

    /// Starts one with its first task, which a copy of this process need not be told.
    init(_ task: CheckTask, _ body: CheckProcess) throws(SandboxedProcess.Failure) {
        job = task.job
        index = task.index
        workers = task.schedule.workers
        process = try SandboxedProcess.copy { input, output in body.run(task, tasksFrom: input, answerOn: output) }
    }

    deinit {
        end()
    }

    /// Whether it is the one for a task.
    func fits(_ task: CheckTask) -> Bool {
        process != nil && task.index != nil && task.index == index && task.schedule.workers == workers
            && task.job == job
    }

    /// What came of a task: an answer, or the end of the process.
    enum Outcome {
        case answer([UInt8])
        case end(SandboxedProcess.Result)
    }

    /// Waits for what comes of a task: of its first one, or of another one, which it is told.
    func outcome(of task: CheckTask? = nil, nanoseconds: UInt64, stop: Int32) -> Outcome {
        said = []
        let message = task.map { task in
            let bytes = task.bytes
            return Frame.header(of: bytes) + bytes
        }
        let news = process?.ask(
            message ?? [], &said, replyLimit: GradingServer.answerLimit, nanoseconds: nanoseconds, stop: stop,
            isAnswer: { CheckWords($0).answer != nil })
        let words = CheckWords(said)
        if news == nil, let answer = words.answer {
            if !words.canBeAskedAgain { end() }
            return .answer((words.isReady ? [CheckAnswer.readyMark] : []) + answer)
        }
        let result = process.take()?.end(words.isReady ? [CheckAnswer.readyMark] : [], news ?? .ended)
        return .end(result ?? SandboxedProcess.Result())
    }

    /// Ends it.
    func end() {
        _ = process.take()?.end([], .ended)
    }
}

/// What a process says of one task: that it is ready, as an empty message, then its answer.
struct CheckWords {
    /// Whether it had got as far as the submission.
    private(set) var isReady = false
    /// Whether it goes on when it is asked.
    private(set) var canBeAskedAgain = false
    /// The answer; nil until it is whole.
    private(set) var answer: [UInt8]?

    /// Reads what was said so far; anything behind an answer is ignored.
    init(_ said: borrowing [UInt8]) {
        var position = 0
        while position + Frame.headerBytes <= said.count {
            let start = position + Frame.headerBytes
            let length = Frame.length(said[position..<start])
            guard length <= GradingServer.answerLimit, start + length <= said.count else { return }
            if length == 0 {
                isReady = true
            } else {
                canBeAskedAgain = said[start] == 1
                answer = Array(said[(start + 1)..<(start + length)])
                return
            }
            position = start + length
        }
    }

    static var ready: [UInt8] { Frame.header(of: []) }

    static func answer(_ answer: CheckAnswer, canBeAskedAgain: Bool) -> [UInt8] {
        let message = [canBeAskedAgain ? 1 : 0] + answer.bytes
        return Frame.header(of: message) + message
    }
}
