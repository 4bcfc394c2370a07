// SPDX-License-Identifier: MIT
// Contexts and realms.
#include "Context.hpp"
#include "Compartments.hpp"
#include "JobQueue.hpp"
#include "Places.hpp"
#include "PromiseWatch.hpp"
#include "StepWatch.hpp"

#include <js/ContextOptions.h>
#include <js/Date.h>
#include <js/GCAPI.h>
#include <js/GlobalObject.h>
#include <js/Initialization.h>
#include <js/Interrupt.h>
#include <js/Promise.h>
#include <js/PropertyAndElement.h>
#include <js/RealmOptions.h>
#include <js/experimental/JitInfo.h>
#include <algorithm>
#include <malloc.h>

#include <mutex>

namespace {

const JSClass globalClass = {"global", JSCLASS_GLOBAL_FLAGS, &JS::DefaultGlobalClassOps, nullptr, nullptr, nullptr};

void traceSlots(JSTracer *tracer, void *data) { static_cast<LLSContext *>(data)->slots.trace(tracer); }

// How many full collections may leave the heap almost full, one after the other.
constexpr unsigned patience = 8;

// Bytes that cells have outside the heap: elements of arrays, characters, tables. The engine counts them for each zone
// and tells them to script only, as getters of an object.
size_t mallocBytes(LLSContext *context) {
    if (!context->zoneMemory) {
        return 0;
    }
    JSContext *cx = context->cx;
    JS::RootedObject memory(cx, context->zoneMemory);
    JSAutoRealm realm(cx, memory);
    JS::RootedValue bytes(cx);
    if (!JS_GetProperty(cx, memory, "mallocBytes", &bytes) || !bytes.isNumber()) {
        JS_ClearPendingException(cx);
        return 0;
    }
    return static_cast<size_t>(bytes.toNumber());
}

size_t memoryBytes(LLSContext *context) {
    return JS_GetGCParameter(context->cx, JSGC_BYTES) + mallocBytes(context);
}

// Lets a worker's limit count what its cells have outside the heap; the main thread's memory is watched from outside.
void countMalloc(LLSContext *context) {
    JSContext *cx = context->cx;
    JS::RootedObject info(cx, js::gc::NewMemoryInfoObject(cx));
    JS::RootedValue zone(cx);
    if (!info || !JS_GetProperty(cx, info, "zone", &zone) || !zone.isObject()) {
        JS_ClearPendingException(cx);
        return;
    }
    context->zoneMemory = &zone.toObject();
}

// A program whose live values almost fill the heap would collect at every other allocation for minutes before one
// fails. After a few collections in vain the interrupt callback is asked instead.
void collected(JSContext *cx, JSGCStatus status, JS::GCReason, void *data) {
    auto *context = static_cast<LLSContext *>(data);
    if (status != JSGC_END) {
        return;
    }
    size_t bytes = JS_GetGCParameter(cx, JSGC_BYTES);
    bool isAlmostFull = bytes > context->heapLimit / 16 * 15;
    context->vainCollections = isAlmostFull ? context->vainCollections + 1 : 0;
    context->seemsFull = !context->isMeasuring && memoryBytes(context) > context->heapLimit;
    if (context->seemsFull || context->vainCollections >= patience) {
        JS_RequestInterruptCallback(cx);
    }
}

// What a collection frees outside the heap is freed by another thread, for which the next one waits.
void measure(LLSContext *context) {
    context->seemsFull = false;
    context->isMeasuring = true;
    JS_GC(context->cx);
    JS_GC(context->cx);
    context->isMeasuring = false;
    if (memoryBytes(context) > context->heapLimit) {
        context->vainCollections = patience;
    }
}

bool interrupted(JSContext *cx) {
    LLSContext *context = LLSContext::of(cx);
    if (context == nullptr) {
        return true;
    }
    if (context->seemsFull) {
        measure(context);
    }
    return context->host.interrupt(context->host.opaque);
}

void rejectionTracked(
    JSContext *, bool, JS::HandleObject promise, JS::PromiseRejectionHandlingState state, void *data) {
    auto *context = static_cast<LLSContext *>(data);
    // Its own promises are the business of whoever writes code for it.
    if (lls::isShielded(context, promise)) {
        return;
    }
    if (context->promiseWatch) {
        context->promiseWatch->rejected(promise);
    }
    LLSSlot slot = context->keep(JS::ObjectValue(*promise));
    context->host.rejection(
        context->host.opaque, slot, state == JS::PromiseRejectionHandlingState::Handled);
}

// The engine asks this for every `Date.now()` and `new Date()`; the host's clock answers, so that virtual time is
// seen by `Date` without replacing a global that learners may inspect.
double dateClock(double time, JSContext *cx) {
    LLSContext *context = cx == nullptr ? nullptr : LLSContext::of(cx);
    if (context == nullptr || context->readDateClock == nullptr) {
        return time;
    }
    return context->readDateClock(context->host.opaque) * 1000.0;
}

void setContextOptions(JSContext *cx, const LLSContextOptions &options) {
    JS::ContextOptionsRef(cx)
        .setAsyncStack(options.keeps_async_stacks)
        .setSourcePragmas(false)
        .setImportAssertions(true);
    JS_SetGCParameter(cx, JSGC_MAX_BYTES, static_cast<uint32_t>(std::min<size_t>(options.heap_bytes, UINT32_MAX)));
    // A first full collection at the engine's 27 MB would come several times in a program of a million callbacks, none
    // of which is garbage yet. Without threads what is found to be garbage is freed by the next collection only,
    // so that twice as much is held; and the programs that run so have little memory.
    const uint32_t firstCollection = lls::isMeantForCopies() ? 32 : 128;
    JS_SetGCParameter(cx, JSGC_ALLOCATION_THRESHOLD, firstCollection);
    // A worker's limit may be smaller than that, and only a collection finds out that it is reached.
    constexpr size_t mebibyte = 1 << 20;
    auto threshold = static_cast<uint32_t>(std::clamp<size_t>(options.heap_bytes / mebibyte / 2, 1, firstCollection));
    JS_SetGCParameter(cx, JSGC_MALLOC_THRESHOLD_BASE, threshold);
    JS_SetGCParameter(cx, JSGC_MAX_NURSERY_BYTES, firstCollection << 19);
    // Inline caches are worth their code in what runs often; at start, most of what runs does so a few times. The
    // choice is the whole process's.
    static std::once_flag once;
    std::call_once(
        once, [cx] { JS_SetGlobalJitCompilerOption(cx, JSJITCOMPILER_BASELINE_INTERPRETER_WARMUP_TRIGGER, 100); });
    if (options.can_block) {
        JS_SetFutexCanWait(cx);
    }
    // The rest is for the hooks of a debugger at the end of a recursion.
    constexpr size_t hookStackBytes = 64 << 10;
    size_t ampleBytes = options.stack_bytes + hookStackBytes;
    JS_SetNativeStackQuota(cx, ampleBytes, ampleBytes, options.stack_bytes);
}

// Where a program drops the result of `then` or `catch`, the engine skips the promise that it would be. That is seen:
// a thenable that the reaction returns would never have its `then` called. Without the hint in its function the engine
// always makes the promise, as ECMA-262 section 27.2.5.4 wants.
bool keepDroppedPromises(JSContext *cx) {
    JS::RootedObject prototype(cx, JS::GetPromisePrototype(cx));
    for (const char *name : {"then", "catch"}) {
        JS::RootedValue method(cx);
        if (!prototype || !JS_GetProperty(cx, prototype, name, &method) || !method.isObject()) {
            return false;
        }
        SET_JITINFO(JS_ValueToFunction(cx, method), nullptr);
    }
    return true;
}

}  // namespace

LLSContext::LLSContext(JSContext *cx, LLSHost host, std::shared_ptr<lls::BuiltinCode> builtinCode)
    : cx(cx),
      host(host),
      jobs(cx, slots),
      exception(cx),
      exceptionStack(cx),
      jobQueue(std::make_unique<LLSJobQueue>(*this)),
      builtinCode(std::move(builtinCode)),
      ports(cx),
      zoneMemory(cx),
      places(std::make_unique<lls::PlaceTable>()),
      bridgedProgram(cx) {}

LLSContext::~LLSContext() = default;

LLSContext *lls_context_create(const LLSContextOptions *options, LLSHost host) {
    JSRuntime *parent = options->parent == nullptr ? nullptr : JS_GetRuntime(options->parent->cx);
    JSContext *cx = JS_NewContext(static_cast<uint32_t>(std::min<size_t>(options->heap_bytes, UINT32_MAX)), parent);
    if (cx == nullptr) {
        return nullptr;
    }
    setContextOptions(cx, *options);
    bool isReady = parent != nullptr ? JS::InitSelfHostedCode(cx)
                                     : lls::initializeSelfHosting(cx, lls::cacheDirectory());
    if (!isReady) {
        JS_DestroyContext(cx);
        return nullptr;
    }
    auto *context = new LLSContext(
        cx, host, parent != nullptr ? options->parent->builtinCode : lls::makeBuiltinCode());
    JS_SetContextPrivate(cx, context);
    JS::SetJobQueue(cx, context->jobQueue.get());
    JS::SetPromiseRejectionTrackerCallback(cx, rejectionTracked, context);
    JS_AddExtraGCRootsTracer(cx, traceSlots, context);
    JS_AddInterruptCallback(cx, interrupted);
    context->heapLimit = options->heap_bytes;
    context->countsMalloc = options->counts_malloc;
    JS_SetGCCallback(cx, collected, context);
    lls::installModuleHooks(cx);
    return context;
}

void lls_context_destroy(LLSContext *context) {
    JSContext *cx = context->cx;
    context->stepWatch = nullptr;
    context->promiseWatch = nullptr;
    JS::SetPromiseRejectionTrackerCallback(cx, nullptr, nullptr);
    JS_RemoveExtraGCRootsTracer(cx, traceSlots, context);
    JS_SetContextPrivate(cx, nullptr);
    JS_SetGCCallback(cx, nullptr, nullptr);
    if (context->isInRealm) {
        JS::LeaveRealm(cx, nullptr);
    }
    context->slots.clear();
    // The context's roots end before the heap does; the job queue outlives the runtime that points at it.
    std::unique_ptr<LLSJobQueue> jobQueue = std::move(context->jobQueue);
    jobQueue->close();
    delete context;
    JS_DestroyContext(cx);
}

void lls_context_request_interrupt(LLSContext *context) { JS_RequestInterruptCallback(context->cx); }

void lls_context_set_async_stacks(LLSContext *context, bool is_on) {
    JS::ContextOptionsRef(context->cx).setAsyncStack(is_on);
}

void lls_context_collect(LLSContext *context) { JS_GC(context->cx); }

void lls_context_set_collect_at_every_call(LLSContext *context, bool is_on) {
    context->collectsAtEveryCall = is_on;
}

size_t lls_context_heap_bytes(LLSContext *context) { return JS_GetGCParameter(context->cx, JSGC_BYTES); }

bool lls_context_heap_is_full(LLSContext *context) { return context->vainCollections >= patience; }

void lls_memory_trim(void) { malloc_trim(0); }

void lls_context_set_date_clock(LLSContext *context, double (*read)(void *)) {
    context->readDateClock = read;
    static std::once_flag once;
    std::call_once(once, [] { JS::SetReduceMicrosecondTimePrecisionCallback(dateClock); });
}

LLSSlot lls_realm_create(LLSContext *context, LLSRealmOptions options) {
    JSContext *cx = context->cx;
    JS::RealmOptions realmOptions;
    realmOptions.creationOptions()
        .setNewCompartmentAndZone()
        .setSharedMemoryAndAtomicsEnabled(true)
        .setPropertyErrorMessageFixEnabled(true)
        .setWeakRefsEnabled(
            options.has_weak_references ? JS::WeakRefSpecifier::EnabledWithoutCleanupSome
                                        : JS::WeakRefSpecifier::Disabled);
    realmOptions.behaviors().setClampAndJitterTime(true);
    JSPrincipals *principals = options.is_shielded ? lls::trustedPrincipals(cx) : nullptr;
    JS::RootedObject global(
        cx, JS_NewGlobalObject(cx, &globalClass, principals, JS::FireOnNewGlobalHook, realmOptions));
    if (!global) {
        lls::finish(context, false);
        return 0;
    }
    if (!context->isInRealm) {
        // Values that the host makes without naming a realm belong to the first one.
        JS::EnterRealm(cx, global);
        context->isInRealm = true;
    }
    if (options.is_shielded) {
        lls::shield(context, global);
    }
    JSAutoRealm realm(cx, global);
    if (!keepDroppedPromises(cx)) {
        lls::finish(context, false);
        return 0;
    }
    if (context->countsMalloc && !context->zoneMemory) {
        countMalloc(context);
    }
    return context->keep(JS::ObjectValue(*global));
}
