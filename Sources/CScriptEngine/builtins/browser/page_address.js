// SPDX-License-Identifier: MIT
'use strict';

// The address that relative ones are meant from: that of the page.

module.exports = { baseURL: 'http://localhost/' };
