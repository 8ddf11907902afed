import { csvFile } from '@app/people';
import { type Pack, type PackItem } from './models';
import { watermarkOf } from './paper/sitting-words';

const HEADINGS = [
  'Sitting',
  'Panel',
  'Number',
  'Starts',
  'Minutes',
  'Kind',
  'About',
  'Year',
  'School',
  'SEN',
  'Why',
  'Score',
  'Late because',
  'Copy',
];

/** A member's agenda as a table for a spreadsheet: the same items as in the pack, each row stamped with whose copy it is. */
export const agendaCsv = (pack: Pack): Buffer =>
  csvFile([HEADINGS, ...pack.items.map((item) => cells(pack, item))]);

function cells({ sitting, copy }: Pack, item: PackItem): string[] {
  const { subject } = item;
  const [year, school, sen] =
    subject.kind === 'child'
      ? [subject.yearGroup, subject.school, subject.sen]
      : ['', subject.name, ''];
  return [
    sitting.day,
    sitting.panel,
    String(item.number),
    item.startsAt,
    String(item.minutes),
    item.kind,
    subject.name,
    year,
    school,
    sen,
    item.why
      .map(({ text, values, window }) => [text, values, window].filter(Boolean).join(', '))
      .join('; '),
    item.score ? String(item.score.total) : '',
    item.lateBecause ?? '',
    watermarkOf(copy),
  ];
}
