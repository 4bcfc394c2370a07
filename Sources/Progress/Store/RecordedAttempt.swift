// SPDX-License-Identifier: MIT
public import CivilTime
public import SQLStorage

/// Names an attempt everywhere: the device that recorded it and its number there, from 1.
public struct AttemptID: Hashable, Sendable, Comparable {
    /// The device: sixteen hexadecimal digits, drawn at random when it records its first attempt.
    public var device: String
    /// The number on that device.
    public var number: Int

    /// Makes an id from its parts.
    public init(device: String, number: Int) {
        self.device = device
        self.number = number
    }

    /// Whether a text can name a device.
    static func isDevice(_ text: String) -> Bool {
        text.utf8.count == 16 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    /// By device, then by number.
    public static func < (first: AttemptID, second: AttemptID) -> Bool {
        (first.device, first.number) < (second.device, second.number)
    }
}

/// An attempt in the log.
public struct RecordedAttempt: Hashable, Sendable {
    /// Which one.
    public var id: AttemptID
    /// The attempt.
    public var attempt: Attempt
    /// When it was recorded: its end, or the time of the device's attempt before it where the clock had gone back.
    public var recorded: Timestamp
    /// The hash of the device's attempt before it; `ChainHash.zero` for the first one.
    public var previous: ChainHash
    /// The hash of `previous` and all fields.
    public var hash: ChainHash

    /// Its place, for messages.
    public var place: AttemptPlace { AttemptPlace(id: id, exercise: attempt.exercise) }

    /// The order in which attempts of all devices count, the same wherever they are put together.
    var order: AttemptOrder { AttemptOrder(recorded: recorded, id: id) }
}

/// Where an attempt stands among all.
struct AttemptOrder: Comparable {
    var recorded: Timestamp
    var id: AttemptID

    static func < (first: AttemptOrder, second: AttemptOrder) -> Bool {
        first.recorded == second.recorded ? first.id < second.id : first.recorded < second.recorded
    }
}
