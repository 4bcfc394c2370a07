// SPDX-License-Identifier: MIT
// Where in a program's source things happen.
#include "Places.hpp"

#include <js/SavedFrameAPI.h>
#include <js/Stack.h>

namespace {

// How far down the stack the program's own frame is looked for, below those of the host.
constexpr unsigned depth = 32;

// A key has 16 bits for the file and 24 each for line and column; what is beyond has no place.
constexpr uint32_t fileLimit = 1u << 16;
constexpr uint32_t positionLimit = 1u << 24;

}  // namespace

uint32_t lls::PlaceTable::fileNumber(const char *file) {
    if (lastFile_ < files_.size() && files_[lastFile_] == file) {
        return lastFile_;
    }
    auto added = fileNumbers_.emplace(file, static_cast<uint32_t>(files_.size()));
    if (added.second) {
        files_.push_back(file);
    }
    lastFile_ = added.first->second;
    return lastFile_;
}

uint32_t lls::PlaceTable::number(const char *file, uint32_t line, uint32_t column) {
    uint32_t number = fileNumber(file);
    if (number >= fileLimit || line >= positionLimit || column >= positionLimit) {
        return 0;
    }
    uint64_t key = static_cast<uint64_t>(number) << 48 | static_cast<uint64_t>(line) << 24 | column;
    if (key != lastKey_ || lastNumber_ == 0) {
        auto added = numbers_.emplace(key, static_cast<uint32_t>(places_.size() + 1));
        if (added.second) {
            places_.push_back(Place{number, line, column});
        }
        lastKey_ = key;
        lastNumber_ = added.first->second;
    }
    return lastNumber_;
}

uint32_t lls::PlaceTable::ofCaller(JSContext *cx) {
    JS::AutoFilename file;
    unsigned line = 0;
    unsigned column = 0;
    if (!JS::DescribeScriptedCaller(cx, &file, &line, &column) || file.get() == nullptr) {
        return 0;
    }
    // The engine counts these columns from 0.
    return isBuiltinFile(file.get()) ? ofOuterFrame(cx) : number(file.get(), line, column + 1);
}

// Below the host's own frames the stack must be captured, which takes several times as long.
uint32_t lls::PlaceTable::ofOuterFrame(JSContext *cx) {
    if (JS_IsExceptionPending(cx)) {
        return 0;
    }
    JS::RootedObject saved(cx);
    if (!JS::CaptureCurrentStack(cx, &saved, JS::StackCapture(JS::MaxFrames(depth)))) {
        JS_ClearPendingException(cx);
        return 0;
    }
    std::string file;
    while (saved) {
        JS::RootedString source(cx);
        file.clear();
        if (JS::GetSavedFrameSource(cx, nullptr, saved, &source) == JS::SavedFrameResult::Ok && source) {
            appendUTF8(cx, source, file);
        }
        if (!file.empty() && !isBuiltinFile(file.c_str()) && file != "self-hosted") {
            uint32_t line = 0;
            uint32_t column = 0;
            JS::GetSavedFrameLine(cx, nullptr, saved, &line);
            JS::GetSavedFrameColumn(cx, nullptr, saved, &column);
            return number(file.c_str(), line, column);
        }
        JS::RootedObject parent(cx);
        if (JS::GetSavedFrameParent(cx, nullptr, saved, &parent) != JS::SavedFrameResult::Ok) {
            return 0;
        }
        saved = parent;
    }
    return 0;
}

uint32_t lls_caller_place(LLSContext *context) { return context->places->ofCaller(context->cx); }

LLSText lls_place(LLSContext *context, uint32_t number, uint32_t *line, uint32_t *column) {
    const lls::PlaceTable::Place *place = context->places->place(number);
    *line = place == nullptr ? 0 : place->line;
    *column = place == nullptr ? 0 : place->column;
    return place == nullptr ? LLSText{nullptr, 0} : lls::textOf(context->places->file(*place));
}
