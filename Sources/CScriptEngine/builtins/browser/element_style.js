// SPDX-License-Identifier: MIT
'use strict';

// The `style` of an element: any property may be set; the host hears whether a change moves anything.

// What is painted in another way and stands where it stood. Everything else counts as a change of the layout.
const paintOnly = new Set([
  'backgroundColor', 'background', 'color', 'opacity', 'outline', 'transform', 'visibility', 'willChange', 'zIndex',
]);
const { get: getValue, ownKeys, deleteProperty } = Reflect;

const camelCase = (name) => name.replace(/-([a-z])/g, (match, letter) => letter.toUpperCase());
const kebabCase = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Makes a style declaration; `changed(isLayout)` is called when a property got another value. */
function makeStyle(changed) {
  const values = { __proto__: null };
  function assign(name, value) {
    const text = value === null || value === undefined ? '' : `${value}`;
    if ((values[name] ?? '') === text) return;
    if (text === '') deleteProperty(values, name);
    else values[name] = text;
    changed(!paintOnly.has(name));
  }
  const methods = {
    __proto__: null,
    setProperty: (name, value) => assign(camelCase(`${name}`), value),
    getPropertyValue: (name) => values[camelCase(`${name}`)] ?? '',
    removeProperty(name) {
      const old = values[camelCase(`${name}`)] ?? '';
      assign(camelCase(`${name}`), '');
      return old;
    },
  };
  const textOf = () => ownKeys(values).map((name) => `${kebabCase(name)}: ${values[name]};`).join(' ');
  return new Proxy(values, {
    __proto__: null,
    get(target, name) {
      if (typeof name === 'symbol') return getValue(target, name);
      if (name === 'cssText') return textOf();
      return methods[name] ?? values[name] ?? '';
    },
    set(target, name, value) {
      if (name !== 'cssText') {
        assign(`${String(name)}`, value);
        return true;
      }
      for (const old of ownKeys(values)) assign(old, '');
      for (const declaration of `${value}`.split(';')) {
        const colon = declaration.indexOf(':');
        if (colon > 0) assign(camelCase(declaration.slice(0, colon).trim()), declaration.slice(colon + 1).trim());
      }
      return true;
    },
  });
}

module.exports = { makeStyle };
