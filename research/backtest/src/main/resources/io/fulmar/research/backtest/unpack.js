// What every page of ours begins with: finding elements, and reading what Packed wrote.
const byId = id => document.getElementById(id);

function unpack(text) {
  const bytes = atob(text), out = [];
  for (let i = 0; i < bytes.length;) {
    let value = 0, factor = 1, byte;
    do {
      byte = bytes.charCodeAt(i++);
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    out.push(value % 2 ? -(value + 1) / 2 : value / 2);
  }
  return out;
}
