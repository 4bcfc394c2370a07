const { Console } = require('console');

const out = { write() {} };
const attempts = [
  () => new Console(), () => new Console({}), () => new Console({ stdout: {} }),
  () => new Console({ stdout: out, stderr: {} }),
  () => new Console({ stdout: out, colorMode: 'always' }), () => new Console({ stdout: out, groupIndentation: -1 }),
  () => new Console({ stdout: out, groupIndentation: 1001 }), () => new Console({ stdout: out, groupIndentation: '2' }),
  () => new Console({ stdout: out, groupIndentation: 1.5 }), () => new Console({ stdout: out, inspectOptions: 'x' }),
  () => new Console({ stdout: out, colorMode: true, inspectOptions: { colors: true } }),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
