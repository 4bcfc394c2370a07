// Keys are quoted unless they are plain identifiers.
console.log({ plain: 1, _under: 2, 'two words': 3, 'dash-ed': 4, 5: 5, '': 6, $dollar: 7, 'é': 8, "quo'te": 9 });
console.log({ 'line\nfeed': 1, 'tab\t': 2, '\x1b': 3, '"': 4, '`': 5, "'\"`": 6 });
console.log({ ['__proto__']: 'own key' }, { __proto__: null, a: 1 });
console.log({ [Symbol('s')]: 1, [Symbol()]: 2, [Symbol('two words')]: 3, [Symbol.iterator]: 4, [Symbol('a\nb')]: 5 });
console.log({ 2: 'b', 1: 'a', z: 'z', a: 'a', [-1]: 'minus' });
console.log(Object.defineProperty({ a: 1 }, 'hidden', { value: 2 }));
console.log({ undefined: undefined, null: null, NaN: NaN, true: true, constructor: 'own', toString: null });
console.log({ a: undefined, b: null, c: -0, d: 1n, e: Symbol('e') });
