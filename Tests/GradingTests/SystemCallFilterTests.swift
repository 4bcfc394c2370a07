// SPDX-License-Identifier: MIT
import CLinux
import EngineTesting
import Glibc
import Testing

@testable import Grading

/// What a process may do behind the filter; each case is a process of its own, whose end tells.
///
/// A sanitizer makes calls of its own all the time, so it cannot live behind it.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct SystemCallFilterTests {
    /// Installs the filter, or ends with a code that no test expects.
    static func confine(mayStartThreads: Bool = false) {
        do throws(SystemCallFilter.Failure) {
            try SystemCallFilter(mayStartThreads: mayStartThreads).load()
        } catch {
            _exit(99)
        }
    }

    @Test func aSocketKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            _ = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            _exit(0)
        }
    }

    @Test func anotherProcessKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            var process = pid_t()
            Self.confine()
            _ = posix_spawn(&process, "/bin/true", nil, nil, [nil], [nil])
            _exit(0)
        }
    }

    @Test func anotherProgramKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            _ = execve("/bin/true", [nil], [nil])
            _exit(0)
        }
    }

    @Test func anotherThreadKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            var thread = pthread_t()
            _ = pthread_create(&thread, nil, { _ in nil }, nil)
            _exit(0)
        }
    }

    @Test func anotherProcessKillsWhereThreadsAreAllowed() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            var process = pid_t()
            Self.confine(mayStartThreads: true)
            _ = posix_spawn(&process, "/bin/true", nil, nil, [nil], [nil])
            _exit(0)
        }
        await #expect(processExitsWith: .signal(SIGSYS)) {
            typealias Fork = @convention(c) () -> Int32
            // Swift hides it, for good reasons: here nothing is left of either process.
            guard let fork = dlsym(nil, "fork") else { _exit(1) }
            Self.confine(mayStartThreads: true)
            _ = unsafeBitCast(fork, to: Fork.self)()
            _exit(0)
        }
    }

    @Test func aSignalToAThreadOfItsOwnArrives() async {
        await #expect(processExitsWith: .exitCode(7)) {
            Self.confine()
            _exit(pthread_kill(pthread_self(), 0) == 0 ? 7 : 1)
        }
    }

    @Test func executableMemoryKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            _ = mmap(nil, 4_096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            _exit(0)
        }
    }

    @Test func memoryThatBecomesExecutableKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            let memory = mmap(nil, 4_096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            mprotect(memory, 4_096, PROT_READ | PROT_EXEC)
            _exit(0)
        }
    }

    @Test func aSignalToAnotherProcessKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            kill(getppid(), 0)
            _exit(0)
        }
    }

    @Test func removingAFileKills() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            unlink("no-such-file")
            _exit(0)
        }
    }

    @Test func moreDescriptorsKill() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            Self.confine()
            _ = eventfd(0, 0)
            _exit(0)
        }
    }

    @Test func noFileIsThere() async {
        await #expect(processExitsWith: .exitCode(7)) {
            Self.confine()
            let isRefused = open("/dev/null", O_RDONLY) < 0 && errno == ENOENT
            let isUnseen = access("/", F_OK) < 0 && errno == ENOENT
            _exit(isRefused && isUnseen ? 7 : 1)
        }
    }

    @Test func itHoldsForThreadsThatExist() async {
        await #expect(processExitsWith: .signal(SIGSYS)) {
            let confined = eventfd(0, 0)
            var descriptor = confined
            var thread = pthread_t()
            _ = withUnsafeMutablePointer(to: &descriptor) { pointer in
                pthread_create(
                    &thread, nil,
                    { pointer in
                        var value: UInt64 = 0
                        if let pointer { _ = read(pointer.load(as: Int32.self), &value, 8) }
                        _ = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                        _exit(0)
                    }, pointer)
            }
            Self.confine()
            var one: UInt64 = 1
            _ = write(confined, &one, 8)
            pthread_join(thread, nil)
            _exit(0)
        }
    }
}
