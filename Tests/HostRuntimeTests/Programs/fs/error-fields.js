// SPDX-License-Identifier: MIT
'use strict';
// What system errors carry: code, number, call, path, destination.
const fs = require('node:fs');
const { at, shown } = require('./fixtures/scratch.js');

fs.writeFileSync(at('file'), 'x');
fs.mkdirSync(at('full', 'inner'), { recursive: true });
fs.symlinkSync('loop', at('loop'));

const attempts = {
  ENOENT: () => fs.openSync(at('none')),
  EEXIST: () => fs.mkdirSync(at('full')),
  ENOTDIR: () => fs.readdirSync(at('file')),
  EISDIR: () => fs.readFileSync(at('full')),
  ENOTEMPTY: () => fs.rmdirSync(at('full')),
  ELOOP: () => fs.openSync(at('loop')),
  ENAMETOOLONG: () => fs.statSync(at('n'.repeat(300))),
  EINVAL: () => fs.readlinkSync(at('file')),
  EBADF: () => fs.closeSync(12345),
  rename: () => fs.renameSync(at('none'), at('new')),
  copyFile: () => fs.copyFileSync(at('file'), at('full')),
  link: () => fs.linkSync(at('none'), at('new')),
  symlink: () => fs.symlinkSync('target', at('file')),
  unlink: () => fs.unlinkSync(at('full')),
  mkdtemp: () => fs.mkdtempSync(at('none', 'x')),
  utimes: () => fs.utimesSync(at('none'), 1, 1),
  empty: () => fs.statSync(''),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    attempt();
    console.log(name, 'did not fail');
  } catch (error) {
    const { code, errno, syscall, path, dest } = error;
    const short = (text) => text && shown(text).replace(/n{9,}/, 'n…');
    console.log(name, [code, errno, syscall, short(path), short(dest)], short(error.message));
    console.log('  ', Object.keys(error).join(' '));
  }
}
