// SPDX-License-Identifier: MIT
internal import ScriptEngine

// Digests and message authentication codes for node:crypto. Objects that are being made stay in boxes; results go into
// memory that JavaScript has allocated.
extension Runtime {
    func defineDigestBindings(on binding: ScriptValue) {
        define("digestNames", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(context.array(DigestAlgorithm.allNames.map(context.string), in: realm))
        }
        define("digestLength", on: binding) { arguments in
            arguments.returns(Double(DigestAlgorithm(arguments.text(0))?.length ?? -1))
        }
        defineHashBindings(on: binding)
        defineHmacBindings(on: binding)
    }

    // hashBegin gives a box, or undefined when there is no such digest, or an array with what OpenSSL says.
    private func defineHashBindings(on binding: ScriptValue) {
        define("hashBegin", on: binding) { [unowned(unsafe) self] arguments in
            guard let algorithm = DigestAlgorithm(arguments.text(0)) else { return }
            LibraryFailure.clear()
            guard let digest = MessageDigest.begin(algorithm) else { return arguments.returns(failureValue()) }
            arguments.returns(context.box(digest, in: realm))
        }
        define("hashCopy", on: binding) { [unowned(unsafe) self] arguments in
            guard let copy = arguments.boxed(0, as: MessageDigest.self)?.copy() else { return }
            arguments.returns(context.box(copy, in: realm))
        }
        define("hashLength", on: binding) { arguments in
            guard let digest = arguments.boxed(0, as: MessageDigest.self) else { return }
            arguments.returns(Double(digest.algorithm.length))
        }
        define("hashIsExtendable", on: binding) { arguments in
            arguments.returns(arguments.boxed(0, as: MessageDigest.self)?.algorithm.isExtendable == true)
        }
        define("hashUpdate", on: binding) { [unowned(unsafe) self] arguments in
            guard let digest = arguments.boxed(0, as: MessageDigest.self) else { return }
            arguments.returns(take(arguments) { digest.update($0) })
        }
        define("hashFinish", on: binding) { [unowned(unsafe) self] arguments in
            guard let digest = arguments.boxed(0, as: MessageDigest.self) else { return }
            charge(.hashing(bytes: 0))
            arguments.returns(arguments.withBytes(1) { digest.finish(into: $0) } == true)
        }
    }

    private func defineHmacBindings(on binding: ScriptValue) {
        define("hmacBegin", on: binding) { [unowned(unsafe) self] arguments in
            guard let algorithm = DigestAlgorithm(arguments.text(0)) else { return }
            LibraryFailure.clear()
            let code = arguments.withBytes(1) { MessageCode(algorithm, key: UnsafeRawBufferPointer($0)) }
            guard let code = code.flatMap({ $0 }) else { return arguments.returns(failureValue()) }
            arguments.returns(context.box(code, in: realm))
        }
        define("hmacLength", on: binding) { arguments in
            arguments.returns(Double(arguments.boxed(0, as: MessageCode.self)?.length ?? 0))
        }
        define("hmacUpdate", on: binding) { [unowned(unsafe) self] arguments in
            guard let code = arguments.boxed(0, as: MessageCode.self) else { return }
            arguments.returns(take(arguments) { code.update($0) })
        }
        define("hmacFinish", on: binding) { [unowned(unsafe) self] arguments in
            guard let code = arguments.boxed(0, as: MessageCode.self) else { return }
            charge(.hashing(bytes: 0))
            arguments.returns(arguments.withBytes(1) { code.finish(into: $0) } == true)
        }
    }

    private func take(_ arguments: Arguments, _ update: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        arguments.withBytes(1) { bytes in
            charge(.moving(bytes: bytes.count))
            return update(UnsafeRawBufferPointer(bytes))
        } == true
    }

    /// The queue of OpenSSL's errors, each as an array of text, library, reason and the prefix of Node's code.
    private func failureValue() -> ScriptValue {
        let entries = LibraryFailure.take().entries.map { entry in
            context.array([entry.text, entry.library, entry.reason, entry.prefix].map(context.string), in: realm)
        }
        return context.array(entries, in: realm)
    }
}
