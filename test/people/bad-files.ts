import { aRow, csvOf, HEADINGS, manyNominations } from '../samples/many-nominations';

/** A file that cannot be used at all: what it is, its bytes, and words of the answer. */
export type BadFile = readonly [what: string, bytes: () => Uint8Array, words: string];

const text = (content: string) => () => Buffer.from(content, 'utf8');
const hex = (content: string) => () => Buffer.from(content, 'hex');
const without = (...missing: string[]) =>
  text(`${HEADINGS.filter((heading) => !missing.includes(heading)).join(',')}\r\n`);

/** Files that the import refuses as a whole. */
export const BAD_FILES: readonly BadFile[] = [
  ['nothing in it', text(''), 'The file is empty'],
  ['only blank lines', text('\r\n \r\n\t\r\n'), 'The file is empty'],
  ['an Excel workbook', hex('504b030414000600080000002100'), 'choose “Save as”, then “CSV UTF-8'],
  ['an old Excel workbook', hex('d0cf11e0a1b11ae1000000000000'), 'old Excel workbook'],
  ['an empty archive', hex('504b05060000000000000000000000'), 'not a CSV file'],
  ['a PDF', text('%PDF-1.7 something'), 'This is a PDF'],
  ['a compressed file', hex('1f8b0800000000000003'), 'Unpack it first'],
  ['a text document', text('{\\rtf1\\ansi names}'), 'text document'],
  ['a web page', text('<!DOCTYPE html><table><tr><td>UPN'), 'web page or XML'],
  ['XML', text('<?xml version="1.0"?><CTfile/>'), 'web page or XML'],
  ['zero bytes among letters', text('UPN,Legal surname\u0000,DOB\r\n'), 'cannot be read as text'],
  ['a picture', hex('89504e470d0a1a0a0000000d49484452'), 'cannot be read as text'],
  [
    'bytes that are no letters in any encoding',
    hex('55504e2c81818d8d8f8f9090'),
    'cannot be read as text',
  ],
  ['half a letter of UTF-16', hex('fffe550050004e00d8'), 'cannot be read as text'],
  [
    'no headings',
    text('X899200120900,Ashby,Rowan\r\nX899200120901,Ashby,Robin\r\n'),
    'No row of column headings was found',
  ],
  [
    'other headings',
    text('Product,Price,Colour\r\nPen,1,Blue\r\n'),
    'The first row should name the columns',
  ],
  ['no dates of birth', without('Date of birth'), 'This column is missing: “Date of birth”'],
  [
    'several columns missing',
    without('Reasons', 'Parent aware', 'School URN'),
    '“School URN”, “Reasons”, “Parent aware”',
  ],
  ['two columns of one name', text(`${HEADINGS.join(',')},upn\r\n`), 'Two columns hold “UPN”'],
  ['headings and no rows', text(`${HEADINGS.join(',')}\r\n,,,\r\n`), 'no rows of children'],
  [
    'an open quotation mark',
    text(`${HEADINGS.join(',')}\r\nX899200120900,"Ashby,Rowan\r\n`),
    'a quotation mark is opened and not closed',
  ],
  [
    '50,001 rows',
    text(`${HEADINGS.join(',')}\r\n${'a,b\r\n'.repeat(50_001)}`),
    'more than 50,000 rows',
  ],
  [
    'more than 10 MB',
    text(`${HEADINGS.join(',')}\r\n${'a,b,c,d,e,f,g,h\r\n'.repeat(600_000)}`),
    'larger than 10 MB',
  ],
];

/** Files of every honest kind: what it is, and the bytes of three good rows. */
export const HONEST_FILES: readonly (readonly [what: string, bytes: () => Uint8Array])[] = [
  ['UTF-8', text(manyNominations(3))],
  ['UTF-8 with a byte-order mark', text(`\uFEFF${manyNominations(3)}`)],
  ['UTF-16, little end first', () => Buffer.from(`\uFEFF${manyNominations(3)}`, 'utf16le')],
  ['UTF-16, big end first', () => Buffer.from(`\uFEFF${manyNominations(3)}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', () => Buffer.from(manyNominations(3), 'utf16le')],
  [
    'Windows-1252',
    () =>
      Buffer.from(csvOf([aRow(0, { 'Legal surname': 'Bront\u00eb' }), aRow(1), aRow(2)]), 'latin1'),
  ],
  ['semicolons', text(csvOf([aRow(0), aRow(1), aRow(2)], { separator: ';' }))],
  ['tabs', text(csvOf([aRow(0), aRow(1), aRow(2)], { separator: '\t' }))],
  [
    'a line that names the separator',
    text(`sep=;\r\n${csvOf([aRow(0), aRow(1), aRow(2)], { separator: ';' })}`),
  ],
  [
    'line ends of every kind',
    text(
      csvOf([aRow(0), aRow(1), aRow(2)])
        .replace('\r\n', '\n')
        .replace('\r\n', '\r'),
    ),
  ],
  ['trailing commas', text(csvOf([aRow(0), aRow(1), aRow(2)]).replaceAll('\r\n', ',,,\r\n'))],
  [
    'blank rows between',
    text(csvOf([aRow(0), aRow(1), aRow(2)]).replaceAll('\r\n', '\r\n\r\n,,,,\r\n')),
  ],
  ['65,000 blank rows below', text(`${manyNominations(3)}${',,,,,\r\n'.repeat(65_000)}`)],
  ['a title above the headings', text(`Year 6 nominations 2026,,,\r\n,,\r\n${manyNominations(3)}`)],
  [
    'group headings above the headings',
    text(`Child,,,,,School,,,,Nomination\r\n${manyNominations(3)}`),
  ],
  ['the headings twice', text(`${HEADINGS.join(',')}\r\n${manyNominations(3)}`)],
  [
    'a heading row of other words',
    text(manyNominations(3).replace(HEADINGS.join(','), otherWords())),
  ],
  [
    'N/A and NULL in cells that may be blank',
    text(
      csvOf(
        [0, 1, 2].map((at) =>
          aRow(at, {
            'Preferred name': 'N/A',
            'Parent aware date': 'NULL',
            'Expected destination URN': '-',
          }),
        ),
      ),
    ),
  ],
  [
    'a line end inside quotation marks',
    text(csvOf([0, 1, 2].map((at) => aRow(at, { Reasons: 'Anxiety\nAttendance' })))),
  ],
  [
    'answers as codes',
    text(
      csvOf(
        [0, 1, 2].map((at) =>
          aRow(at, {
            Reasons: 'anxiety;family_change',
            'Nominator role': 'senco',
            'SEN provision': 'SEN support',
            'Primary need': 'Hearing impairment',
            'Parent aware': 'y',
            'Year group': 'Year 6',
          }),
        ),
      ),
    ),
  ],
  [
    'dates of every kind',
    text(
      csvOf([
        aRow(0, { 'Date of birth': '1 January 2016' }),
        aRow(1, { 'Date of birth': '2016-02-02' }),
        aRow(2, { 'Date of birth': '3.3.2016 00:00:00' }),
      ]),
    ),
  ],
  [
    'a school given by LA and establishment number',
    text(csvOf([0, 1, 2].map((at) => aRow(at, { 'School URN': '899/2002' })))),
  ],
  [
    'telephone numbers as people write them',
    text(
      csvOf(
        ['+44 1632 960123', '(01632) 960 123', '7700900123'].map((phone, at) =>
          aRow(at, { 'Parent/carer phone': phone }),
        ),
      ),
    ),
  ],
  [
    'our own apostrophe before a number',
    text(csvOf([0, 1, 2].map((at) => aRow(at, { 'Parent/carer phone': "'+44 1632 960123" })))),
  ],
  [
    'the example of the template left in',
    text(
      csvOf([
        aRow(0),
        aRow(1),
        aRow(2),
        aRow(9, { 'Legal surname': 'Example', 'Legal forename': 'Delete-this-row' }),
      ]),
    ),
  ],
];

function otherWords(): string {
  return 'Pupil UPN,SURNAME,First name,Known as,D.O.B.,LAESTAB,NC Year,SEN status,SEN need,Nominated by,Reason,Family aware,Family aware date,Secondary school URN,Parent name,Relationship,Telephone (home),E-mail,Date of nomination';
}
