// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling
internal import ScriptEngine

// What node:fs stands on: one native function for each operation, made when a program first asks for node:fs.
//
// Each takes a callback or undefined, then whether names come back as bytes, then the operands. With a callback the
// operation runs on the pool and the callback gets the answer; without one it runs here and now. An answer that is a
// negative number is the system's error.
extension Runtime {
    private typealias Parse = (Runtime, Arguments) -> FileOperation

    func defineFileSystemBindings(on binding: ScriptValue) {
        define("fileOperations", on: binding) { [unowned(unsafe) self] arguments in
            let operations = context.object(in: realm)
            let all = Self.descriptorOperations + Self.pathOperations + Self.directoryOperations
            for (name, parse) in all { defineOperation(name, on: operations, parse) }
            define("sleep", on: operations) { [unowned(unsafe) self] in sleep(milliseconds: $0.number(0)) }
            arguments.returns(operations)
        }
    }

    private func defineOperation(_ name: String, on operations: ScriptValue, _ parse: @escaping Parse) {
        define(name, on: operations) { [unowned(unsafe) self] arguments throws(ThrownError) in
            let operation = parse(self, arguments)
            let hasBytes = arguments.boolean(1)
            if arguments.kind(0) == .function {
                start(operation, "fs.\(name)", then: arguments.value(0), hasBytes)
            } else {
                charge(cost(of: operation))
                arguments.returns(value(of: performHere(operation), hasBytes))
                if ending != nil || loop.inbox.isStopRequested { throw .terminate }
            }
        }
    }

    // MARK: Running

    private func start(_ operation: FileOperation, _ api: String, then callback: ScriptValue, _ hasBytes: Bool) {
        let descriptors = descriptors
        let isOwnOutput = isOwnOutput(operation)
        runOnPool(api, cost(of: operation)) {
            isOwnOutput ? FileAnswer.nothing : operation.perform(descriptors)
        } then: { [unowned(unsafe) self] answer in
            guard let answer else { return .completed }
            // What goes to the console's streams takes its turn among what the console writes, on this thread.
            let value = value(of: isOwnOutput ? performHere(operation) : answer, hasBytes)
            return outcome(context.call(callback, [value]).ending)
        }
    }

    private func performHere(_ operation: FileOperation) -> FileAnswer {
        guard case .write(let descriptor, let bytes, _) = operation, let stream = descriptors.stream(of: descriptor)
        else { return operation.perform(descriptors) }
        bytes.withUnsafeBytes { write($0, to: stream) }
        return .number(bytes.count)
    }

    private func isOwnOutput(_ operation: FileOperation) -> Bool {
        if case .write(let descriptor, _, _) = operation { descriptors.stream(of: descriptor) != nil } else { false }
    }

    private func cost(of operation: FileOperation) -> OperationCost {
        .file(bytes: clock.kind == .virtual ? operation.byteCount(descriptors) : 0)
    }

    // Between the attempts of rmSync, which blocks as Node's does.
    private func sleep(milliseconds: Double) {
        let nanoseconds = UInt64(max(0, min(milliseconds, 1e9)) * 1e6)
        if clock.kind == .virtual {
            clock.charge(nanoseconds: nanoseconds)
        } else {
            usleep(UInt32(clamping: nanoseconds / 1000))
        }
    }

    // MARK: Operands

    private static var descriptorOperations: [(String, Parse)] {
        [
            ("open", { .open($0.path($1, 2), flags: Int32(clamping: integer($1, 3)), mode: mode($1, 4)) }),
            ("close", { .close(descriptor($1)) }),
            ("read", { .read(descriptor($1), count: max(0, integer($1, 3)), position: position($1, 4)) }),
            ("write", { .write(descriptor($1), bytes: bytes($1, 3), position: position($1, 4)) }),
            ("ftruncate", { .truncate(descriptor($1), length: Int64(integer($1, 3))) }),
            ("fsync", { .synchronize(descriptor($1), isDataOnly: false) }),
            ("fdatasync", { .synchronize(descriptor($1), isDataOnly: true) }),
            ("fstat", { .descriptorStatus(descriptor($1)) }),
            ("futimes", { .setDescriptorTimes(descriptor($1), times($1)) }),
            ("fchmod", { .setDescriptorMode(descriptor($1), mode($1, 3)) }),
        ]
    }

    private static var pathOperations: [(String, Parse)] {
        [
            ("stat", { .status($0.path($1, 2), followsLinks: true) }),
            ("lstat", { .status($0.path($1, 2), followsLinks: false) }),
            ("access", { .checkAccess($0.path($1, 2), mode: Int32(clamping: integer($1, 3))) }),
            ("utimes", { .setTimes($0.path($1, 2), times($1), followsLinks: true) }),
            ("lutimes", { .setTimes($0.path($1, 2), times($1), followsLinks: false) }),
            ("chmod", { .setMode($0.path($1, 2), mode($1, 3)) }),
            ("unlink", { .unlink($0.path($1, 2)) }),
            ("rename", { .rename($0.path($1, 2), $0.path($1, 3)) }),
            ("copyFile", { .copy($0.path($1, 2), $0.path($1, 3), isExclusive: $1.boolean(4)) }),
            ("link", { .link($0.path($1, 2), $0.path($1, 3)) }),
            // A link's target counts from the link, wherever the program is.
            ("symlink", { .makeSymbolicLink(target: FilePath(bytes($1, 2), from: nil), $0.path($1, 3)) }),
            ("readlink", { .linkTarget($0.path($1, 2)) }),
            ("realpath", { .realPath($0.path($1, 2)) }),
        ]
    }

    private static var directoryOperations: [(String, Parse)] {
        [
            ("readdir", { .entries($0.path($1, 2), hasKinds: $1.boolean(3)) }),
            ("mkdir", { .makeDirectory($0.path($1, 2), mode: mode($1, 3)) }),
            ("mkdirs", { .makeDirectories($0.path($1, 2), mode: mode($1, 3)) }),
            ("mkdtemp", { .makeTemporaryDirectory($0.path($1, 2)) }),
            ("rmdir", { .removeDirectory($0.path($1, 2)) }),
        ]
    }

    private func path(_ arguments: Arguments, _ index: Int) -> FilePath {
        FilePath(Self.bytes(arguments, index), from: options.directory)
    }

    private static func bytes(_ arguments: Arguments, _ index: Int) -> [UInt8] {
        arguments.withBytes(index) { Array($0) } ?? arguments.withUTF8(index) { Array($0) }
    }

    private static func descriptor(_ arguments: Arguments) -> Int32 {
        Int32(clamping: integer(arguments, 2))
    }

    private static func mode(_ arguments: Arguments, _ index: Int) -> mode_t {
        mode_t(truncatingIfNeeded: integer(arguments, index))
    }

    private static func times(_ arguments: Arguments) -> FileTimes {
        FileTimes(access: arguments.number(3), modification: arguments.number(4))
    }

    private static func position(_ arguments: Arguments, _ index: Int) -> Int64? {
        arguments.kind(index) == .number ? Int64(integer(arguments, index)) : nil
    }

    // Builtins have checked the range; what is out of it here is a bug of theirs and no reason to trap.
    private static func integer(_ arguments: Arguments, _ index: Int) -> Int {
        Int(exactly: arguments.number(index).rounded(.towardZero)) ?? 0
    }

    // MARK: Answers

    private func value(of answer: FileAnswer, _ hasBytes: Bool) -> ScriptValue {
        switch answer {
        case .failure(let number): context.number(-Double(number))
        case .nothing: context.undefined
        case .number(let number): context.number(Double(number))
        case .bytes(let bytes): context.bytes(bytes, in: realm)
        case .path(let bytes): name(bytes, hasBytes)
        case .status(let status): context.array(status.numbers.map(context.number), in: realm)
        case .entries(let entries):
            context.array(
                entries.flatMap { [name($0.name, hasBytes), context.number(Double($0.kind.rawValue))] }, in: realm)
        }
    }

    private func name(_ bytes: [UInt8], _ hasBytes: Bool) -> ScriptValue {
        hasBytes ? context.bytes(bytes, in: realm) : context.string(String(decoding: bytes, as: UTF8.self))
    }
}

extension FileStatus {
    // In the order in which internal/fs_stats.js takes them.
    fileprivate var numbers: [Double] {
        let instants = [access, modification, change, birth].flatMap { [Double($0.seconds), Double($0.nanoseconds)] }
        let fields = [device, UInt64(mode), linkCount, UInt64(user), UInt64(group), specialDevice, blockSize, inode]
        return fields.map { Double($0) } + [Double(size), Double(blocks)] + instants
    }
}
