import { isMet, type Report, type Table } from './report.ts';

/** The report as text for a terminal of 80 columns. */
export function printReport({ tables, goals }: Report): string {
  const width = Math.max(...goals.map(({ what }) => what.length), 0);
  const verdicts = goals.map((goal) => {
    const figure = `${round(goal.measured)} ${goal.unit}`.padStart(12);
    return `  ${isMet(goal) ? 'met   ' : 'MISSED'} ${goal.what.padEnd(width)} ${figure}  (at most ${goal.atMost})`;
  });
  return [...tables.map(printTable), ...(goals.length > 0 ? [verdicts.join('\n')] : [])].join('\n\n');
}

function printTable({ title, columns, rows }: Table): string {
  const cells = rows.map((row) => row.cells.map((cell) => (cell === undefined ? '' : round(cell))));
  const name = Math.max(...rows.map((row) => row.name.length), 22);
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...cells.map((row) => (row[i] ?? '').length)),
  );
  const line = (first: string, rest: readonly string[]): string =>
    `  ${first.padEnd(name)}  ${rest.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')}`.trimEnd();
  return [title, line('', columns), ...rows.map((row, i) => line(row.name, cells[i] ?? []))].join('\n');
}

/** Three figures that tell: 0.0123, 1.23, 123, 1234. */
function round(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return String(Math.round(value));
  return value.toPrecision(3);
}
