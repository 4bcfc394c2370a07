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

    /// The names of the course to use, for what can be done without one; a course that was named has to be there.
    static func optionalOutline(option: String?) throws(CommandError) -> CourseOutline? {
        let isNamed = option != nil || ProcessEnvironment["LOOPLAB_COURSE"] != nil
        let found: CourseLocation.Found
        do throws(CommandError) {
            found = try find(option: option)
        } catch {
            if isNamed { throw error }
            return nil
        }
        let (outline, problems) = CourseOutline.load(at: found.root)
        if outline == nil, isNamed {
            throw .course(.unreadable(problems.first.map(ErrorText.line) ?? found.root))
        }
        return outline
    }

    /// Whether a course came with this program, so that its programs need no sandbox.
    static func isOwn(_ root: String) -> Bool {
        let own = CourseLocation.find(option: nil, environment: nil, executable: SourceFile.programPath)
        return own.map { SourceFile.absolute($0.root) == SourceFile.absolute(root) } ?? false
    }
}
