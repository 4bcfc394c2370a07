// SPDX-License-Identifier: MIT --profile=browser
// A page: tasks of several sources, a frame, and idle time.
setTimeout(() => console.log('timer'), 30)
requestAnimationFrame(() => console.log('frame'))
requestIdleCallback(() => console.log('idle'))
const { port1, port2 } = new MessageChannel()
port1.onmessage = () => { console.log('message'); port1.close() }
port2.postMessage(1)
