// Tables and pictures as files.

/** A cell that a spreadsheet would run as a formula is kept as text. */
function cell(value) {
  if (typeof value === 'number') {
    return String(value);
  }
  let text = value === null || value === undefined ? '' : String(value);
  if (/^[=+\-@\t\r]/.test(text)) {
    text = "'" + text;
  }
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets need the byte order mark to see Korean. */
export function saveCsv(name, head, rows) {
  const text = '\ufeff' + [head, ...rows].map(row => row.map(cell).join(',')).join('\r\n') + '\r\n';
  save(name + '.csv', URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' })));
}

export function save(name, url) {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  if (url.startsWith('blob:')) {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
