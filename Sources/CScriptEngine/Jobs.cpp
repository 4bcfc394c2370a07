// SPDX-License-Identifier: MIT
// Promise jobs: the engine hands each one to the host, which runs it when its own queue says so.
#include "JobQueue.hpp"
#include "PromiseWatch.hpp"

#include <js/Promise.h>

JSObject *LLSJobQueue::getIncumbentGlobal(JSContext *cx) { return JS::CurrentGlobalOrNull(cx); }

bool LLSJobQueue::enqueuePromiseJob(
    JSContext *cx, JS::HandleObject promise, JS::HandleObject job, JS::HandleObject allocationSite, JS::HandleObject) {
    if (interruptions_ > 0) {
        return debuggerJobs_.append(job);
    }
    uint32_t number;
    if (!context_.jobs.add(job, &number)) {
        JS_ReportOutOfMemory(cx);
        return false;
    }
    waiting_++;
    if (allocationSite) {
        context_.jobLabels[number] = lls::nearestFrame(cx, allocationSite);
    }
    if (context_.promiseWatch) {
        context_.promiseWatch->enqueued(number, promise, job);
    }
    context_.host.enqueue_job(context_.host.opaque, number);
    return true;
}

// The engine calls this at the end of a debugger's hook, for the jobs that the hook queued.
void LLSJobQueue::runJobs(JSContext *cx) {
    JS::RootedObject job(cx);
    JS::RootedValue callee(cx), result(cx);
    while (!debuggerJobs_.empty()) {
        job = debuggerJobs_[0];
        debuggerJobs_.erase(debuggerJobs_.begin());
        JSAutoRealm realm(cx, job);
        callee.setObject(*job);
        if (!JS::Call(cx, JS::UndefinedHandleValue, callee, JS::HandleValueArray::empty(), &result)) {
            JS_ClearPendingException(cx);
        }
    }
}

// While a debugger's hook runs, jobs are the hook's own. Those of the program stay in the host's queue, whose order is
// the only one there is, and none of them can be taken meanwhile.
class LLSJobQueue::Interruption final : public JS::JobQueue::SavedJobQueue {
public:
    explicit Interruption(unsigned &count) : count_(count) { count_++; }
    ~Interruption() override { count_--; }

private:
    unsigned &count_;
};

js::UniquePtr<JS::JobQueue::SavedJobQueue> LLSJobQueue::saveJobQueue(JSContext *cx) {
    auto saved = js::MakeUnique<Interruption>(interruptions_);
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
    LLSEntry entry(context);
    if (context->promiseWatch) {
        context->promiseWatch->jobStarts(number, job);
    }
    JS::RootedValue callee(cx, JS::ObjectValue(*job));
    JS::RootedValue result(cx);
    bool succeeded = JS::Call(cx, JS::UndefinedHandleValue, callee, JS::HandleValueArray::empty(), &result);
    return succeeded ? LLSStatusOK : lls::finish(context, false);
}

void lls_job_discard(LLSContext *context, uint32_t number) {
    context->jobs.take(number);
    if (context->promiseWatch) {
        context->promiseWatch->forgetJob(number);
    }
    context->jobLabels.erase(number);
    context->jobQueue->didTake();
}

LLSText lls_job_label(LLSContext *context, uint32_t number) {
    auto found = context->jobLabels.find(number);
    context->text = found == context->jobLabels.end() ? std::string() : found->second;
    return lls::textOf(context->text);
}
