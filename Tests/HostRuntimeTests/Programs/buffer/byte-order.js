// swap16, swap32 and swap64 turn groups of bytes around in place.
for (const size of [0, 2, 3, 4, 6, 8, 12, 16]) {
  for (const name of ['swap16', 'swap32', 'swap64']) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, index) => index));
    try {
      console.log(name, size, bytes[name]() === bytes, bytes);
    } catch (error) {
      console.log(name, size, error.name, error.code, error.message);
    }
  }
}
