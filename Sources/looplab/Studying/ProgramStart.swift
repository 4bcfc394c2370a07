// SPDX-License-Identifier: MIT
internal import Coursework
internal import HostRuntime
internal import Scheduling
internal import YAMLFields

/// How a program is started in this process, on whichever thread.
struct ProgramStart: Sendable {
    /// What is run.
    let entry: Entry
    /// What records call it.
    let name: String
    /// The queues that it meets.
    let profile: LoopProfile
    /// What follows the program's own name in `process.argv`.
    var arguments: [String] = []
    /// The only files that there are for it; nil for those of the system.
    var files: [(path: String, text: String)]?

    /// Starts code or a file of the person at the terminal.
    init(_ entry: Entry, name: String, profile: LoopProfile, arguments: [String] = []) {
        self.entry = entry
        self.name = name
        self.profile = profile
        self.arguments = arguments
    }

    /// Starts a program of the course that lies in a directory.
    ///
    /// It sees itself and no other file, so it does the same on every machine. Workers read files by themselves: that
    /// of an exercise is there, a lesson's has only its name.
    init(_ program: CourseProgram, root: String) {
        let path: String
        if program.startsWorkers {
            let file = program.place.file.hasSuffix(".md") ? program.fileName : program.place.file
            path = SourceFile.absolute(root) + "/" + file
        } else {
            path = SealedFiles.root + "/" + program.fileName
            files = [(program.fileName, program.source)]
        }
        entry = .file(path: path, text: program.source)
        name = program.fileName
        profile = program.loopProfile
        arguments = [path]
    }

    /// How its runtime is made.
    func runtimeOptions() -> RuntimeOptions {
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: LoopLab.version)
        options.profile = profile
        options.clock = .virtual
        options.color = .never
        options.arguments = [SourceFile.programPath] + arguments
        if let files {
            options.sealedFiles = SealedFiles(files)
            options.directory = SealedFiles.root
        }
        return options
    }
}

extension CourseProgram {
    /// The name under which it is run, whose ending tells a module.
    var fileName: String {
        guard isModule, name.hasSuffix(".js") else { return name }
        return name.dropLast(3) + ".mjs"
    }

    /// The queues that it meets.
    var loopProfile: LoopProfile {
        switch profile {
        case .node: .node
        case .browser: .browser
        }
    }

    fileprivate var startsWorkers: Bool {
        source.contains("worker_threads") || source.contains("new Worker(")
    }
}
