// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// A value in serialized form, on its way to another realm or thread (HTML standard, section 2.7).
///
/// It belongs to no context. It may be handed from thread to thread, and one at a time may use it: it is made by one
/// thread, waits behind the lock of a queue, and is read once by another.
public final class SerializedValue: Sendable {
    // The address of an LLSClone, which the engine lets any thread read and free. Nothing reads it twice at once, for
    // the only use, `ScriptContext.deserialize`, takes it out.
    private let address: UInt

    init(_ clone: OpaquePointer) {
        address = UInt(bitPattern: clone)
    }

    deinit {
        lls_clone_free(clone)
    }

    var clone: OpaquePointer {
        OpaquePointer(bitPattern: address).unsafelyUnwrapped
    }

    /// The numbers that the transferred ports had for the host that sent them.
    public var ports: [UInt32] {
        (0..<lls_clone_port_count(clone)).map { lls_clone_port(clone, $0) }
    }
}

/// Why a value could not be serialized.
public struct CloneFailure: Error {
    /// What is wrong with the culprit.
    public enum Reason: Sendable {
        /// Nothing: it is what script threw that serializing ran, or says that memory ran out.
        case thrown
        /// It, or a primitive inside when it is `undefined`, cannot be cloned.
        case notCloneable
        /// It is a port and not in the transfer list.
        case untransferredPort
        /// It is in the transfer list and cannot be transferred.
        case notTransferable
        /// Something is in the transfer list twice.
        case duplicate
        /// A buffer is detached.
        case detached
    }

    /// What is wrong.
    public let reason: Reason
    /// The culprit, kept under a number; `ScriptContext.adopt(_:)` takes it back.
    public let culprit: UInt32
}

extension ScriptContext {
    /// Serializes a value; what is in the array `transfer` is moved instead of copied.
    ///
    /// Throws a ``CloneFailure`` that keeps the culprit alive until it is adopted.
    public func serialize(
        _ value: ScriptValue, transferring transfer: ScriptValue? = nil
    ) throws(CloneFailure) -> SerializedValue {
        var failure = LLSCloneFailure.none
        var culprit: LLSSlot = 0
        if let clone = lls_clone_write(raw, value.slot, transfer?.slot ?? 0, &failure, &culprit) {
            return SerializedValue(clone)
        }
        switch failure {
        case .threw: throw CloneFailure(reason: .thrown, culprit: takeException().leak())
        case .none, .notCloneable: throw CloneFailure(reason: .notCloneable, culprit: culprit)
        case .untransferredPort: throw CloneFailure(reason: .untransferredPort, culprit: culprit)
        case .notTransferable: throw CloneFailure(reason: .notTransferable, culprit: culprit)
        case .duplicate: throw CloneFailure(reason: .duplicate, culprit: culprit)
        case .detached: throw CloneFailure(reason: .detached, culprit: culprit)
        }
    }

    /// Makes a serialized value anew in a realm, which can be done once.
    ///
    /// The host's ``ScriptHost/makePort(at:)`` makes the ports that came with it.
    public func deserialize(_ serialized: SerializedValue, in realm: ScriptValue) -> Completion {
        var result: LLSSlot = 0
        let status = lls_clone_read(raw, realm.slot, serialized.clone, &result)
        return completion(status, result)
    }

    /// Makes an empty object of the class whose objects cannot be cloned unless they are transferred.
    ///
    /// Gives `undefined` when memory ran out.
    public func portObject(prototype: ScriptValue) -> ScriptValue {
        let slot = lls_port_object(raw, prototype.slot)
        return slot == 0 ? undefined : adopt(slot)
    }

    /// Ties an object to the number by which the host knows a port, so that the object can be transferred.
    ///
    /// Returns false when memory ran out.
    public func tie(_ object: ScriptValue, toPort number: UInt32) -> Bool {
        lls_port_tie(raw, object.slot, number)
    }
}
