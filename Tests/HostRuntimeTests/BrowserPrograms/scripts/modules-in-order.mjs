// HTML 8.1.4.4 "run a module script", step 7, and ECMA-262 16.2.1.5 "InnerModuleEvaluation": dependencies run first,
// each once, in the order of their imports; the microtasks of all of them come after the module graph.
import './fixtures/first.js';
import { name } from './fixtures/second.js';
console.log('entry', name, this === undefined);
