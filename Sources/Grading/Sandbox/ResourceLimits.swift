// SPDX-License-Identifier: MIT
internal import Glibc

/// Limits that the system itself keeps, as a second wall behind those that are watched.
enum ResourceLimits {
    /// Sets what counts from the process's start; false if the system refused.
    static func limitStart(cpuSeconds: UInt64) -> Bool {
        // No core: a program might fill a disk with them. At the soft limit of time the system says why it kills.
        set(RLIMIT_CORE, 0) && set(RLIMIT_FSIZE, 0) && set(RLIMIT_CPU, cpuSeconds, hard: cpuSeconds + 1)
    }

    /// Sets what counts from the program's first statement: by then all threads and descriptors are there.
    ///
    /// A program that may start threads has the system's limit of them, which counts those of all its user's processes.
    static func limitProgram(addressBytes: Int, descriptors: Int = 32, mayStartThreads: Bool = false) -> Bool {
        // Enough numbers for those that are open, which poll(2) wants to see below the limit.
        set(RLIMIT_AS, UInt64(addressBytes)) && set(RLIMIT_NOFILE, UInt64(descriptors))
            && (mayStartThreads || set(__RLIMIT_NPROC, 0))
    }

    // Whoever started us may have set a tighter limit, which cannot be raised and need not be.
    private static func set(_ resource: __rlimit_resource, _ soft: UInt64, hard: UInt64? = nil) -> Bool {
        let resource = __rlimit_resource_t(resource.rawValue)
        var present = rlimit()
        guard getrlimit(resource, &present) == 0 else { return false }
        let ceiling = present.rlim_max
        var limit = rlimit(rlim_cur: min(rlim_t(soft), ceiling), rlim_max: min(rlim_t(hard ?? soft), ceiling))
        return setrlimit(resource, &limit) == 0
    }
}
