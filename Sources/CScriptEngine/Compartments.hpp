// SPDX-License-Identifier: MIT
// What code in one compartment sees of another one.
#pragma once

#include "Context.hpp"

struct JSPrincipals;

namespace lls {

/// The principals of the host's own realms, which every one of them shares. The engine lets their code go on a little
/// where the stack of others ends, and hides their frames from the stacks that others see.
JSPrincipals *trustedPrincipals(JSContext *cx);

/// Makes the objects of the realm of `global` opaque to all others: who gets hold of one can only hand it back.
void shield(LLSContext *context, JS::HandleObject global);

/// Whether an object belongs to the shielded compartment.
bool isShielded(LLSContext *context, JSObject *object);

}  // namespace lls
