// SPDX-License-Identifier: MIT
#include "Context.hpp"

namespace lls {

LLSSlot SlotTable::add(const JS::Value &value) {
    LLSSlot slot;
    if (firstFree_ != 0) {
        slot = firstFree_;
        firstFree_ = static_cast<uint32_t>(cell(slot).unbarrieredGet().toInt32());
    } else {
        if ((end_ >> pageBits) >= pages_.size()) {
            pages_.push_back(std::make_unique<Page>());
        }
        slot = end_++;
    }
    cell(slot) = value;
    used_++;
    return slot;
}

void SlotTable::free(LLSSlot slot) {
    if (slot == 0) {
        return;
    }
    cell(slot) = JS::Int32Value(static_cast<int32_t>(firstFree_));
    firstFree_ = slot;
    used_--;
}

JS::Value SlotTable::get(LLSSlot slot) const { return cell(slot).get(); }

void SlotTable::trace(JSTracer *tracer) {
    for (auto &page : pages_) {
        for (auto &value : *page) {
            JS::TraceEdge(tracer, &value, "lls slot");
        }
    }
}

void SlotTable::clear() {
    pages_.clear();
    firstFree_ = 0;
    end_ = 1;
    used_ = 0;
}

bool JobTable::add(JSObject *job, uint32_t *number) {
    if (!free_.empty()) {
        *number = free_.back();
        free_.pop_back();
        jobs_[*number].set(job);
        return true;
    }
    if (jobs_.length() < plainLimit) {
        *number = static_cast<uint32_t>(jobs_.length());
        return jobs_.append(job);
    }
    *number = plainLimit + slots_.add(JS::ObjectValue(*job));
    return true;
}

JSObject *JobTable::peek(uint32_t number) {
    return number < plainLimit ? jobs_[number].get() : &slots_.get(number - plainLimit).toObject();
}

JSObject *JobTable::take(uint32_t number) {
    JSObject *job = peek(number);
    if (number < plainLimit) {
        jobs_[number].set(nullptr);
        free_.push_back(number);
    } else {
        slots_.free(number - plainLimit);
    }
    return job;
}

}  // namespace lls

using lls::SlotTable;

void lls_slot_free(LLSContext *context, LLSSlot slot) { context->slots.free(slot); }

LLSSlot lls_slot_copy(LLSContext *context, LLSSlot slot) { return context->keep(context->value(slot)); }

uint32_t lls_slot_count(LLSContext *context) { return context->slots.count(); }
