// SPDX-License-Identifier: MIT
// Watching what a program does, for the host.
#include "PromiseWatch.hpp"
#include "StepWatch.hpp"

void LLSEntry::end() {
    if (context_->entries == context_->loopEntries) {
        context_->promiseWatch->stackIsEmpty();
    } else {
        context_->promiseWatch->flush();
    }
}

bool lls_observe(LLSContext *context, LLSSlot realm, LLSDetail detail, const LLSObserver *observer) {
    context->stepWatch = nullptr;
    context->promiseWatch = nullptr;
    if (detail == LLSDetailNone || observer == nullptr) {
        return true;
    }
    JS::RootedObject global(context->cx, &context->value(realm).toObject());
    context->promiseWatch = lls::PromiseWatch::start(context, global, *observer);
    if (context->promiseWatch && detail == LLSDetailStatements) {
        context->stepWatch = lls::StepWatch::start(context, global, *observer);
        if (!context->stepWatch) {
            context->promiseWatch = nullptr;
        }
    }
    return context->promiseWatch != nullptr;
}

uint32_t lls_loop_enter(LLSContext *context) {
    uint32_t before = context->loopEntries;
    context->loopEntries = context->entries;
    return before;
}

void lls_loop_leave(LLSContext *context, uint32_t before) { context->loopEntries = before; }

LLSJobOrigin lls_job_origin(LLSContext *context, uint32_t job) {
    return context->promiseWatch ? context->promiseWatch->origin(job, context->jobs.peek(job)) : LLSJobOrigin{};
}
