// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// A JavaScript value that is kept alive for as long as this object lives.
///
/// Confined to the thread of its context.
public final class ScriptValue {
    let context: ScriptContext
    let slot: LLSSlot

    /// Takes over a slot.
    init(_ context: ScriptContext, owning slot: LLSSlot) {
        self.context = context
        self.slot = slot
    }

    deinit {
        context.release(slot)
    }

    /// The kinds of value that ECMA-262 section 6.1 names, with functions apart from other objects.
    public enum Kind: Sendable {
        /// `undefined`.
        case undefined
        /// `null`.
        case null
        /// `true` or `false`.
        case boolean
        /// A Number.
        case number
        /// A String.
        case string
        /// A Symbol.
        case symbol
        /// A BigInt.
        case bigInt
        /// An object that cannot be called.
        case object
        /// An object that can be called.
        case function
    }

    /// What kind of value this is.
    public var kind: Kind {
        Kind(lls_value_kind(context.raw, slot))
    }

    /// Whether this is `undefined`.
    public var isUndefined: Bool {
        kind == .undefined
    }

    /// The number, or NaN for any other kind; nothing is converted.
    public var number: Double {
        lls_value_to_number(context.raw, slot)
    }

    /// ECMA-262 ToBoolean.
    public var boolean: Bool {
        lls_value_to_boolean(context.raw, slot)
    }

    /// ECMA-262 ToString, or nil when that threw; may run user code for objects.
    public var text: String? {
        var text = LLSText()
        guard lls_value_to_text(context.raw, slot, &text) == LLSStatus.OK else { return nil }
        return String(text)
    }

    /// A property by name; an exception reads as nil.
    public func property(_ name: String) -> ScriptValue? {
        var result: LLSSlot = 0
        let status = lls_property_get(context.raw, slot, name, &result)
        return status == LLSStatus.OK ? ScriptValue(context, owning: result) : nil
    }

    /// Sets a property; returns false when that threw.
    @discardableResult
    public func set(_ name: String, to value: ScriptValue) -> Bool {
        lls_property_set(context.raw, slot, name, value.slot) == LLSStatus.OK
    }

    /// An element by index; an exception reads as nil.
    public func element(_ index: UInt32) -> ScriptValue? {
        var result: LLSSlot = 0
        let status = lls_element_get(context.raw, slot, index, &result)
        return status == LLSStatus.OK ? ScriptValue(context, owning: result) : nil
    }

    /// ECMA-262 SameValue.
    public func isSame(as other: ScriptValue) -> Bool {
        lls_value_is_same(context.raw, slot, other.slot)
    }

    /// Hands the value to whoever keeps plain numbers; `ScriptContext.adopt(_:)` takes it back.
    public func leak() -> UInt32 {
        lls_slot_copy(context.raw, slot)
    }
}

@available(*, unavailable)
extension ScriptValue: Sendable {}

/// Where a promise stands (ECMA-262 section 27.2.6).
public enum PromiseState {
    /// Neither fulfilled nor rejected.
    case pending
    /// Fulfilled with a value.
    case fulfilled(ScriptValue)
    /// Rejected with a reason.
    case rejected(ScriptValue)
}

@available(*, unavailable)
extension PromiseState: Sendable {}

extension ScriptValue {
    /// The engine's own number of a promise, unique in the process; 0 for what is no promise.
    public var promiseID: UInt64 {
        lls_promise_id(context.raw, slot)
    }

    /// The state of a promise, or nil when this is none.
    public var promiseState: PromiseState? {
        switch lls_promise_state(context.raw, slot) {
        case 0: .pending
        case 1: .fulfilled(ScriptValue(context, owning: lls_promise_result(context.raw, slot)))
        case 2: .rejected(ScriptValue(context, owning: lls_promise_result(context.raw, slot)))
        default: nil
        }
    }

    /// Marks a promise as handled without adding a reaction.
    public func markHandled() {
        lls_promise_mark_handled(context.raw, slot)
    }
}

extension ScriptValue.Kind {
    init(_ kind: LLSKind) {
        switch kind {
        case .undefined: self = .undefined
        case .null: self = .null
        case .boolean: self = .boolean
        case .number: self = .number
        case .string: self = .string
        case .symbol: self = .symbol
        case .bigInt: self = .bigInt
        case .object: self = .object
        case .function: self = .function
        }
    }
}

extension String {
    init(_ text: LLSText) {
        guard let bytes = text.bytes else {
            self = ""
            return
        }
        let raw = UnsafeRawBufferPointer(start: bytes, count: text.length)
        self = String(decoding: raw, as: UTF8.self)
    }
}
