// SPDX-License-Identifier: MIT
internal import CLinux
internal import CSeccomp
internal import Glibc

/// What a process may still ask of the system once it runs code that nobody here wrote.
///
/// It holds for all threads of the process and cannot be taken back. A call that is not named here kills the process.
/// It is compiled once, and may then be loaded in each copy of the process that compiled it.
struct SystemCallFilter {
    /// Why there is none.
    enum Failure: Error {
        /// The library or the system refused, with this error.
        case refused(errno: Int32)
    }

    /// Calls that are made, whatever their arguments.
    ///
    /// Reading and writing need no more care: all descriptors were closed but the result's pipe, `/dev/null`, the
    /// process's own size, and what wakes the loop; and no call that makes another one is here.
    private static let allowed = [
        // Memory, but for mmap and mprotect.
        "brk", "madvise", "mremap", "munmap",
        // What is open already.
        "close", "epoll_ctl", "epoll_pwait", "epoll_wait", "fstat", "poll", "ppoll", "pread64", "read", "write",
        // Threads that exist, and the end of one that has only just begun.
        "exit", "exit_group", "futex", "getpid", "gettid", "rseq", "sched_yield", "set_robust_list",
        "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigtimedwait", "sigaltstack",
        // Clocks and numbers.
        "clock_getres", "clock_gettime", "getrandom", "getrusage", "gettimeofday", "time",
    ]

    /// Calls that fail with an error, because the libraries make them by themselves and know what to do then.
    private static let refused: [(names: [String], errno: Int32)] = [
        // ICU looks for time zones, OpenSSL for its settings: there are no files.
        (
            [
                "access", "faccessat", "faccessat2", "getcwd", "lstat", "newfstatat", "open", "openat", "readlink",
                "readlinkat", "stat", "statx",
            ], ENOENT
        ),
        (["ioctl"], ENOTTY),
        (["prlimit64", "sched_getaffinity", "sysinfo"], EPERM),
    ]

    /// Calls that a thread makes to start another one, and the loop of a worker.
    private static let threading = ["epoll_create1", "eventfd2", "sched_getaffinity"]

    /// Stands in the compiled filter for the number of the process that loads it; higher than any such number.
    private static let processMark: UInt32 = 0x7FFF_10AD

    private let instructions: [sock_filter]

    /// Compiles the filter.
    init(mayStartThreads: Bool = false) throws(Failure) {
        guard let filter = seccomp_init(llp_action_kill) else { throw .refused(errno: ENOMEM) }
        defer { seccomp_release(filter) }
        try Self.check(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, llp_action_kill))
        for name in Self.allowed { try Self.add(name, llp_action_allow, [], to: filter) }
        for (names, number) in Self.refused {
            for name in names where !mayStartThreads || !Self.threading.contains(name) {
                try Self.add(name, llp_action_fail(UInt16(number)), [], to: filter)
            }
        }
        let isNotExecutable = scmp_arg_cmp(
            arg: 2, op: SCMP_CMP_MASKED_EQ, datum_a: UInt64(PROT_EXEC), datum_b: 0)
        for name in ["mmap", "mprotect"] { try Self.add(name, llp_action_allow, [isNotExecutable], to: filter) }
        // To a thread of its own: the watchdog is woken so, and so the process ends itself.
        let isOwn = scmp_arg_cmp(arg: 0, op: SCMP_CMP_EQ, datum_a: UInt64(Self.processMark), datum_b: 0)
        try Self.add("tgkill", llp_action_allow, [isOwn], to: filter)
        if mayStartThreads {
            for name in Self.threading { try Self.add(name, llp_action_allow, [], to: filter) }
            let isThread = scmp_arg_cmp(arg: 0, op: SCMP_CMP_EQ, datum_a: llp_thread_flags, datum_b: 0)
            try Self.add("clone", llp_action_allow, [isThread], to: filter)
            // Its flags lie in memory, where no filter can read them. Whoever is told that it is not there uses clone.
            try Self.add("clone3", llp_action_fail(UInt16(ENOSYS)), [], to: filter)
        }
        instructions = try Self.instructions(of: filter)
    }

    /// Compiles the filter and puts it on every thread of this process.
    static func install() throws(Failure) {
        try SystemCallFilter().load()
    }

    /// Puts the filter on every thread of this process.
    func load() throws(Failure) {
        guard lls_forbid_new_privileges() == 0 else { throw .refused(errno: errno) }
        var own = instructions
        for index in own.indices where own[index].k == Self.processMark { own[index].k = UInt32(getpid()) }
        let failure = llp_load(&own, UInt16(own.count))
        if failure != 0 { throw .refused(errno: failure) }
    }

    private static func instructions(of filter: UnsafeMutableRawPointer) throws(Failure) -> [sock_filter] {
        // The library writes to a descriptor only; what a filter may have, 4096 instructions, fits into a pipe.
        var ends: [Int32] = [-1, -1]
        if pipe2(&ends, O_CLOEXEC) != 0 { throw .refused(errno: errno) }
        defer { for end in ends { close(end) } }
        try check(seccomp_export_bpf(filter, ends[1]))
        let limit = 4_096
        var instructions = [sock_filter](repeating: sock_filter(), count: limit)
        let count = instructions.withUnsafeMutableBytes { read(ends[0], $0.baseAddress, $0.count) }
        let size = MemoryLayout<sock_filter>.stride
        guard count > 0, count % size == 0 else { throw .refused(errno: count < 0 ? errno : EINVAL) }
        return Array(instructions[..<(count / size)])
    }

    private static func add(
        _ name: String, _ action: UInt32, _ conditions: [scmp_arg_cmp], to filter: UnsafeMutableRawPointer
    ) throws(Failure) {
        let number = seccomp_syscall_resolve_name(name)
        // Newer processors have not the old ones of the calls that come in two forms.
        if number < 0 { return }
        try check(seccomp_rule_add_array(filter, action, number, UInt32(conditions.count), conditions))
    }

    private static func check(_ status: Int32) throws(Failure) {
        if status < 0 { throw .refused(errno: -status) }
    }
}
