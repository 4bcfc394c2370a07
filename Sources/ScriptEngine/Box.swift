// SPDX-License-Identifier: MIT
internal import CScriptEngine

extension ScriptContext {
    /// A new JavaScript object that keeps a Swift object alive for as long as it lives itself; `undefined` when memory
    /// ran out.
    ///
    /// The Swift object is released on the context's thread, when the other one is collected.
    public func box(_ object: AnyObject, in realm: ScriptValue) -> ScriptValue {
        let content = Unmanaged.passRetained(object).toOpaque()
        let slot = lls_box_create(raw, realm.slot, content) { Unmanaged<AnyObject>.fromOpaque($0).release() }
        return ScriptValue(self, owning: slot)
    }
}

extension Arguments {
    /// The Swift object in a box; nil when the argument is no box or holds something else.
    public func boxed<Object: AnyObject>(_ index: Int, as type: Object.Type = Object.self) -> Object? {
        guard let content = lls_arg_box(call, UInt32(index)) else { return nil }
        return Unmanaged<AnyObject>.fromOpaque(content).takeUnretainedValue() as? Object
    }
}
