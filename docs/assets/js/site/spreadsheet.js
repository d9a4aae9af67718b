/** What is shown, as a file for the reader's spreadsheet: the page's words and decimal sign, its language's separator. */
(() => {
  const spreadsheet = ((window.vademecum ??= {}).spreadsheet ??= {});

  function quoted(text, separator) {
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** @param {string[][]} rows the heading first */
  spreadsheet.csv = (rows, separator) => {
    const lines = rows.map((row) => row.map((text) => quoted(text, separator)).join(separator));
    return `${lines.join("\r\n")}\r\n`;
  };

  spreadsheet.download = (text, name) => {
    // A spreadsheet takes a file without this mark for its own country's old encoding.
    const address = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
})();
