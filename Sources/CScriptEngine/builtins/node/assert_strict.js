// SPDX-License-Identifier: MIT
'use strict';

module.exports = require('node:assert').strict;
