// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime

/// The environment of this process.
enum ProcessEnvironment {
    /// One variable; nil when unset, and empty values count as unset, as the XDG base directories want it.
    static subscript(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// Every variable, in the order of the environment.
    static var all: [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text)
            if let equals = pair.firstIndex(of: "=") {
                result.append((String(pair[..<equals]), String(pair[pair.index(after: equals)...])))
            }
            entry += 1
        }
        return result
    }

    /// Where caches go (XDG base directory specification); nil without a home.
    static var cacheDirectory: String? {
        base("XDG_CACHE_HOME", fallback: ".cache")
    }

    /// Where a person's state goes: history, progress.
    static var stateDirectory: String? {
        base("XDG_STATE_HOME", fallback: ".local/state")
    }

    private static func base(_ variable: String, fallback: String) -> String? {
        if let directory = self[variable], directory.hasPrefix("/") { return directory + "/looplab" }
        return self["HOME"].map { "\($0)/\(fallback)/looplab" }
    }

    /// Where colour is used (https://no-color.org).
    static func color(_ choice: ColorChoice) -> ProgramColor {
        switch choice {
        case .always: .always
        case .never: .never
        case .automatic: self["NO_COLOR"] == nil && self["TERM"] != "dumb" ? .onTerminals : .never
        }
    }
}
