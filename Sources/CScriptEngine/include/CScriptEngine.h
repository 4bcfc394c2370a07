/* SPDX-License-Identifier: MIT */
/* The C face of the JavaScript engine. Swift sees only these headers; no engine type crosses them. */
#ifndef LLS_CSCRIPTENGINE_H
#define LLS_CSCRIPTENGINE_H

#include "LLSBox.h"
#include "LLSBridge.h"
#include "LLSBuiltins.h"
#include "LLSCall.h"
#include "LLSClone.h"
#include "LLSContext.h"
#include "LLSDebug.h"
#include "LLSIntrospection.h"
#include "LLSModule.h"
#include "LLSShared.h"
#include "LLSValue.h"

#endif
