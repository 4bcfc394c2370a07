// SPDX-License-Identifier: MIT
internal import Scheduling

// Each event as a short sentence.
extension StepWords {
    /// What happened at an event.
    func sentence(at position: Int) -> String {
        let event = trace.events[position]
        switch event.kind {
        case .threadStarted: return "\(thread(event.thread)) begins"
        case .threadEnded: return "\(thread(event.thread)) ends"
        case .queued, .timerSet, .cleared, .started, .ended, .blocked: return sentence(ofCallback: event)
        case .turnStarted, .phaseEntered, .checkpointEntered, .clockJumped, .choice, .taskSourceChosen, .frameBegan,
            .loopEmptied:
            return sentence(ofLoop: event)
        case .promiseCreated, .promiseSettled, .handlerAttached, .awaitSuspended, .awaitResumed, .rejectionUnhandled,
            .rejectionHandled:
            return sentence(ofPromise: event)
        case .jobQueued: return "\(label(event.subject)) is given to the host"
        case .jobStarted: return "the host begins \(label(event.subject))"
        case .jobEnded: return "the host has done \(label(event.subject))"
        case .messageSent: return "\(text(of: event, or: "a message")) leaves for another thread"
        case .messageDelivered: return "a message arrives"
        case .output:
            return "prints \(quoted(trace.text(of: event)))" + (event.value == 2 ? " to standard error" : "")
        case .uncaughtError: return "nobody catches: \(trace.text(of: event))"
        case .programEnded:
            let reason = trace.text(of: event)
            return "the program ends with code \(event.value)" + (reason.isEmpty ? "" : ": \(reason)")
        case .frameEntered: return "enters \(text(of: event, or: "(anonymous)"))"
        case .frameLeft: return event.value == 1 ? "leaves the function, which waits" : "leaves the function"
        case .statement: return statement(event)
        case .variable: return "\(trace.text(of: event)) = \(trace.text(UInt32(truncatingIfNeeded: event.value)))"
        case .listenerAdded: return "a listener of '\(trace.text(of: event))' is added"
        case .listenerRemoved: return "a listener of '\(trace.text(of: event))' is taken away"
        case .dropped: return "\(event.value) events were not kept"
        }
    }

    private func sentence(ofCallback event: TraceEvent) -> String {
        let label = label(event.subject)
        let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value))
        switch event.kind {
        case .queued: return "\(label) joins \(kind.map(Self.queue) ?? "a queue")"
        case .timerSet:
            let delay = event.value & (TraceEvent.repeating - 1)
            return "\(label) is set for \(event.value & TraceEvent.repeating != 0 ? "every" : "in") \(delay) ms"
        case .cleared: return "\(label) is cleared and will not run"
        case .started: return "\(label) begins"
        case .ended:
            return "\(label) " + (event.value == 0 ? "has run" : event.value == 1 ? "threw" : "stops the program")
        default: return "\(label) held the thread for \(TraceListing.milliseconds(event.value))"
        }
    }

    private func sentence(ofLoop event: TraceEvent) -> String {
        switch event.kind {
        case .turnStarted: return "turn \(event.value) begins"
        case .phaseEntered: return "the \(Self.phase(event.phase)) begins"
        case .checkpointEntered: return "a checkpoint begins: ticks, then microtasks"
        case .clockJumped: return "nothing is ready: the clock jumps to \(TraceListing.milliseconds(event.time))"
        case .choice: return "an order is chosen that is left open"
        case .taskSourceChosen: return "the page takes a task"
        case .frameBegan: return "frame \(event.value) is rendered"
        default: return "nothing is left to do"
        }
    }

    private func sentence(ofPromise event: TraceEvent) -> String {
        let promise = "promise \(event.subject)"
        switch event.kind {
        case .promiseCreated: return "\(promise) is made"
        case .promiseSettled: return "\(promise) is \(event.value == 0 ? "fulfilled" : "rejected")"
        case .handlerAttached: return "\(promise) gets a reaction (\(text(of: event, or: "then")))"
        case .awaitSuspended: return "an async function waits for promise \(event.value)"
        case .awaitResumed: return "an async function goes on"
        case .rejectionUnhandled: return "\(promise) is rejected and nobody handles it: \(trace.text(of: event))"
        default: return "\(promise), reported before, is handled after all"
        }
    }

    private func statement(_ event: TraceEvent) -> String {
        guard let place = trace.position(of: event) else { return "a statement runs next" }
        return "runs next: \(self.place(place))"
    }

    private func text(of event: TraceEvent, or other: String) -> String {
        let text = trace.text(of: event)
        return text.isEmpty ? other : text
    }

    /// A text in quotes, on one line and not too long.
    func quoted(_ text: String) -> String {
        var short = text.unicodeScalars.prefix(200)
        let isCut = short.endIndex != text.unicodeScalars.endIndex
        if !isCut, short.last == "\n" { short = short.dropLast() }
        return "\"" + String(Substring(short)).replacing("\n", with: "\\n") + (isCut ? "..." : "") + "\""
    }
}
