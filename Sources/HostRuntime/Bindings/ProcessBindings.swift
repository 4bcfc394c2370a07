// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling
internal import ScriptEngine

// What stands behind `process`.
extension Runtime {
    var directory: String {
        options.directory ?? SourceFile.workingDirectory
    }

    func defineProcessBindings(on binding: ScriptValue) {
        // A sealed program runs the same every time, down to what its warnings begin with.
        let isSealed = options.sealedFiles != nil
        binding.set("pid", to: context.number(isSealed ? 1 : Double(getpid())))
        binding.set("ppid", to: context.number(isSealed ? 0 : Double(getppid())))
        binding.set("arch", to: context.string(Self.architecture))
        binding.set("productVersion", to: context.string(options.productVersion))
        binding.set("engineVersion", to: context.string(Engine.version))
        define("cwd", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(directory)
        }
        define("argv", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(context.array(options.arguments.map(context.string), in: realm))
        }
        define("execPath", on: binding) { [unowned(unsafe) self] arguments in
            let isSealed = options.sealedFiles != nil
            arguments.returns(isSealed ? options.arguments.first ?? "" : SourceFile.programPath)
        }
        defineEnvironmentBindings(on: binding)
        define("exitNow", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let code = arguments.number(0)
            ending = ending ?? .exited(code: code.isFinite ? Int32(truncatingIfNeeded: Int(code)) : 0)
            throw .terminate
        }
        define("reportUncaught", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            if !handleUncaught(arguments.value(0), isFromPromise: arguments.boolean(1)) { throw .terminate }
            loop.noteSurvivedFailure()
        }
        defineUsageBindings(on: binding)
        defineInputBindings(on: binding)
    }

    private func defineEnvironmentBindings(on binding: ScriptValue) {
        define("environmentNames", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(context.array(environment.all.map { context.string($0.name) }, in: realm))
        }
        define("getVariable", on: binding) { [unowned(unsafe) self] arguments in
            if let value = environment[arguments.text(0)] { arguments.returns(value) }
        }
        define("setVariable", on: binding) { [unowned(unsafe) self] arguments in
            let (name, value) = (arguments.text(0), arguments.text(1))
            environment[name] = value
            // The pool starts with its first job and reads its size then.
            if name == "UV_THREADPOOL_SIZE" && role.number == 0 { program.setPoolSize(value) }
        }
        define("removeVariable", on: binding) { [unowned(unsafe) self] arguments in
            environment[arguments.text(0)] = nil
        }
    }

    private func defineUsageBindings(on binding: ScriptValue) {
        define("memoryUsage", on: binding) { [unowned(unsafe) self] arguments in
            // What a submission prints has to be the same whenever it is checked.
            let isChecked = conduct != nil
            let heap = isChecked ? 0 : Double(context.heapBytes)
            let numbers = [isChecked ? 0 : Double(MemoryGauge.residentBytes), heap, heap, 0, 0]
            arguments.returns(context.array(numbers.map(context.number), in: realm))
        }
        define("cpuUsage", on: binding) { [unowned(unsafe) self] arguments in
            var usage = rusage()
            if conduct == nil { getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) }
            let microseconds = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) * 1e6 + Double($0.tv_usec) }
            arguments.returns(context.array(microseconds.map(context.number), in: realm))
        }
    }

    private func defineInputBindings(on binding: ScriptValue) {
        define("readInput", on: binding) { [unowned(unsafe) self] arguments in
            let callback = arguments.value(0)
            if let worker = role.worker { return readInput(of: worker, callback) }
            // Where there is none, it is as empty as a file without bytes; a record says that it was wanted.
            if options.sealedFiles != nil || !options.hasStandardInput {
                noteOrigin(RecordedRun.inputAPI)
                let end = closures.add { [unowned(unsafe) self] in
                    outcome(context.call(callback, [context.null]).ending)
                }
                loop.enqueuePoll(end)
                return
            }
            input = InputReader(loop: loop, schedule: { [unowned(unsafe) self] in schedulePoll($0) }) {
                [unowned(unsafe) self] bytes in
                let chunk = bytes.map { context.bytes($0, in: realm) } ?? context.null
                return outcome(context.call(callback, [chunk]).ending)
            }
            input?.start()
        }
        define("stopInput", on: binding) { [unowned(unsafe) self] _ in
            input?.stop()
            input = nil
            if let reader = workerInput { loop.removeAsyncHandle(reader) }
            workerInput = nil
        }
    }

    // A worker's input comes from the thread that started it, and is empty unless that asked for it.
    private func readInput(of worker: ThreadRole.Worker, _ callback: ScriptValue) {
        let deliver: ([UInt8]?) -> Outcome = { [unowned(unsafe) self] bytes in
            let chunk = bytes.map { context.bytes($0, in: realm) } ?? context.null
            return outcome(context.call(callback, [chunk]).ending)
        }
        if !worker.start.hasInput {
            loop.enqueuePoll(closures.add { deliver(nil) })
            return
        }
        let reader = loop.addAsyncHandle(isReferenced: true) { [unowned self] in
            while let bytes = worker.link.takeInput(by: messageTime) {
                if bytes == nil, let reader = workerInput { loop.setReferenced(reader, false) }
                let outcome = loop.runPollTask(closures.add { deliver(bytes) })
                if outcome != .completed { return outcome }
            }
            return .completed
        }
        workerInput = reader
        worker.link.attach(reader: reader)
    }

    private func schedulePoll(_ body: @escaping () -> Void) {
        let handle = closures.add {
            body()
            return .completed
        }
        loop.enqueuePoll(handle)
    }

    private static var architecture: String {
        #if arch(x86_64)
            "x64"
        #else
            "arm64"
        #endif
    }
}
