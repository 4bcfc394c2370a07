// SPDX-License-Identifier: MIT
// Promise jobs: the engine hands each one to the host, which runs it when its own queue says so.
#include "JobQueue.hpp"

#include <js/Promise.h>

JSObject *LLSJobQueue::getIncumbentGlobal(JSContext *cx) { return JS::CurrentGlobalOrNull(cx); }

bool LLSJobQueue::enqueuePromiseJob(
    JSContext *cx, JS::HandleObject, JS::HandleObject job, JS::HandleObject allocationSite, JS::HandleObject) {
    uint32_t number;
    if (!context_.jobs.add(job, &number)) {
        JS_ReportOutOfMemory(cx);
        return false;
    }
    waiting_++;
    if (allocationSite) {
        context_.jobLabels[number] = lls::nearestFrame(cx, allocationSite);
    }
    context_.host.enqueue_job(context_.host.opaque, number);
    return true;
}

// The engine calls this for a debugger only, on jobs that the debugger's own activity queued. Those belong to the
// host's queue like all others and run in their turn.
void LLSJobQueue::runJobs(JSContext *) {}

// While a debugger hook runs, the count of waiting jobs starts from nothing; the jobs themselves stay in the host's
// queue, whose order is the only one there is.
class LLSJobQueue::SavedCount final : public JS::JobQueue::SavedJobQueue {
public:
    SavedCount(uint64_t &waiting) : waiting_(waiting), saved_(waiting) { waiting_ = 0; }
    ~SavedCount() override { waiting_ += saved_; }

private:
    uint64_t &waiting_;
    uint64_t saved_;
};

js::UniquePtr<JS::JobQueue::SavedJobQueue> LLSJobQueue::saveJobQueue(JSContext *cx) {
    auto saved = js::MakeUnique<SavedCount>(waiting_);
    if (!saved) {
        JS_ReportOutOfMemory(cx);
    }
    return saved;
}

LLSStatus lls_job_run(LLSContext *context, uint32_t number) {
    JSContext *cx = context->cx;
    JS::RootedObject job(cx, context->jobs.take(number));
    context->jobQueue->didTake();
    if (!context->jobLabels.empty()) {
        context->jobLabels.erase(number);
    }
    if (context->collectsAtEveryCall) {
        JS_GC(cx);
    }
    JSAutoRealm realm(cx, job);
    JS::RootedValue callee(cx, JS::ObjectValue(*job));
    JS::RootedValue result(cx);
    bool succeeded = JS::Call(cx, JS::UndefinedHandleValue, callee, JS::HandleValueArray::empty(), &result);
    return succeeded ? LLSStatusOK : lls::finish(context, false);
}

void lls_job_discard(LLSContext *context, uint32_t number) {
    context->jobs.take(number);
    context->jobLabels.erase(number);
    context->jobQueue->didTake();
}

LLSText lls_job_label(LLSContext *context, uint32_t number) {
    auto found = context->jobLabels.find(number);
    context->text = found == context->jobLabels.end() ? std::string() : found->second;
    return lls::textOf(context->text);
}
