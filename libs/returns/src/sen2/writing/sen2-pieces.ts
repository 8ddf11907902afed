import { PROVISIONAL } from '../codes';
import { type Person } from '../records';
import { BladeRows, bladeName, FILES, headFile, headings } from './blade-rows';
import { type Head } from './head';
import { XML_END, xmlHead, xmlPerson } from './sen2-xml';

/** Text to be added to the end of a file. */
export interface Piece {
  readonly file: string;
  readonly text: string;
}

/** The files of a return, piece by piece: the nine of the export, the XML, and what to know about them. */
export class Sen2Files {
  private readonly rows: BladeRows;
  private readonly xml: string;

  constructor(private readonly head: Head) {
    this.rows = new BladeRows(head.lea);
    this.xml = `SEN2_${head.lea}_${head.collection.year}_provisional.xml`;
  }

  /** What stands in the files before the first person. */
  start(): Piece[] {
    return [
      ...FILES.map((module) => ({
        file: bladeName(this.head, module),
        text: module === 'sen2' ? headFile(this.head) : headings(module),
      })),
      { file: this.xml, text: xmlHead(this.head) },
      { file: 'README.txt', text: readme(this.head) },
    ];
  }

  /** These people, in one piece a file. */
  add(people: readonly Person[]): Piece[] {
    const texts = new Map<string, string[]>();
    for (const { module, line } of people.flatMap((person) => this.rows.linesOf(person))) {
      const file = bladeName(this.head, module);
      const lines = texts.get(file) ?? [];
      lines.push(line);
      texts.set(file, lines);
    }
    return [
      ...[...texts].map(([file, lines]) => ({ file, text: lines.join('') })),
      { file: this.xml, text: people.map(xmlPerson).join('') },
    ];
  }

  /** What stands behind the last person. */
  end(): Piece[] {
    return [{ file: this.xml, text: XML_END }];
  }
}

function readme({ collection: { year, census, from, to }, lea, release }: Head): string {
  return [
    `SEN2 return ${year} of authority ${lea}, written by Causeway ${release}.`,
    `Requests, assessments and ceased plans: ${from} to ${to}. Active plans and their reviews: ${census}.`,
    'The CSV files have the layout of the export from COLLECT: UTF-8, flags true and false, empty cells for none.',
    'A plan made between 1 January and survey day is active, so its assessment stands with that day.',
    'Children who had a plan and were assessed again are not counted as new requests.',
    '',
    'Written by our own reading, to be compared with the department’s specification:',
    ...PROVISIONAL.map((line) => `- ${line}`),
    '',
  ].join('\n');
}
