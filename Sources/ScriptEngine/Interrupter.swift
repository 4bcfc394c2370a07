// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// Asks a context's running script to look up: the host's `shouldContinue()` is then called on the script's thread.
///
/// `@unchecked Sendable`: the pointer is only passed to `lls_context_request_interrupt`, which the engine documents as
/// callable from any thread (js/Interrupt.h), and the owner stops every user before it destroys the context.
public struct Interrupter: @unchecked Sendable {
    let context: OpaquePointer

    /// Requests the interrupt; returns at once.
    public func interrupt() {
        lls_context_request_interrupt(context)
    }
}
