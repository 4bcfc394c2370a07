// SPDX-License-Identifier: MIT
// cmark-gfm: CommonMark and GitHub's extensions (tables, strikethrough, autolinks, task lists).

#ifndef LOOPLAB_CMARKDOWN_SHIM_H
#define LOOPLAB_CMARKDOWN_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#endif
