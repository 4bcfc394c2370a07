// SPDX-License-Identifier: MIT
#pragma once

#include "Context.hpp"
#include <js/Promise.h>

/// The engine's side of the host's microtask queue: it forwards each job and keeps none.
class LLSJobQueue final : public JS::JobQueue {
public:
    explicit LLSJobQueue(LLSContext &context) : context_(context) {}

    JSObject *getIncumbentGlobal(JSContext *cx) override;
    bool enqueuePromiseJob(
        JSContext *cx, JS::HandleObject promise, JS::HandleObject job, JS::HandleObject allocationSite,
        JS::HandleObject incumbentGlobal) override;
    void runJobs(JSContext *cx) override;
    bool empty() const override { return waiting_ == 0; }
    void didTake() { waiting_--; }

protected:
    js::UniquePtr<SavedJobQueue> saveJobQueue(JSContext *cx) override;

private:
    class SavedCount;

    LLSContext &context_;
    uint64_t waiting_ = 0;
};
