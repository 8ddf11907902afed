import { plainDay } from '@app/statutory-calendar';
import { type Minutes } from '../models';
import { minutedItem } from './minutes-item';
import { type Block, heading, type Paper, section, text } from './paper';
import { aboutThisCopy, addendumList, sittingTable } from './tables-and-sections';
import { paperFileName, sittingName, watermarkOf } from './sitting-words';

/** The minutes of a sitting for one reader: what was decided and why, not who said what. */
export function minutesPaper(minutes: Minutes): Paper {
  const { sitting, copy, items, addenda } = minutes;
  return {
    title: `Minutes of ${sittingName(sitting)}`,
    running: `Minutes of ${sittingName(sitting)}. Copy for ${copy.name}`,
    council: sitting.council,
    watermark: watermarkOf(copy),
    isMadeUp: sitting.isMadeUp,
    madeAt: copy.takenAt,
    isLarge: false,
    fileName: paperFileName(sitting, 'minutes'),
    blocks: [
      ...cover(minutes),
      ...items.flatMap((item) => minutedItem(item)),
      ...section('Addenda to these minutes', addendumList(addenda)),
    ],
  };
}

function cover({ sitting, copy, approved, items, notForYou }: Minutes): Block[] {
  return [
    heading(1, `Minutes: ${sitting.panel}`),
    text(
      approved
        ? `Approved by ${approved.by} on ${plainDay(approved.on)}. Nothing in them changes after that: a correction stands below as an addendum.`
        : 'Draft. The chair has not approved these minutes yet.',
      'strong',
    ),
    sittingTable(sitting, copy, ['Copy for', items.length, notForYou]),
    ...aboutThisCopy(copy),
  ];
}
