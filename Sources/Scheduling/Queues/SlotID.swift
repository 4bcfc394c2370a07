// SPDX-License-Identifier: MIT
/// A name for one use of one slot of a slab, which a later use of the same slot does not answer to.
///
/// 26 bits of slot and 27 bits of generation: together they stay below 2^53, so that the number survives a trip through
/// a JavaScript number. A slot whose generations are used up is never given out again, so a stale name is always
/// harmless.
struct SlotID: Equatable {
    static let slotBits: UInt64 = 26
    static let maximumSlot = 1 << 26 - 1
    static let maximumGeneration: UInt32 = 1 << 27 - 1

    let rawValue: UInt64

    @inline(__always)
    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    @inline(__always)
    init(slot: Int32, generation: UInt32) {
        rawValue = UInt64(generation) << Self.slotBits | UInt64(UInt32(bitPattern: slot))
    }

    @inline(__always)
    var slot: Int { Int(truncatingIfNeeded: rawValue & (1 << Self.slotBits - 1)) }

    @inline(__always)
    var generation: UInt32 { UInt32(truncatingIfNeeded: rawValue >> Self.slotBits) }
}

/// A number that names one timer of one loop; after the timer's end it names nothing.
///
/// Its raw value is below 2^53, so that it survives a trip through a JavaScript number.
public struct TimerID: Hashable, Sendable, RawRepresentable {
    /// The number; 0 names no timer.
    public let rawValue: UInt64

    /// The low 26 bits: a small number that no other living timer of the loop has.
    public var slot: UInt32 { UInt32(truncatingIfNeeded: SlotID(rawValue: rawValue).slot) }

    /// Makes an identifier from a number that was one before.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }
}

/// A number that names one immediate of one loop; after it ran or was cleared it names nothing.
///
/// Its raw value is below 2^53, so that it survives a trip through a JavaScript number.
public struct ImmediateID: Hashable, Sendable, RawRepresentable {
    /// The number; 0 names no immediate.
    public let rawValue: UInt64

    /// Makes an identifier from a number that was one before.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }
}
