// SPDX-License-Identifier: MIT
import CLinux
import Glibc

/// Puts a new event descriptor, with nothing to read, under the number of another one.
///
/// A process that was copied has its event descriptors in common with the one that it was copied from: what wakes one
/// would wake the other.
func replaceEventDescriptor(_ descriptor: Int32, flags: Int32) throws(SchedulingError) {
    let made = eventfd(0, Int32(EFD_CLOEXEC) | flags)
    guard made >= 0 else { throw .wakeUpUnavailable(errno: errno) }
    defer { close(made) }
    if dup2(made, descriptor) < 0 || fcntl(descriptor, F_SETFD, FD_CLOEXEC) < 0 {
        throw .wakeUpUnavailable(errno: errno)
    }
}
