// SPDX-License-Identifier: MIT
internal import Scheduling

/// A callback that held the main thread for 50 ms or more.
///
/// A worker may compute for as long as it likes: that is what it is for. So may a main script for which nobody waits.
struct BlockedLoop {
    private(set) var findings: [Finding] = []

    init(_ view: CoachView) {
        for (index, event) in view.trace.events.enumerated() where event.kind == .blocked && event.thread == 0 {
            guard let record = view.index.record(of: event.subject), let started = record.started,
                let position = view.position(of: index) ?? view.index.position(of: record)
                    ?? view.position(near: index)
            else { continue }
            let waiters = Self.waiters(view, until: index, besides: record)
            if record.kind == .script && waiters.isEmpty { continue }
            findings.append(Self.finding(view, event, record, started, position, waiters))
        }
    }

    // What was due, or ready, while the callback ran.
    private static func waiters(_ view: CoachView, until end: Int, besides own: CallbackRecord) -> [CallbackRecord] {
        view.index.callbacks.filter { record in
            guard record.callback != own.callback, record.thread == 0, let asked = record.asked, asked < end,
                record.kind != .microtask, record.kind != .tick
            else { return false }
            if let started = record.started, started < end { return false }
            if let cleared = record.cleared, cleared < end { return false }
            if record.kind == .timer { return due(view, asked) <= view.time(end) }
            if let queued = record.queued, queued > end { return view.time(queued) <= view.time(end) }
            return true
        }
    }

    private static func due(_ view: CoachView, _ timerSet: Int) -> UInt64 {
        let event = view.trace.events[timerSet]
        return event.kind == .timerSet ? event.due(countsWholeMilliseconds: false) : event.time
    }

    private static func finding(
        _ view: CoachView, _ event: TraceEvent, _ record: CallbackRecord, _ started: Int, _ position: SourcePosition,
        _ waiters: [CallbackRecord]
    ) -> Finding {
        let what = record.kind == .script ? "The main script" : "The callback \(view.index.label(of: record))"
        let index = view.trace.index(of: event.sequence)
        let called = index.flatMap { view.site(of: $0)?.call.callee }
        let operation = called ?? view.trace.text(of: event)
        var evidence = [
            "\(what) held the thread for \(CoachView.duration(event.value)), from "
                + "\(CoachView.duration(view.time(started)))"
                + (operation.isEmpty ? "." : ", most of it in \(operation)().")
        ]
        if let waiter = waiters.first, let asked = waiter.asked {
            if waiter.kind == .timer {
                let late = waiter.started.map { ", and ran \(view.moment($0))" } ?? ""
                evidence.append(
                    "\(view.index.label(of: waiter)) was due at \(CoachView.duration(due(view, asked)))\(late).")
            } else {
                evidence.append("\(view.index.label(of: waiter)) had to wait for it.")
            }
        }
        let isSync = operation.hasSuffix("Sync")
        return Finding(
            .blockedLoop, at: position, evidence: evidence,
            fix: isSync
                ? "Use the form without Sync, which lets the pool do it and calls back."
                : "Do it in slices with a task between them, or in a worker.")
    }
}
