// SPDX-License-Identifier: MIT
// What code in one compartment sees of another one: the wrappers that the engine puts around objects which cross.
#include "Compartments.hpp"

#include <js/GlobalObject.h>
#include <js/Principals.h>
#include <js/Realm.h>
#include <js/Wrapper.h>
#include <js/WrapperCallbacks.h>

namespace {

class TrustedPrincipals final : public JSPrincipals {
public:
    // Never given up, by contexts of any thread.
    TrustedPrincipals() { refcount = 1; }
    bool write(JSContext *, JSStructuredCloneWriter *) override { return false; }
    bool isSystemOrAddonPrincipal() override { return true; }
};

TrustedPrincipals trusted;

// Asked which frames of a stack somebody may see.
bool subsumes(JSPrincipals *first, JSPrincipals *second) { return first == &trusted || second != &trusted; }

const JSSecurityCallbacks securityCallbacks = {nullptr, subsumes};

// Tried: through the engine's default wrappers, which are transparent, a function handed out, a promise, a thrown error
// and an argument each led to the other realm by `x.constructor.constructor`.
JSObject *wrap(JSContext *cx, JS::HandleObject existing, JS::HandleObject object) {
    const js::Wrapper *handler = lls::isShielded(LLSContext::of(cx), object)
        ? &js::OpaqueCrossCompartmentWrapper::singleton
        : &js::CrossCompartmentWrapper::singleton;
    return existing ? js::Wrapper::Renew(existing, object, handler) : js::Wrapper::New(cx, object, handler);
}

const JSWrapObjectCallbacks wrapCallbacks = {wrap, nullptr};

}  // namespace

JSPrincipals *lls::trustedPrincipals(JSContext *cx) {
    JS_SetTrustedPrincipals(cx, &trusted);
    JS_SetSecurityCallbacks(cx, &securityCallbacks);
    return &trusted;
}

void lls::shield(LLSContext *context, JS::HandleObject global) {
    context->shielded = JS::GetCompartment(global);
    JS_SetWrapObjectCallbacks(context->cx, &wrapCallbacks);
}

bool lls::isShielded(LLSContext *context, JSObject *object) {
    return context->shielded != nullptr && JS::GetCompartment(object) == context->shielded;
}
