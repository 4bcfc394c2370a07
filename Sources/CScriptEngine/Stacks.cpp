// SPDX-License-Identifier: MIT
// Stacks in V8's form: "    at name (file:line:column)".
#include "Context.hpp"

#include <js/SavedFrameAPI.h>
#include <js/Stack.h>
#include <js/String.h>

bool lls::isBuiltinFile(const char *file) { return strncmp(file, "node:", 5) == 0; }

// The engine names an anonymous function after where it is assigned, as "outer/<" or "outer/inner"; V8 shows only
// the innermost name and none for an anonymous one.
std::string lls::functionName(const std::string &displayName) {
    if (displayName.empty() || displayName.back() == '<') {
        return std::string();
    }
    size_t slash = displayName.rfind('/');
    return slash == std::string::npos ? displayName : displayName.substr(slash + 1);
}

namespace {

struct Frame {
    std::string function;
    std::string file;
    uint32_t line = 0;
    uint32_t column = 0;
};

Frame readFrame(JSContext *cx, JS::HandleObject saved, JSPrincipals *principals = nullptr) {
    Frame frame;
    JS::RootedString source(cx);
    JS::GetSavedFrameSource(cx, principals, saved, &source);
    if (source) {
        lls::appendUTF8(cx, source, frame.file);
    }
    JS::RootedString name(cx);
    JS::GetSavedFrameFunctionDisplayName(cx, principals, saved, &name);
    if (name) {
        lls::appendUTF8(cx, name, frame.function);
    }
    JS::GetSavedFrameLine(cx, principals, saved, &frame.line);
    JS::GetSavedFrameColumn(cx, principals, saved, &frame.column);
    return frame;
}

void appendFrame(const Frame &frame, std::string &out) {
    std::string place = frame.file + ":" + std::to_string(frame.line) + ":" + std::to_string(frame.column);
    std::string name = lls::functionName(frame.function);
    if (!out.empty()) {
        out += '\n';
    }
    out += name.empty() ? "    at " + place : "    at " + name + " (" + place + ")";
}

}  // namespace

void lls::appendStack(JSContext *cx, JS::HandleObject stack, std::string &out, unsigned limit) {
    JS::RootedObject saved(cx, stack);
    unsigned count = 0;
    while (saved && count < limit) {
        Frame frame = readFrame(cx, saved);
        if (!frame.file.empty() && !isBuiltinFile(frame.file.c_str()) && frame.file != "self-hosted") {
            appendFrame(frame, out);
            count++;
        }
        JS::RootedObject parent(cx);
        if (JS::GetSavedFrameParent(cx, nullptr, saved, &parent) != JS::SavedFrameResult::Ok || !parent) {
            JS::GetSavedFrameAsyncParent(cx, nullptr, saved, &parent);
        }
        saved = parent;
    }
}

std::string lls::nearestFrame(JSContext *cx, JS::HandleObject stack, JSPrincipals *principals) {
    JS::RootedObject saved(cx, stack);
    while (saved) {
        Frame frame = readFrame(cx, saved, principals);
        if (!frame.file.empty() && !isBuiltinFile(frame.file.c_str()) && frame.file != "self-hosted") {
            return frame.file + ":" + std::to_string(frame.line) + ":" + std::to_string(frame.column);
        }
        JS::RootedObject parent(cx);
        JS::GetSavedFrameParent(cx, principals, saved, &parent);
        saved = parent;
    }
    return std::string();
}

LLSText lls_caller_location(LLSContext *context) {
    JSContext *cx = context->cx;
    JS::RootedObject stack(cx);
    bool captured = JS::CaptureCurrentStack(cx, &stack, JS::StackCapture(JS::MaxFrames(8)));
    context->text = captured ? lls::nearestFrame(cx, stack) : std::string();
    return lls::textOf(context->text);
}
