const { inspect } = require('util');

// A custom inspection function gets all options, with the remaining depth as its own argument.
const probe = {
  [inspect.custom](depth, options) {
    const { stylize, ...rest } = options;
    console.log(depth, typeof stylize, JSON.stringify(rest));
    return 'probe';
  },
};
inspect(probe);
inspect({ a: { b: probe } });
inspect(probe, { depth: null, colors: true, mine: 'kept' });
inspect([probe], { depth: 0, maxArrayLength: null });
inspect({ a: probe }, { depth: 5, compact: false, breakLength: 40, sorted: true });
inspect(new Proxy(probe, {}), { depth: 1 });
