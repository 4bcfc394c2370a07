// SPDX-License-Identifier: MIT
import Glibc

/// What a descriptor is watched for, and what it was found ready for.
public struct PollEvents: OptionSet, Sendable {
    /// The bits, those of `poll(2)`.
    public let rawValue: Int16

    /// Makes a set from its bits.
    public init(rawValue: Int16) {
        self.rawValue = rawValue
    }

    /// There is something to read, or the end of the stream.
    public static let readable = PollEvents(rawValue: Int16(POLLIN))
    /// There is room to write.
    public static let writable = PollEvents(rawValue: Int16(POLLOUT))
    /// The descriptor is in error; reported without being asked for.
    public static let failed = PollEvents(rawValue: Int16(POLLERR))
    /// The other side is gone; reported without being asked for.
    public static let hungUp = PollEvents(rawValue: Int16(POLLHUP))
    /// The descriptor was closed while it was watched; reported without being asked for.
    public static let invalid = PollEvents(rawValue: Int16(POLLNVAL))
}

/// A number that names one watch of one poller; after the watch's end it names nothing.
public struct WatchID: Hashable, Sendable {
    let rawValue: UInt64
}
