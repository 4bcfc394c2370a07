// SPDX-License-Identifier: MIT
internal import Scheduling

/// The environment of a program or of one worker: names and values in the order in which they were set.
///
/// A worker gets a copy, or with `SHARE_ENV` the very one of its parent. May be used from any thread.
final class Environment: Sendable {
    private let variables: Guarded<[(name: String, value: String)]>

    init(_ variables: [(name: String, value: String)]) {
        // The first of two with one name counts, as for getenv(3).
        var seen: Set<String> = []
        self.variables = Guarded(variables.filter { seen.insert($0.name).inserted })
    }

    /// All variables.
    var all: [(name: String, value: String)] {
        variables.withLock { $0 }
    }

    subscript(name: String) -> String? {
        get {
            variables.withLock { variables in variables.first { $0.name == name }?.value }
        }
        set {
            variables.withLock { variables in
                let index = variables.firstIndex { $0.name == name }
                switch (index, newValue) {
                case (let index?, let value?): variables[index].value = value
                case (let index?, nil): variables.remove(at: index)
                case (nil, let value?): variables.append((name, value))
                case (nil, nil): break
                }
            }
        }
    }
}
