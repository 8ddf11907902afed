import { type Pack } from '../models';
import { type Block, heading, type Paper, table, text } from './paper';
import { packItem, subjectName } from './pack-item';
import { aboutThisCopy, sittingTable } from './tables-and-sections';
import { paperFileName, sittingName, watermarkOf } from './sitting-words';

/** The papers of a sitting for one member: cover, agenda, then a page for each item that is for them. */
export function packPaper(pack: Pack): Paper {
  const { sitting, copy } = pack;
  return {
    title: `Papers for ${sittingName(sitting)}`,
    running: `${sittingName(sitting)}. Papers for ${copy.name}`,
    council: sitting.council,
    watermark: watermarkOf(copy),
    isMadeUp: sitting.isMadeUp,
    madeAt: copy.takenAt,
    isLarge: false,
    fileName: paperFileName(sitting, 'papers'),
    blocks: [...cover(pack), ...agenda(pack), ...pack.items.flatMap((item) => packItem(item))],
  };
}

function cover({ sitting, copy, items, notForYou }: Pack): Block[] {
  return [
    heading(1, sitting.panel),
    sittingTable(sitting, copy, ['Papers for', items.length, notForYou]),
    ...aboutThisCopy(copy),
  ];
}

function agenda({ items }: Pack): Block[] {
  if (items.length === 0) return [text('No item of this sitting is for you.')];
  return [
    heading(2, 'Your agenda'),
    table(
      'Your agenda, with times',
      [
        ['Item', 44],
        ['Time', 14],
        ['Minutes', 12],
        ['Kind', 30],
      ],
      items.map((item) => [
        `${item.number}. ${subjectName(item.subject)}`,
        item.startsAt,
        String(item.minutes),
        item.lateBecause ? `${item.kind}, late item` : item.kind,
      ]),
    ),
  ];
}
