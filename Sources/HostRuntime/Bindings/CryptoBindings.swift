// SPDX-License-Identifier: MIT
internal import CCrypto
internal import Scheduling
internal import ScriptEngine

// Random bytes and keys from passwords for node:crypto. What takes long goes to the pool, on copies of the bytes.
extension Runtime {
    func defineCryptoBindings(on binding: ScriptValue) {
        defineRandomBindings(on: binding)
        defineKeyBindings(on: binding)
        define("timingSafeEqual", on: binding) { arguments in
            let isEqual = arguments.withBytes(0) { left in
                arguments.withBytes(1) { right in
                    left.count == right.count && CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
                }
            }
            arguments.returns(isEqual == .some(true))
        }
    }

    // MARK: Random bytes

    private func defineRandomBindings(on binding: ScriptValue) {
        // randomFill(view, offset, size): false when the system has no random bytes to give.
        define("randomFill", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let filled = arguments.withBytes(0) { bytes in
                let start = min(Self.size(arguments.number(1)), bytes.count)
                let part = bytes[start...].prefix(Self.size(arguments.number(2)))
                charge(.hashing(bytes: part.count))
                return randomSource.fill(UnsafeMutableRawBufferPointer(rebasing: part), isStopped: { hasToEnd })
            }
            if filled == false && hasToEnd { throw stopped() }
            arguments.returns(filled == true)
        }
        // randomBlock(size, callback): the callback gets a block of bytes, or undefined.
        define("randomBlock", on: binding) { [unowned(unsafe) self] arguments in
            let callback = arguments.value(1)
            let block = ByteBlock(count: Self.size(arguments.number(0)))
            var isFilled = false
            // In virtual time the order of the calls decides, not the order of their ends.
            if case .seeded = randomSource {
                isFilled = block?.withBytes { randomSource.fill($0, isStopped: { hasToEnd }) } == true
            }
            runOnPool("crypto.randomFill", .hashing(bytes: block?.count ?? 0)) { [isFilled] in
                isFilled || block?.withBytes { RandomSource.fillFromSystem($0) } == true
            } then: { [unowned(unsafe) self] succeeded in
                let result = succeeded == true ? block.map { context.box($0, in: realm) } : nil
                return outcome(context.call(callback, [result ?? context.undefined]).ending)
            }
        }
        define("blockLength", on: binding) { arguments in
            arguments.returns(Double(arguments.boxed(0, as: ByteBlock.self)?.count ?? 0))
        }
        // copyBlock(block, view): the view is as long as the block.
        define("copyBlock", on: binding) { arguments in
            guard let block = arguments.boxed(0, as: ByteBlock.self) else { return }
            _ = arguments.withBytes(1) { target in
                block.withBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0.prefix(target.count))) }
            }
        }
    }

    /// A length or position from JavaScript.
    static func size(_ number: Double) -> Int {
        number > 0 && number < 0x1p53 ? Int(number) : 0
    }

    // MARK: Keys from passwords

    // pbkdf2(password, salt, keyLength, callback, digest, iterations) and
    // scrypt(password, salt, keyLength, callback, N, r, p, maxmem): without a callback the result is a block of bytes;
    // undefined stands for a failure.
    private func defineKeyBindings(on binding: ScriptValue) {
        define("pbkdf2", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let iterations = Self.size(arguments.number(5))
            let digest = arguments.text(4)
            let keyLength = Self.size(arguments.number(2))
            let cost = OperationCost.pbkdf2(
                iterations: iterations, keyBytes: keyLength, digestBytes: DigestAlgorithm(digest)?.length ?? 1)
            try derive(.pbkdf2(digest: digest, iterations: iterations), cost, arguments)
        }
        define("scrypt", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let parameters = Self.scryptParameters(arguments, from: 4)
            try derive(.scrypt(parameters), .scrypt(parameters), arguments)
        }
        // scryptObjection(N, r, p, maxmem): undefined when OpenSSL takes them, else what it says.
        define("scryptObjection", on: binding) { arguments in
            if let objection = Self.scryptParameters(arguments, from: 0).objection { arguments.returns(objection) }
        }
    }

    private static func scryptParameters(_ arguments: Arguments, from first: Int) -> ScryptParameters {
        let numbers = (0..<4).map { UInt64(size(arguments.number(first + $0))) }
        return ScryptParameters(
            cost: numbers[0], blockSize: numbers[1], parallelization: numbers[2], memoryLimit: numbers[3])
    }

    private func derive(
        _ derivation: KeyDerivation, _ cost: OperationCost, _ arguments: Arguments
    ) throws(ThrownError) {
        let inputs = (0...1).map { index in
            arguments.withBytes(index) { ByteBlock(copying: UnsafeRawBufferPointer($0)) } ?? nil
        }
        guard let password = inputs[0], let salt = inputs[1],
            let key = ByteBlock(count: Self.size(arguments.number(2)))
        else { return }
        let isRemembered = options.clock == .virtual
        let work: @Sendable () -> Bool = {
            isRemembered
                ? RememberedKeys.derive(derivation, key, password: password, salt: salt)
                : derivation.derive(key, password: password, salt: salt)
        }
        guard arguments.kind(3) == .function else {
            if try perform(cost, work) { arguments.returns(context.box(key, in: realm)) }
            return
        }
        let callback = arguments.value(3)
        performOnPool(derivation.name, cost, work) { [unowned(unsafe) self] succeeded in
            let result = succeeded == true ? context.box(key, in: realm) : context.undefined
            return outcome(context.call(callback, [result]).ending)
        }
    }
}
