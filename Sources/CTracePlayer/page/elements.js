// SPDX-License-Identifier: MIT
'use strict';

// Making elements. Text goes in as text only: nothing here or elsewhere in the player parses markup.

function byId(id) {
  return document.getElementById(id);
}

/** An element with attributes and children; a child that is a string becomes text, undefined becomes nothing. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== undefined));
  return element;
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Brings a child of a scrolled box into its view, and leaves the page where it is. */
function scrollInside(box, child) {
  const top = child.offsetTop - box.offsetTop;
  const isSeen = top >= box.scrollTop && top + child.offsetHeight <= box.scrollTop + box.clientHeight;
  if (!isSeen) box.scrollTop = top - (box.clientHeight - child.offsetHeight) / 2;
}
