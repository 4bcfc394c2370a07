// SPDX-License-Identifier: MIT
// libyaml: the events of a YAML text, each with its line and column.

#ifndef LOOPLAB_CYAML_SHIM_H
#define LOOPLAB_CYAML_SHIM_H

#include <yaml.h>

#endif
