/** What is shown, as a file for the reader's spreadsheet: the page's words and decimal sign, its language's separator. */
(() => {
  const explorer = ((window.vademecum ??= {}).explorer ??= {});

  function quoted(text, separator) {
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function cellText(cell) {
    const text = cell.dataset.text ?? cell.textContent.replace(/\s+/g, " ").trim();
    return text === "–" ? "" : text;
  }

  /** The table's heading and the rows as CSV. */
  explorer.csv = (table, rows, separator) => {
    const lines = [table.tHead.rows[0], ...rows].map((row) =>
      [...row.cells].map((cell) => quoted(cellText(cell), separator)).join(separator),
    );
    return `${lines.join("\r\n")}\r\n`;
  };

  explorer.download = (text, name) => {
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
