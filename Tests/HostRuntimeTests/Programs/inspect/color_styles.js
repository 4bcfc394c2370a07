const { inspect } = require('util');

// The tables of colours and styles can be changed.
console.log(inspect.styles);
console.log(Object.keys(inspect.colors).length, inspect.colors.grey, inspect.colors.bgRedBright);
const show = (value) => console.log(JSON.stringify(inspect(value, { colors: true })));
inspect.styles.number = 'red';
show(5);
inspect.styles.number = 'no such colour';
show(5);
inspect.styles.number = 'yellow';
inspect.colors.gray = [1, 2];
show(undefined);
inspect.colors.grey = [90, 39];
show(undefined);
console.log(inspect({ a: 1, b: 'x' }, { stylize: (text, style) => `<${style} ${text}>` }));
