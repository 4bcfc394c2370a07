// SPDX-License-Identifier: MIT
#pragma once

#include "Context.hpp"

namespace lls {

/// Tells an observer what the promises and async functions of a realm do.
///
/// The engine's debugger would slow an await down eleven times. This watches the allocations of the realm instead:
/// every promise is one, and so is the reaction that `then` or `await` makes. What is allocated has no content yet;
/// it is looked at when the next thing happens, and told then.
class PromiseWatch {
public:
    /// Watches the promises of the realm of `global`; null when the engine is not the one this is written for.
    static std::unique_ptr<PromiseWatch> start(
        LLSContext *context, JS::HandleObject global, const LLSObserver &observer);
    ~PromiseWatch();

    /// Tells what was not told yet. Called wherever something happens that must come after it.
    void flush();
    /// A promise job is on its way to the host.
    void enqueued(uint32_t number, JS::HandleObject promise, JS::HandleObject job);
    void jobStarts(uint32_t number, JS::HandleObject job);
    /// No JavaScript is on the stack any more.
    void stackIsEmpty();
    void forgetJob(uint32_t number) {
        if (!thenableJobs_.empty()) {
            thenableJobs_.erase(number);
        }
    }
    void rejected(JS::HandleObject promise);
    LLSJobOrigin origin(uint32_t number, JSObject *job);

    /// Calls an engine's function that settles a promise, and tells of it.
    static bool settleThrough(JSContext *cx, JSNative original, unsigned count, JS::Value *values);

private:
    struct Builder;
    enum class Made { nothing, promise, reaction, function };
    enum class Kind { fresh, byFunction, byJob };
    struct Watched {
        uint32_t place;
        Kind kind;
    };

    PromiseWatch(LLSContext *context, JS::HandleObject global, const LLSObserver &observer);
    bool learnClasses();
    void allocated(JS::HandleObject object);
    void remember(Made made, JSObject *object);
    uint32_t placeHere();
    JSObject *nearestRootedPromise();
    void tellPromise();
    void tellReaction();
    void replaceNative(JSObject *function);
    void check(size_t reach);
    void watch(JSObject *promise, uint32_t place, Kind kind);
    void unwatch(JSObject *promise);
    void erase(size_t index);
    void tellSettled(JSObject *promise, uint32_t place);
    bool isPromise(const JS::Value &value) const;
    JSObject *promiseOfGenerator(JSObject *generator, int32_t flags);
    JSObject *promiseOfReaction(JSObject *reaction);
    uint32_t placeOfGenerator(JSObject *generator);
    uint64_t id(JSObject *promise);

    LLSContext *context_;
    JSContext *cx_;
    JS::PersistentRootedObject global_;
    LLSObserver observer_;
    std::unique_ptr<Builder> builder_;
    const JSClass *promiseClass_ = nullptr;
    const JSClass *reactionClass_ = nullptr;
    // What was allocated last, what it was attached to, and where.
    Made made_ = Made::nothing;
    JS::PersistentRootedObject object_;
    JS::PersistentRootedObject source_;
    uint32_t place_ = 0;
    uint32_t jobPlace_ = 0;
    // Promises that may be settled by the time something happens again; those that run now are last.
    JS::PersistentRooted<JS::GCVector<JSObject *, 0, js::SystemAllocPolicy>> promises_;
    std::vector<Watched> watched_;
    std::unordered_map<uint32_t, LLSJobOrigin> thenableJobs_;
};

}  // namespace lls
