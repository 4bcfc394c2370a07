// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// One call from JavaScript into the host: its arguments and its result.
///
/// Valid only until the call returns.
public struct Arguments {
    let call: OpaquePointer
    /// The context that the call came from.
    public let context: ScriptContext

    /// How many arguments were passed.
    public var count: Int {
        Int(lls_arg_count(call))
    }

    /// The kind of an argument; a missing one is `undefined`.
    public func kind(_ index: Int) -> ScriptValue.Kind {
        ScriptValue.Kind(lls_arg_kind(call, UInt32(index)))
    }

    /// A number argument, or NaN for any other kind.
    public func number(_ index: Int) -> Double {
        lls_arg_number(call, UInt32(index))
    }

    /// A number argument as a whole number without a sign, cut towards zero; 0 for anything that is none or has no
    /// room.
    ///
    /// For numbers that the host has given out and that a program can put others in the place of.
    public func count(_ index: Int) -> UInt64 {
        UInt64(exactly: number(index).rounded(.towardZero)) ?? 0
    }

    /// A BigInt argument modulo 2^64, as ECMA-262 ToBigInt64 has it; 0 for any other kind.
    public func bigInt(_ index: Int) -> Int64 {
        lls_arg_bigint(call, UInt32(index))
    }

    /// ECMA-262 ToBoolean of an argument.
    public func boolean(_ index: Int) -> Bool {
        lls_arg_boolean(call, UInt32(index))
    }

    /// A string argument, lone surrogates as U+FFFD; empty for any other kind.
    public func text(_ index: Int) -> String {
        String(lls_arg_text(call, UInt32(index)))
    }

    /// Lends a string argument as UTF-8, without a copy into a Swift string.
    public func withUTF8<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let text = lls_arg_text(call, UInt32(index))
        return body(UnsafeRawBufferPointer(start: text.bytes, count: text.length))
    }

    /// An argument as a value that may be kept.
    public func value(_ index: Int) -> ScriptValue {
        ScriptValue(context, owning: lls_arg_slot(call, UInt32(index)))
    }

    /// Keeps an argument alive under a plain number; `ScriptContext.adopt(_:)` or a call-once takes it back.
    public func leak(_ index: Int) -> UInt32 {
        lls_arg_slot(call, UInt32(index))
    }

    /// Lends the bytes of a typed array, DataView or ArrayBuffer argument; nil for any other kind.
    public func withBytes<Result>(_ index: Int, _ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result? {
        var bytes: UnsafeMutablePointer<UInt8>?
        var length = 0
        let found = withUnsafeMutablePointer(to: &bytes) { pointer in
            lls_arg_bytes(call, UInt32(index), pointer, &length)
        }
        guard found else { return nil }
        return body(UnsafeMutableRawBufferPointer(start: bytes, count: length))
    }

    /// Returns a number.
    public func returns(_ value: Double) {
        lls_return_number(call, value)
    }

    /// Returns a boolean.
    public func returns(_ value: Bool) {
        lls_return_boolean(call, value)
    }

    /// Returns `null`.
    public func returnsNull() {
        lls_return_null(call)
    }

    /// Returns a string.
    public func returns(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { bytes in
                if let base = bytes.baseAddress {
                    _ = lls_return_text(call, base, bytes.count)
                } else {
                    _ = lls_return_text(call, "", 0)
                }
            }
        }
    }

    /// Returns a BigInt.
    public func returnsBigInt(_ value: UInt64) {
        _ = lls_return_bigint(call, value)
    }

    /// Returns a value.
    public func returns(_ value: ScriptValue) {
        lls_return_slot(call, value.slot)
    }

    /// Returns a new `Uint8Array` with a copy of the bytes.
    public func returns(bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            _ = lls_return_bytes(call, buffer.baseAddress, buffer.count)
        }
    }
}

@available(*, unavailable)
extension Arguments: Sendable {}

/// A function of the host that JavaScript can call.
public typealias NativeFunction = (Arguments) throws(ThrownError) -> Void
