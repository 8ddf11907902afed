import { type Runner } from '@app/database';
import { n16SchoolItem, n45Sitting } from '@app/letters';
import { audienceOf } from '@app/panels';
import { type CalendarDay } from '@app/statutory-calendar';
import { messageAboutMany } from '../reminders/message-about-many';
import { letterTo, type Sender, toSchool, type Written } from './sitting-messages';
import { ITEM_SCHOOL, type SittingNews } from './sitting-news.sql';

interface ItemSchool {
  readonly [column: string]: unknown;
  readonly urn: string;
  readonly name: string;
  readonly email: string | null;
  readonly reference: string;
  readonly outcome: { readonly said?: Readonly<Record<string, unknown>> } | null;
}

/** Messages about one item, to its own school: its part is missing, or what was agreed with it. */
export async function aboutItem(
  tx: Runner,
  { authority, sittingId, itemId, kind, lacks }: SittingNews,
  sender: Sender & { readonly managers: readonly string[] },
  by: CalendarDay,
): Promise<Written[]> {
  const [school] = await tx.run<ItemSchool>('sitting-item-school', ITEM_SCHOOL, [itemId]);
  if (!school) return [];
  const audience = await audienceOf(tx, authority, sittingId);
  const letter = letterTo(school.name, audience, sender);
  if (kind === 'AGREED') {
    const actions = await tx.run<AgreedAction>('sitting-item-actions', ACTIONS, [itemId]);
    const words = n16SchoolItem(letter, { ...agreedOf(school), actions });
    return [toSchool(sender, { school, words, key: `item:${itemId}:N-16` })];
  }
  const words = n45Sitting(letter, { lacks: lacks!, reference: school.reference, by });
  const key = `item:${itemId}:N-45:${lacks}`;
  return [
    toSchool(sender, { school, words, key }),
    ...sender.managers.map((officerId) => ({
      message: messageAboutMany(words, {
        authority,
        key: `${key}:${officerId}`,
        notice: 'N-45',
        recipient: `officer:${officerId}`,
        officerId,
        address: null,
      }),
    })),
  ];
}

interface AgreedAction {
  readonly [column: string]: unknown;
  readonly what: string;
  readonly who: string;
  readonly by: CalendarDay;
}

function agreedOf({ outcome }: ItemSchool) {
  const said = outcome?.said ?? {};
  const lines = (name: string) => (Array.isArray(said[name]) ? said[name].map(String) : []);
  const { reviewOn } = said;
  return {
    agreed: [...lines('support'), ...lines('training').map((it) => `Training: ${it}`)],
    ...(typeof reviewOn === 'string' && { lookAgainOn: reviewOn }),
  };
}

const ACTIONS = `
SELECT text AS what, owner_name AS who, due_on AS by FROM school_action WHERE item_id = $1 AND state <> 'cancelled' ORDER BY due_on, text`;
