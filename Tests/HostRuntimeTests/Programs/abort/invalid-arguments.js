const attempts = [
  () => new AbortSignal(),
  () => AbortSignal.timeout(),
  () => AbortSignal.timeout(-1),
  () => AbortSignal.timeout(1.5),
  () => AbortSignal.any(),
  () => AbortSignal.any([{}]),
  () => new EventTarget().addEventListener('x', () => {}, { signal: 'no' }),
];
for (const attempt of attempts) {
  try {
    attempt();
  } catch (error) {
    console.log(String(error));
  }
}
