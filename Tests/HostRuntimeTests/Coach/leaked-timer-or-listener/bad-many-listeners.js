// SPDX-License-Identifier: MIT
// expect: 9:leaked-timer-or-listener
'use strict';
const { EventEmitter } = require('node:events');

class Row {
  constructor(table, number) {
    this.number = number;
    table.on('sort', () => this.move());
  }

  move() {}
}

process.on('warning', () => {});
const table = new EventEmitter();
const draw = () => Array.from({ length: 4 }, (_, number) => new Row(table, number));

let rows = draw();
for (let page = 0; page < 3; page++) rows = draw();
console.log(rows.length, table.listenerCount('sort'));
