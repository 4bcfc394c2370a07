// SPDX-License-Identifier: MIT
import Glibc

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
