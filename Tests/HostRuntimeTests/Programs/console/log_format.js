// The first argument may be a template; what is left over follows it.
console.log();
console.log('plain');
console.log('');
console.log('a', 'b', 1, true, null, undefined, 10n, Symbol('s'), -0);
console.log('%s has %d items and %i, %f', 'cart', 3, 4.9, 1.5, 'left', { over: 1 });
console.log('%j %o %O', { a: 1 }, [1], { b: 2 });
console.log('%c styled', 'color: red');
console.log('100%', 'done', '%s');
console.log('%%', '%');
console.log('%%');
console.log(5, '%s', 'x');
console.log({ a: 1 }, [2], 'text', "it's");
console.log('%s');
console.log('%s %s', 'one');
console.log('multi\nline', { a: 'multi\nline' });
console.log(() => {}, class A {}, /x/);
