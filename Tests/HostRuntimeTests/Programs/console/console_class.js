const { Console } = require('console');

const log = [];
const sink = (name) => ({
  write(text) { log.push(`${name}: ${JSON.stringify(text)}`); },
  once() {}, removeListener() {}, listenerCount() { return 1; },
});
const two = new Console({ stdout: sink('out'), stderr: sink('err') });
two.log('to out');
two.error('to err');
two.warn('to err %s', 'too');
two.info('info');
two.debug('debug');
const one = new Console(sink('only'));
one.log(1);
one.error(2);
console.log(Console({ stdout: sink('called') }) instanceof Console, console instanceof Console, {} instanceof Console);
class Prefixed extends Console {
  log(...args) { super.log('>', ...args); }
}
const prefixed = new Prefixed({ stdout: sink('sub') });
prefixed.log('overridden');
prefixed.info('not overridden');
prefixed.count();
console.log(log.join('\n'));
console.log(Object.prototype.toString.call(one), console.Console === Console, typeof one.Console);
