// SPDX-License-Identifier: MIT

/// A way of going through a run; each can be gone forwards and backwards.
public enum StepMove: Equatable, Sendable {
    /// To the next stop, whatever runs there: the next statement, or event where there are no statements.
    case into
    /// To the next statement of this function, also behind an `await`; then to its caller's.
    case over
    /// Out of this function.
    case out
    /// To the next event of queues, promises or console.
    case event
    /// To the next callback that is about to run, of whichever queue.
    case callback
    /// To the next task that is about to run.
    case task
    /// To the next marked line, or to the end.
    case mark
    /// To the end, or the beginning.
    case end
    /// To where a line of the file that is shown runs.
    case line(Int)
    /// To where a text occurs: in the source, the output, or a name of a function, a variable or a queued callback.
    case text(String)
}

/// Which way to go.
public enum StepDirection: Equatable, Sendable {
    /// With time.
    case forwards
    /// Against time.
    case backwards
}

/// Why a move leads nowhere.
public enum StepRefusal: Error, Equatable, Sendable {
    /// Nothing was recorded after this.
    case atEnd
    /// Nothing was recorded before this.
    case atStart
    /// No task or callback begins in that direction.
    case noneBegins(isTask: Bool, StepDirection)
    /// The line does not run in that direction.
    case lineDoesNotRun(Int, StepDirection)
    /// The text does not occur in that direction.
    case textNotFound(String, StepDirection)
    /// There are not so many lines of output.
    case noSuchOutput(Int, count: Int)
    /// There are not so many events.
    case noSuchEvent(Int, count: Int)
    /// No callback runs, or only the main script, which nothing queued.
    case queuedByNobody
    /// No jump was made from which to return.
    case noJump

    /// What a person is told.
    public var sentence: String {
        switch self {
        case .atEnd: "This is the end."
        case .atStart: "This is the beginning."
        case .noneBegins(let isTask, let direction):
            "No \(isTask ? "task" : "callback") begins \(Self.word(direction)) this."
        case .lineDoesNotRun(let line, let direction):
            "Line \(line) does not run \(Self.word(direction)) this."
        case .textNotFound(let text, let direction): "\"\(text)\" does not occur \(Self.word(direction)) this."
        case .noSuchOutput(let number, let count):
            count == 0 ? "The program printed nothing." : "There is no output line \(number), only 1 to \(count)."
        case .noSuchEvent(let number, let count): "There is no event \(number), only 1 to \(count)."
        case .queuedByNobody: "No callback that was queued runs here."
        case .noJump: "No jump was made from which to return."
        }
    }

    private static func word(_ direction: StepDirection) -> String {
        direction == .forwards ? "after" : "before"
    }
}
