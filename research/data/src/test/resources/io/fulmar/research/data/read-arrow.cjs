// Prints the rows of a Feather file as an independent reader sees them: a JSON array a line. Arguments: its folder, the file.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { tableFromIPC } = createRequire(process.argv[2] + '/')('apache-arrow');

const table = tableFromIPC(readFileSync(process.argv[3]));
const times = table.getChild('time').toArray();
const columns = table.schema.fields.slice(1).map((field) => table.getChild(field.name));
console.log(JSON.stringify(table.schema.fields.map((field) => `${field.name} ${field.type}`)));
for (let row = 0; row < table.numRows; row++) {
  console.log(JSON.stringify([String(times[row]), ...columns.map((column) => column.get(row))]));
}
