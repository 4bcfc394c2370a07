// SPDX-License-Identifier: MIT
internal import CZlib
internal import ScriptEngine

// What stands behind node:zlib.
extension Runtime {
    func defineZlibBindings(on binding: ScriptValue) {
        binding.set("zlibVersion", to: context.number(Double(ZLIB_VERNUM)))
        // zlib(bytes, callback, mode, level, windowBits, memLevel, strategy, flush, limit, dictionary): the result is
        // given back, or goes to the callback when there is one. It is a block of bytes, or an array of error number
        // and message, or null when the output is too long, or undefined when there is no memory.
        define("zlib", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            guard let job = Self.compressionJob(arguments),
                let input = arguments.withBytes(0, { ByteBlock(copying: UnsafeRawBufferPointer($0)) }) ?? nil
            else { return }
            let cost = OperationCost.zlib(bytes: input.count, compresses: job.mode.compresses)
            guard arguments.kind(1) == .function else {
                let result = job.run(input, isStopped: { hasToEnd })
                if case .stopped = result { throw stopped() }
                charge(cost)
                arguments.returns(value(of: result))
                return
            }
            let callback = arguments.value(1)
            runOnPool("zlib.\(job.mode)", cost) { [watchdog] in
                job.run(input, isStopped: { watchdog?.reason != nil })
            } then: { [unowned(unsafe) self] result in
                outcome(context.call(callback, [value(of: result ?? .stopped)]).ending)
            }
        }
        // crc32(bytes, start)
        define("crc32", on: binding) { [unowned(unsafe) self] arguments in
            let start = UInt(Self.size(arguments.number(1)))
            let sum = arguments.withBytes(0) { bytes in
                charge(.moving(bytes: bytes.count))
                return crc32_z(start, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count)
            }
            // Without an address zlib answers with the sum of nothing.
            arguments.returns(arguments.withBytes(0, \.isEmpty) == true ? Double(start) : Double(sum ?? 0))
        }
    }

    private static func compressionJob(_ arguments: Arguments) -> CompressionJob? {
        guard let mode = CompressionJob.Mode(rawValue: size(arguments.number(2))) else { return nil }
        func setting(_ index: Int) -> Int32 {
            let number = arguments.number(index)
            return number.isFinite ? Int32(number) : 0
        }
        return CompressionJob(
            mode: mode, level: setting(3), windowBits: setting(4), memLevel: setting(5), strategy: setting(6),
            flush: setting(7), limit: size(arguments.number(8)),
            dictionary: arguments.withBytes(9) { ByteBlock(copying: UnsafeRawBufferPointer($0)) } ?? nil)
    }

    private func value(of result: CompressionJob.Result) -> ScriptValue {
        switch result {
        case .bytes(let block): context.box(block, in: realm)
        case .failure(let code, let message):
            context.array([context.number(Double(code)), context.string(message)], in: realm)
        case .tooLarge: context.null
        case .outOfMemory, .stopped: context.undefined
        }
    }
}
