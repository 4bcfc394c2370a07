// SPDX-License-Identifier: MIT
/// Where a task of a page comes from; each source has a task queue of its own.
///
/// Source: HTML standard, section 8.1.7.4 "Generic task sources", and the sections named at the cases.
public enum TaskSource: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Changes of the document, and the events of unhandled rejections.
    case domManipulation
    /// What a person does: clicks and keys.
    case userInteraction
    /// What came from the network, scripts included.
    case networking
    /// Timers (8.6 "Timers").
    case timer
    /// Messages between windows, ports and workers (9.3 "Cross-document messaging", 9.4 "Channel messaging").
    case postedMessage
    /// Observers of the performance timeline ("Performance Timeline", section 5.3).
    case performanceTimeline
    /// "Update the rendering" (8.1.7.3 "Processing model").
    case rendering
    /// Idle callbacks whose timeout is over ("requestIdleCallback()", section 5.2).
    case idle
}

/// A task that waits in the queue of its source.
struct QueuedTask: BitwiseCopyable {
    let callback: Callback
    /// When it was queued, in nanoseconds of the loop's clock.
    let time: UInt64
}

/// The task queues of a page that are filled by `queueTask`, one for each source.
///
/// Confined to the loop's thread.
struct TaskQueues {
    private struct Queue {
        var tasks: [QueuedTask] = []
        var head = 0
    }

    private var queues = [Queue](repeating: Queue(), count: TaskSource.allCases.count)
    private(set) var count = 0

    /// The task that is next in the queue of a source.
    func first(of source: TaskSource) -> QueuedTask? {
        let queue = queues[Int(source.rawValue)]
        return queue.head < queue.tasks.count ? queue.tasks[queue.head] : nil
    }

    mutating func append(_ task: QueuedTask, _ source: TaskSource) {
        queues[Int(source.rawValue)].tasks.append(task)
        count += 1
    }

    mutating func popFirst(of source: TaskSource) -> QueuedTask? {
        guard let task = first(of: source) else { return nil }
        let index = Int(source.rawValue)
        queues[index].head += 1
        count -= 1
        // The slots in front are given back when they are half of all: amortized, a task moves once.
        if queues[index].head * 2 >= queues[index].tasks.count {
            queues[index].tasks.removeFirst(queues[index].head)
            queues[index].head = 0
        }
        return task
    }

    /// The tasks of one source, next one first.
    func waiting(of source: TaskSource) -> [Callback] {
        let queue = queues[Int(source.rawValue)]
        return queue.tasks[queue.head...].map(\.callback)
    }

    /// Takes all tasks out.
    mutating func removeAll() -> [Callback] {
        defer { self = TaskQueues() }
        return TaskSource.allCases.flatMap(waiting(of:))
    }
}
