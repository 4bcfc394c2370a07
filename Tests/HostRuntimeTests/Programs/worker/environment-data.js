// SPDX-License-Identifier: MIT
// setEnvironmentData: values that later workers get a copy of.
const { Worker, getEnvironmentData, setEnvironmentData } = require('node:worker_threads');

setEnvironmentData('settings', { depth: 3 });
setEnvironmentData('gone', 1);
setEnvironmentData('gone', undefined);
const worker = new Worker(`
  const { Worker, getEnvironmentData, parentPort, setEnvironmentData } = require('node:worker_threads');
  parentPort.postMessage([getEnvironmentData('settings'), getEnvironmentData('gone'), getEnvironmentData('later')]);
  getEnvironmentData('settings').depth = 4;
  setEnvironmentData('inner', true);
  new Worker(\`
    const { getEnvironmentData, parentPort } = require('node:worker_threads');
    console.log(getEnvironmentData('settings'), getEnvironmentData('inner'));
  \`, { eval: true });
`, { eval: true });
setEnvironmentData('later', true);
worker.on('message', (message) => console.log(message));
worker.on('exit', () => console.log(getEnvironmentData('settings'), getEnvironmentData('inner')));
