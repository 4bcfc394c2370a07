// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Gradebook
internal import SQLStorage

/// The files of a class that a command is about.
struct ClassFiles {
    /// The path of the gradebook.
    let gradebook: String
    /// The path of the class file; nil where there is none.
    let classFile: String?
    private let isDefault: Bool

    init(_ options: ClassOptions) {
        let gradebook = options.gradebook ?? ClassOptions.defaultGradebook
        self.gradebook = gradebook
        isDefault = options.gradebook == nil
        classFile = options.classFile ?? Self.beside(gradebook)
    }

    /// `class.yaml` in the folder of a gradebook, if it is there.
    private static func beside(_ path: String) -> String? {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
        return access(folder + "class.yaml", F_OK) == 0 ? folder + "class.yaml" : nil
    }

    /// Throws where there is no gradebook.
    func requireGradebook() throws(CommandError) {
        if access(gradebook, F_OK) != 0, errno == ENOENT {
            throw .classroom(.noGradebook(path: gradebook, isDefault: isDefault))
        }
    }

    /// Opens the gradebook, which has to be there.
    func open(_ mode: GradebookStore.Mode) throws(CommandError) -> GradebookStore {
        try requireGradebook()
        return try Self.open(gradebook, mode)
    }

    /// Opens a gradebook that is there; a store that only reads takes a missing file for an empty one.
    static func open(_ path: String, _ mode: GradebookStore.Mode) throws(CommandError) -> GradebookStore {
        if access(path, F_OK) != 0 { throw .gradebook(.storage(.notOpened(path: path, errno: errno))) }
        return try GradebookChoice.catching { () throws(GradebookError) in
            try GradebookStore(path: path, mode: mode)
        }
    }

    /// The rules of the class; the exercises that they name have to be in the course, if one is given.
    func policy(_ outline: CourseOutline? = nil) throws(CommandError) -> ClassPolicy {
        try ClassChoice.policy(classFile, outline)
    }
}
