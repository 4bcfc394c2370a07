const { Console } = require('console');

for (const groupIndentation of [0, 1, 2, 4, 8]) {
  const shown = new Console({ stdout: process.stdout, groupIndentation });
  shown.group(`indent ${groupIndentation}`);
  shown.log('one');
  shown.group();
  shown.log('two\nlines');
  shown.groupEnd();
  shown.log('one');
  shown.groupEnd();
  shown.log('none');
}
