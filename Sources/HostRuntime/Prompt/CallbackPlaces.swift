// SPDX-License-Identifier: MIT
public import Scheduling
internal import ScriptEngine

// Where in the program each waiting callback was queued, for the view of the queues and the report of a page's
// frames. Recorded only where one of them may be asked for: asking the engine for the caller costs more than queueing.
extension Runtime {
    /// Notes the place of a callback that is about to be queued under a handle.
    func notePlace(of kind: CallbackKind, _ handle: UInt32, _ api: String) {
        guard isPrompt || loop.profile == .browser && kind != .microtask else { return }
        places[Self.key(kind, handle)] = api + "@" + context.callerLocation
    }

    /// What a waiting callback is called: the API that queued it and where.
    public func label(of callback: Callback) -> String {
        if callback.handle & Handle.job != 0 {
            let place = context.label(of: PromiseJob(number: Handle.number(callback.handle)))
            return place.isEmpty ? "promise job" : "promise job@" + place
        }
        if let place = places[Self.key(callback.kind, callback.handle)] { return place }
        return callback.handle & Handle.closure != 0 ? "internal" : "callback"
    }

    /// Notes where the callback that is about to run was queued.
    func noteRunning(_ callback: Callback) {
        if !places.isEmpty { runningPlace = places[Self.key(callback.kind, callback.handle)] ?? "" }
    }

    /// Forgets the place of a callback that ran or was cleared.
    func forgetPlace(of callback: Callback) {
        if !places.isEmpty { places[Self.key(callback.kind, callback.handle)] = nil }
    }

    // Timers have numbers of their own, so the kind belongs to the name.
    private static func key(_ kind: CallbackKind, _ handle: UInt32) -> UInt64 {
        UInt64(kind.rawValue) << 32 | UInt64(handle)
    }
}
