// SPDX-License-Identifier: MIT
// The least that an embedder of the engine can do: a C++ queue of promise jobs, and the script named on the command
// line. `make bench` compares LoopLab's await loop with this one.
#undef DEBUG
#include <js/CompilationAndEvaluation.h>
#include <js/ContextOptions.h>
#include <js/Initialization.h>
#include <js/Promise.h>
#include <js/SourceText.h>
#include <jsapi.h>

#include <chrono>
#include <cstdio>
#include <deque>
#include <fstream>
#include <iterator>
#include <string>

namespace {

const JSClass globalClass = {"global", JSCLASS_GLOBAL_FLAGS, &JS::DefaultGlobalClassOps};

class BareQueue final : public JS::JobQueue {
public:
    explicit BareQueue(JSContext *cx) : jobs_(cx, JS::StackGCVector<JSObject *, js::SystemAllocPolicy>()) {}

    JSObject *getIncumbentGlobal(JSContext *cx) override { return JS::CurrentGlobalOrNull(cx); }

    bool enqueuePromiseJob(
        JSContext *, JS::HandleObject, JS::HandleObject job, JS::HandleObject, JS::HandleObject) override {
        return jobs_.append(job);
    }

    void runJobs(JSContext *cx) override {
        JS::RootedValue callee(cx), result(cx);
        for (size_t next = 0; next < jobs_.length(); next++) {
            callee.setObject(*jobs_[next]);
            jobs_[next].set(nullptr);
            if (next == 255) {
                jobs_.erase(jobs_.begin(), jobs_.begin() + 256);
                next = SIZE_MAX;
            }
            JSAutoRealm realm(cx, &callee.toObject());
            JS::Call(cx, JS::UndefinedHandleValue, callee, JS::HandleValueArray::empty(), &result);
        }
        jobs_.clear();
    }

    bool empty() const override { return jobs_.empty(); }

protected:
    js::UniquePtr<SavedJobQueue> saveJobQueue(JSContext *) override { return nullptr; }

private:
    JS::PersistentRooted<JS::StackGCVector<JSObject *, js::SystemAllocPolicy>> jobs_;
};

}  // namespace

int main(int count, char **words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: bare-job-queue FILE\n");
        return 2;
    }
    std::ifstream file(words[1]);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    JS_Init();
    JSContext *cx = JS_NewContext(1u << 30);
    JS::ContextOptionsRef(cx).setAsyncStack(false);
    BareQueue queue(cx);
    JS::SetJobQueue(cx, &queue);
    JS::InitSelfHostedCode(cx);
    JS::RealmOptions options;
    JS::RootedObject global(
        cx, JS_NewGlobalObject(cx, &globalClass, nullptr, JS::FireOnNewGlobalHook, options));
    JSAutoRealm realm(cx, global);
    JS::CompileOptions compile(cx);
    JS::SourceText<mozilla::Utf8Unit> source;
    if (!source.init(cx, text.data(), text.size(), JS::SourceOwnership::Borrowed)) return 1;
    JS::RootedValue result(cx);
    auto start = std::chrono::steady_clock::now();
    if (!JS::Evaluate(cx, compile, source, &result)) return 1;
    queue.runJobs(cx);
    std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
    std::printf("%.1f\n", elapsed.count());
    std::fflush(stdout);
    _exit(0);
}
