// SPDX-License-Identifier: MIT
// Finds behaviour programs and runs them; shared by record-fixtures and compare-with-node.
'use strict';

const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** The major version of Node whose behaviour is the reference. */
const REFERENCE_MAJOR = 20;

/** Ends the script with status 2 when it is not run by the reference version of Node. */
function requireReferenceNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major === REFERENCE_MAJOR) return;
  process.stderr.write(`this script needs Node ${REFERENCE_MAJOR}, but runs on ${process.version}\n`);
  process.exit(2);
}

/** Whether a file name is that of a program's entry (generated left-overs of shrinking are not). */
function isProgramName(name) {
  return /\.m?js$/.test(name) && !name.startsWith('.') && !/\.shrunk\.m?js$/.test(name);
}

/** Calls `visit(file)` for every file below `root`, folders named `fixtures` (imported parts) excepted. */
function walk(root, visit) {
  for (const entry of fs.readdirSync(root, { withFileTypes: true })) {
    const full = path.join(root, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'fixtures') walk(full, visit);
    } else if (entry.isFile()) {
      visit(full);
    }
  }
}

/** The sorted programs among `roots`; a root may be a folder or one program. */
function findPrograms(roots) {
  const found = new Set();
  for (const root of roots) {
    if (!fs.existsSync(root)) throw new Error(`no such file or folder: ${root}`);
    if (fs.statSync(root).isFile()) found.add(root);
    else walk(root, (file) => isProgramName(path.basename(file)) && found.add(file));
  }
  return [...found].sort();
}

/** The sorted recordings below `roots` that belong to no program. */
function findOrphanRecordings(roots) {
  const orphans = [];
  for (const root of roots.filter((each) => fs.statSync(each).isDirectory())) {
    walk(root, (file) => {
      const match = /^(.*)\.(expected|exitcode)$/.exec(file);
      if (match && !fs.existsSync(`${match[1]}.js`) && !fs.existsSync(`${match[1]}.mjs`)) orphans.push(file);
    });
  }
  return orphans.sort();
}

/** The path of a program's recording with the given extension. */
function recordingPath(program, extension) {
  return program.replace(/\.m?js$/, `.${extension}`);
}

/** What was recorded for a program, or null when nothing was. */
function readRecording(program) {
  const expected = recordingPath(program, 'expected');
  if (!fs.existsSync(expected)) return null;
  const exitcode = recordingPath(program, 'exitcode');
  const code = fs.existsSync(exitcode) ? Number(fs.readFileSync(exitcode, 'utf8')) : 0;
  return { stdout: fs.readFileSync(expected, 'utf8'), code };
}

/** Writes a program's recording; the exit code has a file only when it is not 0. */
function writeRecording(program, outcome) {
  fs.writeFileSync(recordingPath(program, 'expected'), outcome.stdout);
  const exitcode = recordingPath(program, 'exitcode');
  if (outcome.code === 0) fs.rmSync(exitcode, { force: true });
  else fs.writeFileSync(exitcode, `${outcome.code}\n`);
}

/** The environment of a run: nothing that changes Node's behaviour or the colours of its output. */
function cleanEnvironment() {
  const environment = { ...process.env, NO_COLOR: '1' };
  for (const name of ['NODE_OPTIONS', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'NODE_DEBUG']) delete environment[name];
  return environment;
}

/** The programs that are running now; none may outlive the script that runs it. */
const running = new Set();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

/** Raises a child's priority where that is allowed: on a busy machine timers would come together that lie apart. */
function prefer(child) {
  try {
    os.setPriority(child.pid, os.constants.priority.PRIORITY_HIGHEST);
  } catch {
    // Only some users may; the others have to run programs on a quiet machine.
  }
}

/** Runs `command` and resolves with `{ stdout, stderr, code }`; the code is a text for a signal or a timeout. */
function runCommand(command, args, environment = {}, timeoutMilliseconds = 20000) {
  return new Promise((resolve, reject) => {
    const env = { ...cleanEnvironment(), ...environment };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    running.add(child);
    if (child.pid !== undefined) prefer(child);
    const chunks = { stdout: [], stderr: [] };
    let timedOut = false;
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => chunks[name].push(chunk));
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMilliseconds);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      const text = (name) => Buffer.concat(chunks[name]).toString('utf8');
      resolve({ stdout: text('stdout'), stderr: text('stderr'), code: timedOut ? 'timeout' : code ?? signal });
    });
  });
}

/** Builds the library that gives a process a clock of its own, and returns the environment that preloads it. */
function virtualTimeEnvironment() {
  const library = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'virtual-time-')), 'virtual-time.so');
  const source = path.join(__dirname, 'virtual-time.c');
  const built = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source], { encoding: 'utf8' });
  process.on('exit', () => fs.rmSync(path.dirname(library), { recursive: true, force: true }));
  if (built.status !== 0) throw new Error(`virtual-time.c was not built: ${built.stderr ?? built.error}`);
  return { LD_PRELOAD: library };
}

/** Runs a program on this Node. */
function runOnNode(program, environment = {}) {
  return runCommand(process.execPath, [program], environment);
}

/** Whether two runs printed the same and ended the same. */
function sameOutcome(left, right) {
  return left.stdout === right.stdout && left.code === right.code;
}

/** The first lines (at most `limit`) in which two runs differ, as `{ number, expected, actual }`. */
function differingLines(expected, actual, limit = 3) {
  const left = expected.split('\n');
  const right = actual.split('\n');
  const lines = [];
  for (let i = 0; i < Math.max(left.length, right.length) && lines.length < limit; i++) {
    if (left[i] !== right[i]) lines.push({ number: i + 1, expected: left[i], actual: right[i] });
  }
  return lines;
}

/** Applies an asynchronous `work` to every item, `jobs` at a time. */
async function forEachInParallel(items, jobs, work) {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(items[next++]);
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}

module.exports = {
  differingLines,
  findOrphanRecordings,
  findPrograms,
  forEachInParallel,
  readRecording,
  requireReferenceNode,
  runCommand,
  runOnNode,
  sameOutcome,
  virtualTimeEnvironment,
  writeRecording,
};
