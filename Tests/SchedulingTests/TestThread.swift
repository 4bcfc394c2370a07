// SPDX-License-Identifier: MIT
import Glibc

/// Runs a body on a new thread; the caller joins it.
func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(Box(body)).toOpaque()
    let result = pthread_create(
        &thread, nil,
        { argument in
            guard let argument else { return nil }
            Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        }, argument)
    precondition(result == 0, "no thread: \(result)")
    return thread
}

/// A gate that is closed until one thread opens it for all who wait.
final class TestGate: Sendable {
    private let ends: (reading: Int32, writing: Int32)

    init() {
        var descriptors: [Int32] = [0, 0]
        let result = pipe(&descriptors)
        precondition(result == 0, "no pipe: \(errno)")
        ends = (descriptors[0], descriptors[1])
    }

    deinit {
        close(ends.reading)
        close(ends.writing)
    }

    func open() {
        var byte: UInt8 = 1
        let written = write(ends.writing, &byte, 1)
        precondition(written == 1, "the gate did not open: \(errno)")
    }

    func wait() {
        var request = pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, -1) < 0 && errno == EINTR {}
    }
}
