// SPDX-License-Identifier: MIT
internal import Scheduling

// What decides between a callback that begins and one that waits, in the loop of a page.
extension Decider {
    func inPage(_ contest: Contest) -> Decision {
        if contest.waiter.isJob, !contest.winner.isJob {
            return contest.decided(
                .checkpointAfterCallback,
                "\(contest.first) ran before the stack was empty; \(contest.second) waited for that")
        }
        if let decision = amongJobs(contest) { return decision }
        switch (contest.winner.record.kind, contest.waiter.record.kind) {
        case (.animationFrame, .animationFrame): return amongFrames(contest)
        case (.idle, .idle):
            return contest.decided(.firstInFirstOut, "\(contest.first) was asked for before \(contest.second)")
        case (_, .idle):
            return contest.decided(
                .idleIsLast, "\(contest.first) was there to be run; \(contest.second) waited until the page was idle")
        case (_, .animationFrame):
            let began = trace.events[contest.waiter.started].time
            return contest.decided(
                .framesRender,
                "\(contest.first) ran at \(time(contest.winner.started)); the frame that had \(contest.second) came at "
                    + ShortTime.text(began))
        case (.timer, .timer): return amongTimers(contest)
        case (_, .timer): return notYetDue(contest) ?? amongTasks(contest)
        default: return notYetReady(contest) ?? amongTasks(contest)
        }
    }

    private func notYetReady(_ contest: Contest) -> Decision? {
        let ready = contest.waiter.queued(in: trace)
        guard ready > contest.winner.started else { return nil }
        return contest.decided(
            .hostWorkTakesTime,
            "\(contest.first) ran at \(time(contest.winner.started)); \(contest.second) was ready at \(time(ready))"
        )
    }

    private func amongFrames(_ contest: Contest) -> Decision {
        let isNext = trace.events[contest.winner.started...contest.waiter.started].contains { $0.kind == .frameBegan }
        return isNext
            ? contest.decided(
                .nextFrame,
                "\(contest.first) was there when the frame began; \(contest.second) was asked for later and "
                    + "had to wait for the next frame")
            : contest.decided(
                .framesRender, "one frame ran both, and \(contest.first) was asked for before \(contest.second)")
    }

    private func amongTasks(_ contest: Contest) -> Decision {
        let first = source(of: contest.winner), second = source(of: contest.waiter)
        if let first, first == second {
            return contest.decided(
                .oneSourceInOrder, "\(contest.first) was queued before \(contest.second), both by the same task source")
        }
        if isOpen(.taskSource, contest) {
            return contest.open(.sourcesAreOpen, "tasks of several sources were ready")
        }
        return contest.decided(.oneTaskAtATime, "\(contest.first) was the older task; \(contest.second) had to wait")
    }

    // The event that tells the source stands right before the task.
    private func source(of link: Lineage.Link) -> UInt64? {
        guard link.started > 0 else { return nil }
        let event = trace.events[link.started - 1]
        return event.kind == .taskSourceChosen ? event.value : nil
    }
}

// What decides between callbacks of two threads.
extension Decider {
    func acrossThreads(_ contest: Contest) -> Decision {
        let first = trace.events[contest.winner.started]
        let second = trace.events[contest.waiter.started]
        return contest.decided(
            .threadsAreSideBySide,
            "\(contest.first) ran on \(Self.name(ofThread: first.thread)) at \(ShortTime.text(first.time)), "
                + "\(contest.second) on \(Self.name(ofThread: second.thread)) at \(ShortTime.text(second.time))")
    }

    /// What decided where a callback led to one of another thread.
    func ledAcrossThreads(_ contest: Contest) -> Decision {
        let thread = Self.name(ofThread: contest.waiter.record.thread)
        return contest.decided(
            .messagesAreTasks,
            "\(contest.first) sent something to \(thread), which took it at \(time(contest.waiter.started)): "
                + "\(contest.second) came out of that")
    }

    /// What a thread is called.
    static func name(ofThread number: UInt16) -> String { number == 0 ? "the main thread" : "worker \(number)" }
}
