// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// One engine context: a heap of its own, its realms, and the door through which all JavaScript runs.
///
/// Confined to the thread that made it, except `requestInterrupt()` on its `interrupter`.
public final class ScriptContext {
    /// Choices of one context.
    public struct Options: Sendable {
        /// Limit of the garbage-collected heap, in bytes.
        public var heapBytes: Int
        /// Bytes of native stack that JavaScript may use.
        public var stackBytes: Int
        /// Records where each promise was made; awaits then cost three to four times as much.
        public var keepsAsyncStacks: Bool
        /// The context of another thread, which must outlive this one; starting is then faster.
        public var parent: ContextReference?
        /// Lets `Atomics.wait` block the thread.
        public var canBlock = false
        /// Counts all memory of this context against its limit, not only collected cells.
        ///
        /// Where several contexts run, the memory of the process tells nothing about one.
        public var countsMalloc = false

        /// Makes the choices; the defaults are 4 GiB of heap and 984 KiB of stack, as V8's.
        public init(heapBytes: Int = 4 << 30, stackBytes: Int = 984 << 10, keepsAsyncStacks: Bool = false) {
            self.heapBytes = heapBytes
            self.stackBytes = stackBytes
            self.keepsAsyncStacks = keepsAsyncStacks
        }
    }

    private(set) var raw: OpaquePointer
    // The host owns this context and outlives it; an unowned(unsafe) reference spares a count on every promise job.
    unowned(unsafe) let hostObject: any ScriptHost
    var observerLink: ObserverLink?
    private var functions: [NativeFunction] = []
    private var isClosed = false

    /// Makes a context whose host hooks go to `host`, which must outlive it.
    public init(_ options: Options = Options(), host: any ScriptHost) throws(Engine.Failure) {
        hostObject = host
        var rawOptions = LLSContextOptions(
            heap_bytes: options.heapBytes,
            stack_bytes: options.stackBytes,
            keeps_async_stacks: options.keepsAsyncStacks,
            parent: options.parent?.pointer,
            can_block: options.canBlock,
            counts_malloc: options.countsMalloc
        )
        // The hooks need the address of this object, which exists only after `raw` is set; nothing calls them before.
        raw = OpaquePointer(bitPattern: -1).unsafelyUnwrapped
        let hooks = Self.hooks(opaque: Unmanaged.passUnretained(self).toOpaque())
        guard let made = lls_context_create(&rawOptions, hooks) else {
            isClosed = true
            throw .outOfMemory
        }
        raw = made
    }

    deinit {
        close()
    }

    /// Destroys the engine's side now: heap, realms, functions.
    ///
    /// Values that are left name nothing from then on.
    ///
    /// No JavaScript may be on the stack, and only one context may be open on a thread.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        functions.removeAll()
        lls_context_destroy(raw)
    }

    func release(_ slot: LLSSlot) {
        if !isClosed { lls_slot_free(raw, slot) }
    }

    // MARK: Realms and source text

    /// Makes a realm in a compartment of its own and returns its global object.
    ///
    /// The objects of a shielded one are opaque to all others, and its frames hidden from their stacks; a context has
    /// one at most.
    public func makeRealm(
        hasWeakReferences: Bool = true, isShielded: Bool = false
    ) throws(Engine.Failure) -> ScriptValue {
        let options = LLSRealmOptions(has_weak_references: hasWeakReferences, is_shielded: isShielded)
        let slot = lls_realm_create(raw, options)
        guard slot != 0 else { throw .outOfMemory }
        return ScriptValue(self, owning: slot)
    }

    /// Runs a classic script; the completion's value is that of its last statement.
    public func evaluate(_ source: Source, in realm: ScriptValue) -> Completion {
        var result: LLSSlot = 0
        let status = source.withRaw { lls_script_evaluate(raw, realm.slot, $0, &result) }
        return completion(status, result)
    }

    /// Compiles a classic script without running it; the value of a normal completion is `undefined`.
    public func compileScript(_ source: Source, in realm: ScriptValue) -> Completion {
        completion(source.withRaw { lls_script_compile(raw, realm.slot, $0) }, 0)
    }

    /// Compiles a function body with named parameters, as V8's compileFunction does for CommonJS files.
    ///
    /// The functions in it are compiled when they are first called; with `isWhole` at once.
    public func compileFunction(
        parameters: [String], _ source: Source, in realm: ScriptValue, isWhole: Bool = false
    ) -> Completion {
        var result: LLSSlot = 0
        let status = withCStrings(parameters) { names in
            source.withRaw {
                lls_function_compile(raw, realm.slot, names, UInt32(parameters.count), $0, isWhole, &result)
            }
        }
        return completion(status, result)
    }

    /// Compiles a builtin file as a function of `(exports, require, module, binding)`; nil when there is none.
    public func compileBuiltin(_ id: String, in realm: ScriptValue) -> Completion? {
        guard lls_builtin_named(id) != nil else { return nil }
        var result: LLSSlot = 0
        return completion(lls_builtin_compile(raw, realm.slot, id, &result), result)
    }

    /// Whether text is a whole script: false when more lines could make it one.
    public func isComplete(_ text: String, in realm: ScriptValue) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { bytes in
                guard let base = bytes.baseAddress else { return true }
                return lls_script_is_complete(raw, realm.slot, base, bytes.count)
            }
        }
    }

    // MARK: Calls

    /// Calls a function.
    public func call(_ function: ScriptValue, receiver: ScriptValue? = nil, _ arguments: [ScriptValue]) -> Completion {
        var result: LLSSlot = 0
        let slots = arguments.map(\.slot)
        let status = lls_call(raw, function.slot, receiver?.slot ?? 0, slots, slots.count, &result)
        return completion(status, result)
    }

    /// Calls `function(argument)` for a value kept under a number; the number stays valid.
    public func call(_ function: ScriptValue, with argument: UInt32) -> Ending {
        ending(lls_call_with(raw, function.slot, argument))
    }

    /// Calls `function(number)` for a function kept under a number of its own, which stays valid.
    public func call(kept function: UInt32, withNumber number: UInt32) -> Ending {
        ending(lls_call_with_number(raw, function, number))
    }

    /// Calls the function kept under a number with no argument, and gives the number up.
    public func callOnce(_ number: UInt32) -> Ending {
        ending(lls_call_once(raw, number))
    }

    /// Runs a promise job and gives it up.
    public func run(_ job: PromiseJob) -> Ending {
        ending(lls_job_run(raw, job.number))
    }

    /// Where the promise behind a waiting job was made: "file:line:column"; empty unless async stacks are kept.
    public func label(of job: PromiseJob) -> String {
        String(lls_job_label(raw, job.number))
    }

    /// Gives up a promise job that will not run.
    public func discard(_ job: PromiseJob) {
        lls_job_discard(raw, job.number)
    }

    /// Takes back a value kept under a number.
    public func adopt(_ number: UInt32) -> ScriptValue {
        ScriptValue(self, owning: number)
    }

    /// Gives up a value kept under a number.
    public func forget(_ number: UInt32) {
        lls_slot_free(raw, number)
    }

    // MARK: Making values

    /// `undefined`.
    public var undefined: ScriptValue {
        ScriptValue(self, owning: 0)
    }

    /// `null`.
    public var null: ScriptValue {
        ScriptValue(self, owning: lls_value_null(raw))
    }

    /// A boolean.
    public func boolean(_ value: Bool) -> ScriptValue {
        ScriptValue(self, owning: lls_value_boolean(raw, value))
    }

    /// A number.
    public func number(_ value: Double) -> ScriptValue {
        ScriptValue(self, owning: lls_value_number(raw, value))
    }

    /// A string.
    public func string(_ value: String) -> ScriptValue {
        var value = value
        let slot = value.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { bytes in
                bytes.baseAddress.map { lls_value_string(raw, $0, bytes.count) } ?? lls_value_string(raw, "", 0)
            }
        }
        return ScriptValue(self, owning: slot)
    }

    /// A new plain object.
    public func object(in realm: ScriptValue) -> ScriptValue {
        ScriptValue(self, owning: lls_value_object(raw, realm.slot))
    }

    /// A new array.
    public func array(_ items: [ScriptValue], in realm: ScriptValue) -> ScriptValue {
        let slots = items.map(\.slot)
        return ScriptValue(self, owning: lls_value_array(raw, realm.slot, slots, slots.count))
    }

    /// A new `Uint8Array` with a copy of the bytes.
    public func bytes(_ bytes: [UInt8], in realm: ScriptValue) -> ScriptValue {
        ScriptValue(self, owning: lls_value_bytes(raw, realm.slot, bytes, bytes.count))
    }

    /// A function that runs Swift.
    ///
    /// It lives as long as the context.
    public func function(
        _ name: String, length: Int, in realm: ScriptValue, _ body: @escaping NativeFunction
    ) -> ScriptValue {
        functions.append(body)
        let slot = lls_function_create(raw, realm.slot, name, UInt32(length), UInt32(functions.count - 1))
        return ScriptValue(self, owning: slot)
    }

    /// Adds the engine's introspection functions to an object (`getPromiseDetails`, `classOf`, …).
    public func defineIntrospection(on target: ScriptValue, in realm: ScriptValue) {
        _ = lls_introspection_define(raw, realm.slot, target.slot)
    }

    /// Adds to an object of the shielded realm the functions by which it deals with the values of a program's realm.
    public func defineBridge(on target: ScriptValue, from shielded: ScriptValue, to program: ScriptValue) {
        _ = lls_bridge_define(raw, shielded.slot, program.slot, target.slot)
    }

    /// Adds the engine's parser to an object, as `parse`.
    public func defineParser(on target: ScriptValue, in realm: ScriptValue) {
        _ = lls_parser_define(raw, realm.slot, target.slot)
    }

    // MARK: Errors, memory, interrupts

    /// Describes a thrown value.
    public func describe(_ thrown: ScriptValue) -> ErrorDescription {
        let details = lls_exception_describe(raw, thrown.slot)
        return ErrorDescription(
            text: String(details.text),
            file: String(details.file),
            line: Int(details.line),
            column: Int(details.column),
            sourceLine: String(details.source_line),
            isError: details.is_error,
            isSyntaxError: details.is_syntax_error
        )
    }

    /// File, line and column of the nearest frame that is not the host's own: "a.js:3:21"; empty when there is none.
    public var callerLocation: String {
        String(lls_caller_location(raw))
    }

    /// Bytes of garbage-collected cells in use.
    public var heapBytes: Int {
        lls_context_heap_bytes(raw)
    }

    /// Whether the last full collection left the heap almost full; after a few of those the script is interrupted.
    public var isHeapFull: Bool {
        lls_context_heap_is_full(raw)
    }

    /// How many values the host keeps alive.
    public var keptValues: Int {
        Int(lls_slot_count(raw))
    }

    /// Collects all garbage now.
    public func collectGarbage() {
        lls_context_collect(raw)
    }

    /// Collects garbage at every call between host and script, which finds values that nobody rooted.
    public func setCollectsAtEveryCall(_ isOn: Bool) {
        lls_context_set_collect_at_every_call(raw, isOn)
    }

    /// Turns the recording of promise creation sites on or off.
    public func setKeepsAsyncStacks(_ isOn: Bool) {
        lls_context_set_async_stacks(raw, isOn)
    }

    /// This context, for the options of one on another thread.
    public var reference: ContextReference {
        ContextReference(raw)
    }

    /// Interrupts this context from other threads.
    public var interrupter: Interrupter {
        Interrupter(context: raw)
    }

    // MARK: Inside

    func nativeFunction(_ number: UInt32) -> NativeFunction {
        functions[Int(number)]
    }

    func takeException() -> ScriptValue {
        ScriptValue(self, owning: lls_exception_take(raw))
    }

    func completion(_ status: LLSStatus, _ result: LLSSlot) -> Completion {
        switch status {
        case .OK: .normal(ScriptValue(self, owning: result))
        case .threw: .thrown(takeException())
        case .terminated: .terminated
        }
    }

    func ending(_ status: LLSStatus) -> Ending {
        switch status {
        case .OK: .normal
        case .threw: .thrown(takeException())
        case .terminated: .terminated
        }
    }
}
