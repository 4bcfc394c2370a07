// SPDX-License-Identifier: MIT

// A loop in a process that was copied from another one by fork(2).
extension EventLoop {
    /// Makes the loop independent of the one that it is a copy of; call it before anything else.
    ///
    /// Nothing may wait in the loop. Throws where the system has no descriptor left.
    public func separateFromOriginal() throws(SchedulingError) {
        try inbox.separate()
        try place?.separate()
        try poller?.separate()
    }
}
