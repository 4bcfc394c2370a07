// SPDX-License-Identifier: MIT
#pragma once

#include "Context.hpp"
#include <js/Promise.h>

/// The engine's side of the host's microtask queue: it forwards each job and keeps those of a debugger only.
class LLSJobQueue final : public JS::JobQueue {
public:
    explicit LLSJobQueue(LLSContext &context) : context_(context), debuggerJobs_(context.cx) {}

    JSObject *getIncumbentGlobal(JSContext *cx) override;
    bool enqueuePromiseJob(
        JSContext *cx, JS::HandleObject promise, JS::HandleObject job, JS::HandleObject allocationSite,
        JS::HandleObject incumbentGlobal) override;
    void runJobs(JSContext *cx) override;
    bool empty() const override { return interruptions_ > 0 ? debuggerJobs_.empty() : waiting_ == 0; }
    void didTake() { waiting_--; }
    /// Gives its root back: the queue outlives the runtime, whose roots must not.
    void close() { debuggerJobs_.reset(); }

protected:
    js::UniquePtr<SavedJobQueue> saveJobQueue(JSContext *cx) override;

private:
    class Interruption;

    LLSContext &context_;
    uint64_t waiting_ = 0;
    // How many hooks of a debugger are on the stack, and what the innermost has queued.
    unsigned interruptions_ = 0;
    JS::PersistentRooted<JS::GCVector<JSObject *, 0, js::SystemAllocPolicy>> debuggerJobs_;
};
