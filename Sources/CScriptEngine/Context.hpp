// SPDX-License-Identifier: MIT
// What the C++ files of this target share: the context record and its tables of rooted values.
#pragma once

// The engine's headers refuse a DEBUG that differs from the library's own build.
#undef DEBUG
#include <js/AllocPolicy.h>
#include <js/GCVector.h>
#include <js/RootingAPI.h>
#include <js/TracingAPI.h>
#include <js/Value.h>
#include <jsapi.h>
#include <jsfriendapi.h>

#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "include/CScriptEngine.h"

namespace lls {

/// Values that the host holds by number. Pages never move, so a barriered cell keeps its address for life.
class SlotTable {
public:
    LLSSlot add(const JS::Value &value);
    void free(LLSSlot slot);
    JS::Value get(LLSSlot slot) const;
    uint32_t count() const { return used_; }
    void trace(JSTracer *tracer);
    void clear();

private:
    static constexpr uint32_t pageBits = 10;
    static constexpr uint32_t pageSize = 1u << pageBits;
    using Page = std::array<JS::Heap<JS::Value>, pageSize>;

    JS::Heap<JS::Value> &cell(LLSSlot slot) const { return (*pages_[slot >> pageBits])[slot & (pageSize - 1)]; }

    std::vector<std::unique_ptr<Page>> pages_;
    // The free cells form a list through their own int32 values; 0 ends it.
    uint32_t firstFree_ = 0;
    uint32_t end_ = 1;
    uint32_t used_ = 0;
};

/// Promise jobs waiting in the host's queue. A few wait in a plainly rooted vector, which needs no write barriers;
/// a flood of them moves on to slots, which a minor collection need not visit.
class JobTable {
public:
    JobTable(JSContext *cx, SlotTable &slots) : slots_(slots), jobs_(cx) {}
    bool add(JSObject *job, uint32_t *number);
    JSObject *take(uint32_t number);
    JSObject *peek(uint32_t number);

private:
    static constexpr uint32_t plainLimit = 1024;

    SlotTable &slots_;
    JS::PersistentRooted<JS::GCVector<JSObject *, 0, js::SystemAllocPolicy>> jobs_;
    std::vector<uint32_t> free_;
};

class BuiltinCode;
class PlaceTable;
class PromiseWatch;
class StepWatch;

}  // namespace lls

class LLSJobQueue;

struct LLSContext {
    LLSContext(JSContext *cx, LLSHost host, std::shared_ptr<lls::BuiltinCode> builtinCode);
    ~LLSContext();

    JSContext *cx;
    LLSHost host;
    lls::SlotTable slots;
    lls::JobTable jobs;
    JS::PersistentRootedValue exception;
    JS::PersistentRootedObject exceptionStack;
    std::unique_ptr<LLSJobQueue> jobQueue;
    std::shared_ptr<lls::BuiltinCode> builtinCode;
    // The numbers of ports by their objects, a WeakMap; null before the first.
    JS::PersistentRootedObject ports;
    // Tells how much memory the cells of a worker's zone have outside the heap; null on the main thread.
    JS::PersistentRootedObject zoneMemory;
    // Tells what the program's promises do; null unless someone wants to hear of it.
    std::unique_ptr<lls::PromiseWatch> promiseWatch;
    // Tells the program's statements too; null unless someone wants to hear of them.
    std::unique_ptr<lls::StepWatch> stepWatch;
    std::unique_ptr<lls::PlaceTable> places;
    // Where the promises behind waiting jobs were made, while async stacks are kept.
    std::unordered_map<uint32_t, std::string> jobLabels;
    // Texts handed to the host live here until the next call.
    std::string text;
    std::string file;
    std::string sourceLine;
    // The compartment whose objects are opaque to others, and the realm of the program that it deals with; null where
    // there is none.
    JS::Compartment *shielded = nullptr;
    JS::PersistentRootedObject bridgedProgram;
    double (*readDateClock)(void *) = nullptr;
    bool collectsAtEveryCall = false;
    bool isInRealm = false;
    // How many calls from the host into JavaScript are on the stack.
    uint32_t entries = 0;
    // How many of them stand below the host's loop, which runs inside a call of its own.
    uint32_t loopEntries = 0;
    size_t heapLimit = 0;
    // Whether the limit counts what cells have outside the heap too, and whether it seemed to be exceeded.
    bool countsMalloc = false;
    bool seemsFull = false;
    bool isMeasuring = false;
    // How many full collections in a row have left the heap almost full.
    unsigned vainCollections = 0;

    JS::Value value(LLSSlot slot) const { return slot == 0 ? JS::UndefinedValue() : slots.get(slot); }
    LLSSlot keep(const JS::Value &value) { return slots.add(value); }

    static LLSContext *of(JSContext *cx) { return static_cast<LLSContext *>(JS_GetContextPrivate(cx)); }
};

/// Stands for a call from the host into JavaScript for as long as it lives.
class LLSEntry {
public:
    explicit LLSEntry(LLSContext *context) : context_(context) { context_->entries++; }
    ~LLSEntry() {
        context_->entries--;
        if (context_->promiseWatch) {
            end();
        }
    }

private:
    void end();

    LLSContext *context_;
};

/// A call from JavaScript; lives on the C++ stack for as long as the call.
struct LLSCall {
    LLSContext *context;
    JS::CallArgs &arguments;
};

namespace lls {

/// Turns what just happened on `context` into a status, keeping a thrown value for the host.
LLSStatus finish(LLSContext *context, bool succeeded);

/// What kind of value this is, functions apart from other objects.
LLSKind kindOf(const JS::Value &value);

/// Appends a JavaScript string as well-formed UTF-8: a lone surrogate becomes U+FFFD.
bool appendUTF8(JSContext *cx, JS::HandleString string, std::string &out);

/// The frames of a captured stack in V8's form, one "    at …" line each, without the host's own frames.
void appendStack(JSContext *cx, JS::HandleObject stack, std::string &out, unsigned limit);

/// The nearest frame of a captured stack that is not the host's own and that these principals may see, as
/// "file:line:column"; empty when there is none. Without principals frames of a shielded realm are left out.
std::string nearestFrame(JSContext *cx, JS::HandleObject stack, JSPrincipals *principals = nullptr);

/// A function's name as V8 prints it in stacks, of the engine's own; empty for an anonymous function.
std::string functionName(const std::string &displayName);

/// Whether a script file name belongs to the host's own JavaScript.
bool isBuiltinFile(const char *file);

/// The name of an object's class as the language knows it: one for all errors, "Proxy" for those of a program.
const char *className(JSObject *object);

/// Puts Node's wording in place of the engine's for the messages that learners meet most.
void installMessages();

/// Starts the self-hosted code from its cache, or compiles it and writes the cache.
bool initializeSelfHosting(JSContext *cx, const char *cacheDirectory);
const char *cacheDirectory();

/// Whether the engine runs without threads of its own, so that the process can be copied.
bool isMeantForCopies();

void installModuleHooks(JSContext *cx);

/// Where the parsed builtins will be, for a context that was not started beside another.
std::shared_ptr<BuiltinCode> makeBuiltinCode();

bool defineBytes(JSContext *cx, JS::HandleObject target);
bool defineEncodings(JSContext *cx, JS::HandleObject target);
bool defineReflection(JSContext *cx, JS::HandleObject target);

inline LLSText textOf(const std::string &string) { return LLSText{string.data(), string.size()}; }

}  // namespace lls
