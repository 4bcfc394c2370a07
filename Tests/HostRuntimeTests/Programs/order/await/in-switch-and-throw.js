// Cases are awaited one after the other until one fits; throw may await what it throws.
const slow = async (value) => { console.log('asked', value); return value; };
(async () => {
  switch (await slow(2)) {
    case await slow(1): console.log('one');
    case await slow(2): console.log('two');
    case await slow(3): console.log('falls into three');
  }
  throw await slow(new Error('thrown').message);
})().catch((reason) => console.log('caught', reason));
