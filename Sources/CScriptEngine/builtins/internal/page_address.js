// SPDX-License-Identifier: MIT
'use strict';

// The address that relative ones are meant from: a program of Node has none.

module.exports = { baseURL: undefined };
