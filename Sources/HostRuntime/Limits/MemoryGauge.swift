// SPDX-License-Identifier: MIT
internal import Glibc

/// Memory of this process, as the system counts it.
public enum MemoryGauge {
    /// The limit of a program when none is given: 4 GiB as Node's on a large machine, but at most half the memory.
    ///
    /// Asked of the system once: behind a filter that forbids the question the library makes a number up.
    public static let defaultLimit: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let physical = pages > 0 ? pages * pageSize : 8 << 30
        return min(4 << 30, physical / 2)
    }()

    /// Bytes of stack that JavaScript may use on this thread: a good part of what the system gives, so that recursion
    /// goes as deep as in Node, whose frames are smaller.
    static var stackBytes: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else { return 984 << 10 }
        return min(4 << 20, max(512 << 10, Int(clamping: limit.rlim_cur / 2)))
    }

    /// Bytes that are in memory now, malloc and garbage-collected alike.
    public static var residentBytes: Int { bytes(inField: 1) }

    /// Bytes of addresses that are taken, used or not; what `RLIMIT_AS` limits.
    public static var addressBytes: Int { bytes(inField: 0) }

    // Open for good: where a filter forbids to open files, the open one can still be read.
    private static let statusFile = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

    /// Measures this process, which was copied from another one by fork(2), and no longer that one.
    ///
    /// False where the system refuses.
    static func separateFromOriginal() -> Bool {
        let own = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard own >= 0 else { return false }
        defer { close(own) }
        return dup2(own, statusFile) >= 0
    }

    private static func bytes(inField field: Int) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 128, alignment: 1) { buffer in
            let count = pread(statusFile, buffer.baseAddress, buffer.count, 0)
            guard count > 0 else { return 0 }
            let fields = buffer[..<count].split(separator: UInt8(ascii: " "))
            guard fields.count > field else { return 0 }
            return fields[field].reduce(0) { $0 * 10 + Int($1) - 48 } * pageSize
        }
    }

    private static var pageSize: Int {
        sysconf(Int32(_SC_PAGESIZE))
    }
}
