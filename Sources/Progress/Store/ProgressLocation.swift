// SPDX-License-Identifier: MIT
internal import SQLStorage

/// Where a person's progress lies.
public enum ProgressLocation {
    /// `LOOPLAB_DB`, else `looplab/progress.sqlite` in the person's data directory (XDG base directory specification).
    ///
    /// An empty variable counts as unset, and so does an `XDG_DATA_HOME` that is not absolute. `environment` gives the
    /// value of a variable. Throws `ProgressError.noPlace` where no home is known.
    public static func path(environment: (String) -> String?) throws(ProgressError) -> String {
        func value(_ name: String) -> String? {
            environment(name).flatMap { $0.isEmpty ? nil : $0 }
        }
        if let path = value("LOOPLAB_DB") { return DatabaseFile.absolute(path) }
        if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/looplab/progress.sqlite" }
        guard let home = value("HOME") else { throw .noPlace }
        return DatabaseFile.absolute(home) + "/.local/share/looplab/progress.sqlite"
    }
}
