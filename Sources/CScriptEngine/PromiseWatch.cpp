// SPDX-License-Identifier: MIT
// What promises and async functions do, as their allocations show it.
#include "PromiseWatch.hpp"
#include "Places.hpp"
#include "PromiseSlots.hpp"

#include <js/Object.h>
#include <js/Promise.h>

using namespace lls::slots;

namespace {

// How many promises are looked at when something happens, and how many are kept once the stack is empty. Almost always
// there are three or fewer; those beyond are promises that the host makes and settles itself.
constexpr size_t reach = 16;
constexpr size_t watchLimit = 64;

// How many roots of the engine's functions are looked at. A promise that a reaction is made for is among the first.
constexpr int rootLimit = 8;

}  // namespace

struct lls::PromiseWatch::Builder final : js::AllocationMetadataBuilder {
    explicit Builder(PromiseWatch &watch) : watch(watch) {}

    JSObject *build(JSContext *, JS::HandleObject object, js::AutoEnterOOMUnsafeRegion &) const override {
        watch.allocated(object);
        return nullptr;
    }

    PromiseWatch &watch;
};

lls::PromiseWatch::PromiseWatch(LLSContext *context, JS::HandleObject global, const LLSObserver &observer)
    : context_(context),
      cx_(context->cx),
      global_(context->cx, global),
      observer_(observer),
      builder_(std::make_unique<Builder>(*this)),
      object_(context->cx),
      source_(context->cx),
      promises_(context->cx) {}

lls::PromiseWatch::~PromiseWatch() {
    JSAutoRealm entered(cx_, global_);
    js::SetAllocationMetadataBuilder(cx_, nullptr);
}

std::unique_ptr<lls::PromiseWatch> lls::PromiseWatch::start(
    LLSContext *context, JS::HandleObject global, const LLSObserver &observer) {
    std::unique_ptr<PromiseWatch> watch(new PromiseWatch(context, global, observer));
    JSAutoRealm entered(context->cx, global);
    js::SetAllocationMetadataBuilder(context->cx, watch->builder_.get());
    bool isReady = watch->learnClasses();
    watch->made_ = Made::nothing;
    if (!isReady) {
        JS_ClearPendingException(context->cx);
        return nullptr;
    }
    return watch;
}

// MARK: What is allocated

void lls::PromiseWatch::allocated(JS::HandleObject object) {
    const JSClass *made = JS::GetClass(object);
    if (made == promiseClass_) {
        flush();
        remember(Made::promise, object);
        place_ = placeHere();
    } else if (made == reactionClass_) {
        flush();
        remember(Made::reaction, object);
        source_ = nearestRootedPromise();
        place_ = placeHere();
    } else if (made == js::FunctionExtendedClassPtr) {
        // Only the functions that `new Promise` makes matter, and those follow the promise or each other.
        if (made_ == Made::promise || made_ == Made::function) {
            flush();
            remember(Made::function, object);
        }
    } else if (reactionClass_ == nullptr && strcmp(made->name, "PromiseReactionRecord") == 0) {
        reactionClass_ = made;
        object_ = object;
        source_ = nearestRootedPromise();
    }
}

void lls::PromiseWatch::remember(Made made, JSObject *object) {
    made_ = made;
    object_ = object;
}

// What the engine does for a job while none of the program's functions runs belongs to where the job comes from.
uint32_t lls::PromiseWatch::placeHere() {
    uint32_t place = context_->places->ofCaller(cx_);
    return place == 0 ? jobPlace_ : place;
}

// The engine's function that makes a reaction holds the promise which the reaction is for in a root of its own, and
// has made no root of another promise since.
JSObject *lls::PromiseWatch::nearestRootedPromise() {
    JS::RootedObject probe(cx_);
    js::StackRootedBase *root = probe.previous();
    for (int count = 0; root != nullptr && count < rootLimit; count++) {
        JSObject *object = static_cast<JS::Rooted<JSObject *> *>(root)->get();
        if (object != nullptr && JS::GetClass(object) == promiseClass_) {
            return object;
        }
        root = root->previous();
    }
    return nullptr;
}

// MARK: Telling

void lls::PromiseWatch::flush() {
    Made made = made_;
    made_ = Made::nothing;
    switch (made) {
    case Made::nothing: break;
    case Made::promise: tellPromise(); break;
    case Made::reaction: tellReaction(); break;
    case Made::function: replaceNative(object_); break;
    }
    check(reach);
}

void lls::PromiseWatch::tellPromise() {
    observer_.promise_created(observer_.opaque, id(object_), place_);
    watch(object_, place_, Kind::fresh);
}

void lls::PromiseWatch::tellReaction() {
    JSObject *reaction = object_;
    JS::Value flags = JS::GetReservedSlot(reaction, reactionFlags);
    if (!flags.isInt32() || (flags.toInt32() & reactionIsForDebugger) != 0) {
        return;
    }
    JSObject *promise = promiseOfReaction(reaction);
    if (promise != nullptr) {
        unwatch(promise);
    }
    uint64_t source = source_ ? id(source_) : 0;
    uint64_t target = promise == nullptr ? 0 : id(promise);
    bool isAwait = (flags.toInt32() & reactionIsAwait) != 0;
    if (isAwait && (flags.toInt32() & reactionIsAsyncGenerator) != 0) {
        place_ = placeOfGenerator(&JS::GetReservedSlot(reaction, reactionTarget).toObject());
    }
    if (place_ < reactionPlaceLimit) {
        auto placed = flags.toInt32() | static_cast<int32_t>(place_ << reactionPlaceShift);
        JS::SetReservedSlot(reaction, reactionFlags, JS::Int32Value(placed));
    }
    if (isAwait) {
        observer_.suspended(observer_.opaque, target, source, place_);
    } else {
        observer_.handler_attached(observer_.opaque, source, target, place_);
    }
}

void lls::PromiseWatch::tellSettled(JSObject *promise, uint32_t place) {
    int32_t flags = JS::GetReservedSlot(promise, promiseFlags).toInt32();
    if ((flags & promiseIsTold) != 0) {
        return;
    }
    JS::SetReservedSlot(promise, promiseFlags, JS::Int32Value(flags | promiseIsTold));
    JS::RootedObject settled(cx_, promise);
    bool isRejected = JS::GetPromiseState(settled) == JS::PromiseState::Rejected;
    observer_.promise_settled(observer_.opaque, JS::GetPromiseID(settled), isRejected, place);
}

// MARK: Promises that may be settled soon

void lls::PromiseWatch::watch(JSObject *promise, uint32_t place, Kind kind) {
    if (promises_.append(promise)) {
        watched_.push_back(Watched{place, kind});
    }
}

void lls::PromiseWatch::erase(size_t index) {
    promises_.erase(promises_.begin() + index);
    watched_.erase(watched_.begin() + static_cast<ptrdiff_t>(index));
}

// Once its function waits, or a handler's job will settle it, it need not be watched until then.
void lls::PromiseWatch::unwatch(JSObject *promise) {
    size_t end = promises_.length();
    size_t start = end > reach ? end - reach : 0;
    for (size_t index = end; index > start; index--) {
        if (promises_[index - 1] == promise) {
            erase(index - 1);
            return;
        }
    }
}

void lls::PromiseWatch::check(size_t count) {
    size_t end = promises_.length();
    size_t index = end > count ? end - count : 0;
    while (index < promises_.length()) {
        JS::RootedObject promise(cx_, promises_[index]);
        if (JS::GetPromiseState(promise) == JS::PromiseState::Pending) {
            index++;
        } else {
            uint32_t place = watched_[index].place;
            erase(index);
            tellSettled(promise, place);
        }
    }
}

void lls::PromiseWatch::stackIsEmpty() {
    flush();
    check(watchLimit);
    jobPlace_ = 0;
    // Functions that ran have ended or wait by now. What is left is settled by the host or by an async generator.
    for (size_t index = watched_.size(); index > 0; index--) {
        if (watched_[index - 1].kind != Kind::fresh || watched_.size() > watchLimit) {
            erase(index - 1);
        }
    }
}

void lls::PromiseWatch::rejected(JS::HandleObject promise) {
    flush();
    if (JS::GetPromiseState(promise) == JS::PromiseState::Rejected) {
        tellSettled(promise, placeHere());
    }
}

// MARK: Jobs

void lls::PromiseWatch::enqueued(uint32_t number, JS::HandleObject promise, JS::HandleObject job) {
    flush();
    JS::Value reaction = js::GetFunctionNativeReserved(job, jobReaction);
    if (promise && !(reaction.isObject() && JS::GetClass(&reaction.toObject()) == reactionClass_)) {
        uint64_t target = JS::GetClass(promise) == promiseClass_ ? id(promise) : 0;
        thenableJobs_[number] = LLSJobOrigin{target, placeHere(), false};
    }
}

LLSJobOrigin lls::PromiseWatch::origin(uint32_t number, JSObject *job) {
    JS::Value slot = js::GetFunctionNativeReserved(job, jobReaction);
    if (!slot.isObject() || JS::GetClass(&slot.toObject()) != reactionClass_) {
        auto found = thenableJobs_.find(number);
        return found == thenableJobs_.end() ? LLSJobOrigin{} : found->second;
    }
    JSObject *reaction = &slot.toObject();
    int32_t flags = JS::GetReservedSlot(reaction, reactionFlags).toInt32();
    JSObject *promise = promiseOfReaction(reaction);
    uint64_t target = promise == nullptr ? 0 : id(promise);
    return LLSJobOrigin{target, static_cast<uint32_t>(flags) >> reactionPlaceShift, (flags & reactionIsAwait) != 0};
}

void lls::PromiseWatch::jobStarts(uint32_t number, JS::HandleObject job) {
    flush();
    JS::Value slot = js::GetFunctionNativeReserved(job, jobReaction);
    if (!slot.isObject() || JS::GetClass(&slot.toObject()) != reactionClass_) {
        jobPlace_ = origin(number, job).place;
        forgetJob(number);
        // The job makes resolving functions for the promise at once.
        remember(Made::function, job);
        return;
    }
    JSObject *reaction = &slot.toObject();
    int32_t flags = JS::GetReservedSlot(reaction, reactionFlags).toInt32();
    uint32_t place = static_cast<uint32_t>(flags) >> reactionPlaceShift;
    jobPlace_ = place;
    JSObject *promise = promiseOfReaction(reaction);
    if (promise != nullptr) {
        watch(promise, place, Kind::byJob);
    }
    if ((flags & reactionIsAwait) != 0) {
        observer_.resumed(observer_.opaque, promise == nullptr ? 0 : id(promise), place);
    }
}

// MARK: Reading what the engine keeps

bool lls::PromiseWatch::isPromise(const JS::Value &value) const {
    return value.isObject() && JS::GetClass(&value.toObject()) == promiseClass_;
}

uint64_t lls::PromiseWatch::id(JSObject *promise) {
    JS::RootedObject object(cx_, promise);
    return JS::GetPromiseID(object);
}

// The promise that the reaction's job settles, or whose function it resumes.
JSObject *lls::PromiseWatch::promiseOfReaction(JSObject *reaction) {
    int32_t flags = JS::GetReservedSlot(reaction, reactionFlags).toInt32();
    JS::Value target = JS::GetReservedSlot(reaction, reactionTarget);
    if ((flags & reactionIsAwait) != 0 && target.isObject()) {
        return promiseOfGenerator(&target.toObject(), flags);
    }
    if ((flags & reactionResolvesTarget) != 0 && isPromise(target)) {
        return &target.toObject();
    }
    JS::Value derived = JS::GetReservedSlot(reaction, reactionPromise);
    return isPromise(derived) ? &derived.toObject() : nullptr;
}

// An async function's own promise; of an async generator, that of the call of `next` which it works for.
JSObject *lls::PromiseWatch::promiseOfGenerator(JSObject *generator, int32_t flags) {
    JS::Value promise;
    if ((flags & reactionIsAsyncFunction) != 0) {
        promise = JS::GetReservedSlot(generator, asyncFunctionPromise);
    } else {
        JS::Value queue = JS::GetReservedSlot(generator, asyncGeneratorQueue);
        if (queue.isObject() && strcmp(JS::GetClass(&queue.toObject())->name, "List") == 0) {
            // A list of the engine's own, without a prototype.
            JS::RootedObject list(cx_, &queue.toObject());
            JS::RootedValue first(cx_);
            if (!JS_GetElement(cx_, list, 0, &first)) {
                JS_ClearPendingException(cx_);
            }
            queue = first;
        }
        if (queue.isObject() && strcmp(JS::GetClass(&queue.toObject())->name, "AsyncGeneratorRequest") == 0) {
            promise = JS::GetReservedSlot(&queue.toObject(), requestPromise);
        }
    }
    return isPromise(promise) ? &promise.toObject() : nullptr;
}

// An async generator is off the stack by the time it waits, so that its function's first line has to do.
uint32_t lls::PromiseWatch::placeOfGenerator(JSObject *generator) {
    JS::Value callee = JS::GetReservedSlot(generator, generatorCallee);
    if (!callee.isObject() || !JS_ObjectIsFunction(&callee.toObject())) {
        return place_;
    }
    JS::RootedFunction function(cx_, JS_GetObjectFunction(&callee.toObject()));
    JS::RootedScript script(cx_, JS_GetFunctionScript(cx_, function));
    if (!script || JS_GetScriptFilename(script) == nullptr || isBuiltinFile(JS_GetScriptFilename(script))) {
        return place_;
    }
    return context_->places->number(JS_GetScriptFilename(script), JS_GetScriptBaseLineNumber(cx_, script), 1);
}
