// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// With what a worker begins.
struct WorkerStart: Sendable {
    /// What it runs.
    enum Program: Sendable {
        case file(String)
        case text(String)
    }

    /// Limits of its engine, in MiB; nil for the default.
    struct ResourceLimits: Sendable {
        var youngGeneration: Double?
        var oldGeneration: Double?
        var code: Double?
        var stack: Double?
    }

    var program: Program
    /// Whether the program is a module whatever its name says.
    var isModule: Bool
    /// The end of its parent port, if it has one.
    var port: PortEnd?
    var name: String
    /// Its own environment, or its parent's very one.
    var environment: Environment
    /// Whether it has the environment of its parent in common with it.
    var sharesEnvironment: Bool
    var arguments: [String]
    var limits: ResourceLimits
    var hasInput: Bool
    /// The profile that its globals follow.
    var profile: String
    /// `workerData` and the environment data, in an array.
    var data: Message
    /// The choices that it takes over from its parent.
    var inherited: Inherited

    struct Inherited: Sendable {
        var clock: ClockKind
        var seed: UInt64
        var directory: String?
        var heapBytes: Int
        var color: ProgramColor
        var productVersion: String
        var sealedFiles: SealedFiles?
    }
}

/// Which thread of which program a runtime is for.
struct ThreadRole: Sendable {
    let program: SharedProgram
    /// 0 for the main thread.
    let number: Int
    /// Its place in virtual time.
    let place: TimelinePlace?
    /// When it begins, in nanoseconds of virtual time.
    let start: UInt64
    /// The event that asked for the thread, in the record of the run; 0 for the main thread.
    var startEvent: UInt64 = 0
    /// Nil for the main thread.
    let worker: Worker?

    struct Worker: Sendable {
        let start: WorkerStart
        let link: WorkerLink
    }
}
