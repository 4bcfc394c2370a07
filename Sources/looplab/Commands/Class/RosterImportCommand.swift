// SPDX-License-Identifier: MIT
internal import Glibc
internal import Gradebook
internal import HostRuntime

/// `looplab class import-roster`: takes tables of learners into a gradebook.
struct RosterImportCommand {
    /// What one table came to.
    struct Outcome {
        var file: String
        var roster: Roster
        var taken: RosterImport
    }

    var files: [String]
    var options: ClassOptions

    func perform() throws(CommandError) -> Int32 {
        // All of them are read before anything is kept.
        var rosters: [(file: String, roster: Roster)] = []
        for file in files { rosters.append((Self.name(of: file), try read(file))) }
        let store = try ClassFiles(options).open(options.isTrial ? .readOnly : .readWrite)
        let choice = RosterImport.Options(
            section: options.section, isComplete: options.isComplete, isTrial: options.isTrial)
        let (imports, members) = try GradebookChoice.catching { () throws(GradebookError) in
            let imports = try store.importRosters(rosters.map(\.roster), choice)
            return (imports, try store.members(with: options.isTrial ? imports.records : []))
        }
        let outcomes = zip(rosters, imports.each).map { Outcome(file: $0.file, roster: $0.roster, taken: $1) }
        let text = RosterImportText(outcomes: outcomes, imports: imports, members: members, isTrial: options.isTrial)
        return try options.isJSON ? StandardOutput.print(text.json) : ClassWords.print(text.text)
    }

    private static func name(of file: String) -> String { file == "-" ? "standard input" : file }

    private func read(_ file: String) throws(CommandError) -> Roster {
        let bytes: [UInt8]
        do throws(RuntimeError) {
            bytes = try file == "-" ? SourceFile.bytes(of: STDIN_FILENO, path: "standard input") : Self.bytes(of: file)
        } catch .isDirectory(let path) {
            throw .classroom(.rosterIsFolder(path: path))
        } catch {
            throw .runtime(error)
        }
        let (roster, problems) = RosterReader.read(bytes, file: Self.name(of: file), columns: options.columns)
        guard let roster else { throw .classroom(.badRoster(problems)) }
        return roster
    }

    private static func bytes(of file: String) throws(RuntimeError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: file, errno: errno) }
        defer { close(descriptor) }
        return try SourceFile.bytes(of: descriptor, path: file)
    }
}
