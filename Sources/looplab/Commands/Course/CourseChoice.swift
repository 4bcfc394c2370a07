// SPDX-License-Identifier: MIT
internal import Coursework
internal import HostRuntime

/// Which course a command is about.
enum CourseChoice {
    /// The course to use: that of an option, of the environment, or the one that came with this program.
    static func find(option: String?) throws(CommandError) -> CourseLocation.Found {
        let found = CourseLocation.find(
            option: option, environment: ProcessEnvironment["LOOPLAB_COURSE"], executable: SourceFile.programPath)
        guard let found else { throw .course(.notFound) }
        guard CourseLocation.holdsCourse(found.root) else { throw .course(.noCourse(found.root)) }
        return found
    }

    /// Whether a course came with this program, so that its programs need no sandbox.
    static func isOwn(_ root: String) -> Bool {
        let own = CourseLocation.find(option: nil, environment: nil, executable: SourceFile.programPath)
        return own.map { SourceFile.absolute($0.root) == SourceFile.absolute(root) } ?? false
    }
}
