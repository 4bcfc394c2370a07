// SPDX-License-Identifier: MIT
internal import Glibc

/// Finds the course that a person means.
public enum CourseLocation {
    /// Where a course's directory was named or found.
    public enum Origin: Hashable, Sendable {
        /// By `--course`.
        case option
        /// By the environment: `LOOPLAB_COURSE`.
        case environment
        /// Where the program is installed.
        case installation
        /// In the source tree that the program was built in.
        case sourceTree
    }

    /// A course's directory.
    public struct Found: Hashable, Sendable {
        /// Its path.
        public let root: String
        /// Who named it.
        ///
        /// The programs of a course that a person named are somebody else's and belong into a sandbox.
        public let origin: Origin

        /// Names a directory.
        public init(root: String, origin: Origin) {
            self.root = root
            self.origin = origin
        }
    }

    /// The course to use; nil where none was named and none is found.
    ///
    /// A directory that a person named is used whether or not there is a course in it. Otherwise, with the executable
    /// in `bin`: `share/looplab/course` beside `bin`, the executable's own directory, and each directory above it.
    public static func find(option: String?, environment: String?, executable: String?) -> Found? {
        if let option { return Found(root: option, origin: .option) }
        if let environment, !environment.isEmpty { return Found(root: environment, origin: .environment) }
        guard let executable, let resolved = realpath(executable, nil) else { return nil }
        defer { free(resolved) }
        guard let path = String(validatingCString: resolved), let directory = parent(path) else { return nil }
        if let above = parent(directory) {
            let shared = (above == "/" ? "" : above) + "/share/looplab/course"
            if holdsCourse(shared) { return Found(root: shared, origin: .installation) }
        }
        if holdsCourse(directory) { return Found(root: directory, origin: .installation) }
        var candidate = parent(directory)
        while let root = candidate {
            if holdsCourse(root) { return Found(root: root, origin: .sourceTree) }
            candidate = parent(root)
        }
        return nil
    }

    /// Whether a directory has what every course has: `Lessons/course.yaml`.
    public static func holdsCourse(_ directory: String) -> Bool {
        access("\(directory)/Lessons/course.yaml", R_OK) == 0
    }

    private static func parent(_ path: String) -> String? {
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
