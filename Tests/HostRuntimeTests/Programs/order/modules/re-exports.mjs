// Names can be passed on, renamed and gathered.
import { renamed, gathered, default as chosen } from './fixtures/re-exporter.mjs';
console.log(renamed, gathered.named, chosen);
