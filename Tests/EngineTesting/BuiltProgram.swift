// SPDX-License-Identifier: MIT
internal import Glibc

/// The `looplab` that was built with the tests.
public enum BuiltProgram {
    /// The directory in which it stands, next to the tests' own executable.
    public static let directory: String = {
        guard let tests = realpath("/proc/self/exe", nil) else {
            preconditionFailure("no path of this process: \(errno)")
        }
        defer { free(tests) }
        return String(cString: dirname(tests))
    }()

    /// The path of the executable.
    public static let path = directory + "/looplab"
}
