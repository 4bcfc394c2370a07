// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime

/// Where the journal of a batch lies when nobody says.
///
/// In the person's state directory (XDG), under a name that course, inputs and part of the batch decide: so the same
/// words find the same journal again.
enum GradeState {
    static func directory(_ options: GradeOptions, paths: [String], _ outline: CourseOutline) throws(CommandError)
        -> String
    {
        if let given = options.state { return given }
        guard let state = ProcessEnvironment.stateDirectory else { throw .grading(.noStateDirectory) }
        let inputs = paths.map { $0 == "-" ? SourceFile.absolute(options.root ?? ".") + "/-" : SourceFile.absolute($0) }
        let shard = options.shard.map { "\($0.number)/\($0.count)" } ?? ""
        let name = SubmissionHash.text(of: [outline.id, shard] + inputs).prefix(16)
        return "\(state)/grade/\(name)"
    }
}
