// nextTick gives nothing back, so a tick cannot be cancelled; a flag can.
let wanted = true;
console.log(process.nextTick(() => console.log(wanted ? 'ran' : 'skipped')));
wanted = false;
