// SPDX-License-Identifier: MIT
internal import Glibc

/// The program that shows a long text screen by screen: what `PAGER` says, else `less`.
struct Pager: Equatable {
    /// What the shell is to run.
    let command: String

    /// The person's choice; nil where `PAGER` is empty or `cat`, which means none.
    static var preferred: Pager? {
        guard let value = getenv("PAGER") else { return Pager(command: "less") }
        let command = String(cString: value)
        return command.isEmpty || command == "cat" ? nil : Pager(command: command)
    }

    /// Shows a text and waits until the person has left; false where the pager could not be run.
    ///
    /// While it runs, Ctrl-C is the pager's: SIGINT is blocked here, and it gets signals as from a shell.
    func show(_ text: String) -> Bool {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        // The pager would wait for ever for the end of a text whose writing end it holds itself.
        for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var before = sigset_t()
        var blocked = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGINT)
        pthread_sigmask(SIG_BLOCK, &blocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let child = spawn(reading: ends[0])
        close(ends[0])
        if child != nil { send(text, to: ends[1]) }
        close(ends[1])
        guard let child else { return false }
        let status = wait(for: child)
        // The shell gives 126 or 127 where there is no such program.
        return status != 126 && status != 127
    }

    private func spawn(reading descriptor: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let words: [String] = ["/bin/sh", "-c", command]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] =
            Self.environment(ProcessEnvironment.all).map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables)
        return failure == 0 ? child : nil
    }

    /// The environment of a pager: `less` is to show colours, to keep the screen, and to leave at once when all fits.
    static func environment(_ own: [(name: String, value: String)]) -> [String] {
        var result = own.map { "\($0.name)=\($0.value)" }
        for (name, value) in [("LESS", "FRX"), ("LV", "-c")] where !own.contains(where: { $0.name == name }) {
            result.append("\(name)=\(value)")
        }
        return result
    }

    // A person who leaves early closes the pipe; that is no failure. SIGPIPE is ignored by the whole program.
    private func send(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let base = rest.baseAddress, !rest.isEmpty {
                let count = write(descriptor, base, rest.count)
                if count < 0 && errno != EINTR { return }
                if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
            }
        }
    }

    private func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return status >> 8 & 0xFF
    }
}
