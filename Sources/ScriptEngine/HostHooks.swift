// SPDX-License-Identifier: MIT
internal import CScriptEngine

// The engine calls C functions with the context's address; each one forwards to the host.
extension ScriptContext {
    static func hooks(opaque: UnsafeMutableRawPointer) -> LLSHost {
        LLSHost(
            opaque: opaque,
            // The two hot ones borrow the context, which cannot go away while its own JavaScript runs.
            enqueue_job: { opaque, job in
                Unmanaged<ScriptContext>.fromOpaque(opaque.unsafelyUnwrapped)._withUnsafeGuaranteedRef {
                    $0.hostObject.enqueue(PromiseJob(number: job))
                }
            },
            call: { opaque, function, call in
                Unmanaged<ScriptContext>.fromOpaque(opaque.unsafelyUnwrapped)._withUnsafeGuaranteedRef {
                    $0.callNative(function, call)
                }
            },
            rejection: { opaque, promise, isHandled in
                let context = ScriptContext.from(opaque)
                let value = ScriptValue(context, owning: promise)
                context.hostObject.rejectionChanged(of: value, isHandled: isHandled)
            },
            interrupt: { opaque in
                ScriptContext.from(opaque).hostObject.shouldContinue()
            },
            resolve_module: { opaque, referrer, specifier in
                ScriptContext.from(opaque).resolveModule(String(specifier), Referrer(number: referrer))
            },
            import_dynamically: { opaque, referrer, specifier, request, promise in
                let context = ScriptContext.from(opaque)
                let dynamicImport = DynamicImport(
                    referrer: Referrer(number: referrer),
                    request: ScriptValue(context, owning: request),
                    promise: ScriptValue(context, owning: promise)
                )
                context.hostObject.importDynamically(
                    String(specifier), from: Referrer(number: referrer), request: dynamicImport)
            },
            populate_import_meta: { opaque, module, meta in
                let context = ScriptContext.from(opaque)
                let value = ScriptValue(context, owning: lls_slot_copy(context.raw, meta))
                context.hostObject.populate(importMeta: value, of: Referrer(number: module))
                return true
            },
            make_port: { opaque, index in
                let context = ScriptContext.from(opaque)
                guard let port = context.hostObject.makePort(at: Int(index)) else { return 0 }
                return lls_slot_copy(context.raw, port.slot)
            }
        )
    }

    private static func from(_ opaque: UnsafeMutableRawPointer?) -> ScriptContext {
        Unmanaged<ScriptContext>.fromOpaque(opaque.unsafelyUnwrapped).takeUnretainedValue()
    }

    private func callNative(_ function: UInt32, _ call: OpaquePointer) -> Bool {
        do throws(ThrownError) {
            try nativeFunction(function)(Arguments(call: call, context: self))
            return true
        } catch {
            return raise(error)
        }
    }

    private func resolveModule(_ specifier: String, _ referrer: Referrer) -> LLSSlot {
        do throws(ThrownError) {
            let module = try hostObject.resolveModule(specifier, from: referrer)
            return lls_slot_copy(raw, module.slot)
        } catch {
            _ = raise(error)
            return 0
        }
    }

    private func raise(_ error: ThrownError) -> Bool {
        switch error {
        case .make(let constructor, let message, let code):
            if let code {
                lls_throw_error(raw, constructor.raw, message, code)
            } else {
                lls_throw_error(raw, constructor.raw, message, nil)
            }
        case .kept(let number):
            lls_throw_slot(raw, number)
        case .terminate:
            false
        }
    }
}

extension ErrorConstructor {
    var raw: LLSErrorType {
        switch self {
        case .error: .error
        case .rangeError: .rangeError
        case .referenceError: .referenceError
        case .syntaxError: .syntaxError
        case .typeError: .typeError
        }
    }
}
