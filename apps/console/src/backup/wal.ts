const BYTES_OF_A_LOG = 0x1_0000_0000;

/** Every segment from the first to the last, by name. @throws Error where the timeline changed in between */
export function segmentsBetween(first: string, last: string, segmentBytes: number): string[] {
  const timeline = first.slice(0, 8);
  if (last.slice(0, 8) !== timeline) throw new Error('The timeline changed during the backup');
  const inALog = BYTES_OF_A_LOG / segmentBytes;
  const number = (name: string) =>
    Number.parseInt(name.slice(8, 16), 16) * inALog + Number.parseInt(name.slice(16), 16);
  const from = number(first);
  return Array.from({ length: number(last) - from + 1 }, (_, at) =>
    nameOf(timeline, from + at, inALog),
  );
}

function nameOf(timeline: string, number: number, inALog: number): string {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  return `${timeline}${hex(Math.floor(number / inALog))}${hex(number % inALog)}`;
}

/** The segment in which a backup starts, from its label. @throws Error for a label without one */
export function firstSegment(label: string): string {
  const found = /START WAL LOCATION: .*\(file ([0-9A-F]{24})\)/.exec(label)?.[1];
  if (!found) throw new Error('The label of the backup does not say where its log starts');
  return found;
}
