// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// A context as another thread may name it: to start a context of its own beside it.
///
/// The engine then shares what is the same in all contexts and never changes, as its own parsed code. Nothing else of
/// the context is reached through this, and whoever uses it sees to it that the context is still open.
public struct ContextReference: Sendable {
    private let address: UInt

    init(_ raw: OpaquePointer) {
        address = UInt(bitPattern: raw)
    }

    var pointer: OpaquePointer? {
        OpaquePointer(bitPattern: address)
    }
}
