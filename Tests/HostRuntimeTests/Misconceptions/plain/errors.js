// SPDX-License-Identifier: MIT
try {
  null.name;
} catch ({ name, message }) {
  console.log(name, message);
} finally {
  console.log('done');
}
