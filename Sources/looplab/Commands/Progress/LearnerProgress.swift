// SPDX-License-Identifier: MIT
internal import Progress

/// The progress of the person who runs this program.
enum LearnerProgress {
    /// The path of their database.
    static func path() throws(CommandError) -> String {
        try reaching { () throws(ProgressError) in try ProgressLocation.path { ProcessEnvironment[$0] } }
    }

    /// Opens their database.
    static func open(_ mode: ProgressStore.Mode) throws(CommandError) -> ProgressStore {
        let path = try path()
        return try reaching { () throws(ProgressError) in try ProgressStore(path: path, mode: mode) }
    }

    /// Does something with a database; what goes wrong there becomes an error of the command.
    static func reaching<Value>(
        _ body: () throws(ProgressError) -> Value
    ) throws(CommandError) -> Value {
        do throws(ProgressError) {
            return try body()
        } catch {
            throw .progress(error)
        }
    }
}
