// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

// Workers as the thread sees them that starts them, and what a worker knows of itself; for internal/worker.js.
extension Runtime {
    func defineWorkerBindings(on binding: ScriptValue) {
        binding.set("threadId", to: context.number(Double(role.number)))
        if let worker = role.worker { defineWorkerInit(worker, on: binding) }
        // workerStart(object, options, data, transfer, report): nil after a refusal, which is reported.
        define("workerStart", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            if options.sealedFiles != nil && workers.count >= allowedWorkers {
                // A thread of its own is more than such a program may ask the system for.
                throw .make(
                    .error, message: "Worker initialization failure: no more workers are allowed here",
                    code: "ERR_WORKER_INIT_FAILED")
            }
            guard let serialized = try serialize(arguments, value: 2, transfer: 3, report: 4) else { return }
            let ends = serialized.ports.compactMap(ports.remove)
            let data = Message(value: serialized, ports: ends, sentAt: messageTime)
            let description = arguments.value(1)
            let start = workerStart(description, data: data)
            do throws(SchedulingError) {
                let parentPort = description.property("parentPort").flatMap(Self.number).map { UInt32($0) }
                let number = try workers.start(
                    start, for: arguments.value(0), port: parentPort, captured: capturedStreams(description))
                arguments.returns(Double(number))
            } catch {
                let message = "Worker initialization failure: EAGAIN"
                throw .make(.error, message: message, code: "ERR_WORKER_INIT_FAILED")
            }
        }
        define("workerTerminate", on: binding) { [unowned(unsafe) self] arguments in
            workers.terminate(UInt32(arguments.number(0)))
        }
        // workerWriteStdin(number, bytes): with null the input ends.
        define("workerWriteStdin", on: binding) { [unowned(unsafe) self] arguments in
            workers.writeInput(UInt32(arguments.number(0)), arguments.withBytes(1) { Array($0) })
        }
        define("workerSetReferenced", on: binding) { [unowned(unsafe) self] arguments in
            workers.setReferenced(UInt32(arguments.number(0)), arguments.boolean(1))
        }
    }

    private func defineWorkerInit(_ worker: ThreadRole.Worker, on binding: ScriptValue) {
        let start = worker.start
        let known = context.object(in: realm)
        if let port = start.port { known.set("port", to: context.number(Double(ports.add(port)))) }
        if case .file(let path) = start.program { known.set("filename", to: context.string(path)) }
        known.set("name", to: context.string(start.name))
        known.set("kind", to: context.string(start.profile))
        known.set("shareEnv", to: context.boolean(start.sharesEnvironment))
        known.set("hasStdin", to: context.boolean(start.hasInput))
        let limits = [start.limits.youngGeneration, start.limits.oldGeneration, start.limits.code, start.limits.stack]
        let numbers = limits.map { context.number($0 ?? -1) }
        known.set("resourceLimits", to: context.array(numbers, in: realm))
        binding.set("workerInit", to: known)
        // The data are made anew once, when the worker's main file asks for them.
        define("takeWorkerData", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            switch ports.open(start.data) {
            case .normal(let pair): arguments.returns(pair.element(0) ?? context.undefined)
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        }
        // postErrorToParent(value): false when the value cannot be cloned.
        define("postErrorToParent", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            do throws(CloneFailure) {
                let failure = WorkerEvent.failed(try context.serialize(arguments.value(0)))
                worker.link.post(failure, at: messageTime, sending: recordSending("error"))
                arguments.returns(true)
            } catch {
                context.forget(error.culprit)
                arguments.returns(false)
            }
        }
    }

    private func workerStart(_ description: ScriptValue, data: Message) -> WorkerStart {
        func text(_ name: String) -> String? {
            description.property(name).flatMap { $0.kind == .string ? $0.text : nil }
        }
        func flag(_ name: String) -> Bool { description.property(name)?.boolean ?? false }
        let filename = text("filename")
        let variables = description.property("env").flatMap { $0.kind == .object ? Self.pairs($0) : nil }
        let number = description.property("port").flatMap(Self.number)
        let limits = Self.items(description.property("resourceLimits")).map { $0.number >= 0 ? $0.number : nil }
        func limit(_ index: Int) -> Double? { index < limits.count ? limits[index] : nil }
        return WorkerStart(
            program: filename.map { .file($0) } ?? .text(text("code") ?? ""),
            isModule: flag("isModule"),
            port: number.flatMap { ports.remove(UInt32($0)) },
            name: text("name") ?? "",
            environment: variables.map(Environment.init) ?? environment,
            sharesEnvironment: variables == nil,
            arguments: Self.items(description.property("argv")).map { $0.text ?? "" },
            limits: .init(
                youngGeneration: limit(0), oldGeneration: limit(1), code: limit(2), stack: limit(3)),
            hasInput: flag("stdin"),
            profile: text("profile") ?? "node",
            data: data,
            inherited: .init(
                clock: options.clock, seed: options.seed, directory: options.directory, heapBytes: options.heapBytes,
                color: options.color, productVersion: options.productVersion,
                sealedFiles: options.sealedFiles))
    }

    private func capturedStreams(_ description: ScriptValue) -> Set<StandardStream> {
        var streams: Set<StandardStream> = []
        if description.property("stdout")?.boolean == true { streams.insert(.output) }
        if description.property("stderr")?.boolean == true { streams.insert(.error) }
        return streams
    }

    private static func number(_ value: ScriptValue) -> Double? {
        value.kind == .number ? value.number : nil
    }

    private static func items(_ array: ScriptValue?) -> [ScriptValue] {
        guard let array, array.kind == .object else { return [] }
        let count = Int(array.property("length")?.number ?? 0)
        return (0..<count).compactMap { array.element(UInt32($0)) }
    }

    private static func pairs(_ array: ScriptValue) -> [(name: String, value: String)] {
        items(array).map { ($0.element(0)?.text ?? "", $0.element(1)?.text ?? "") }
    }
}
