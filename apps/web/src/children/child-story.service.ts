import { type Actor } from '@app/access';
import {
  CaseReader,
  CaseRecords,
  headlineOf,
  keyDateOf,
  type OpenedCase,
  standing,
  type TimelineItem,
  timelineOf,
} from '@app/casework';
import { longDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { paths } from '../paths';
import { type OpenedChild } from './child-pages.service';

/** One thing that happened to a child, and the case it belongs to. */
export interface StoryItem extends TimelineItem {
  readonly reference: string;
  readonly pathwayTitle: string;
}

/** A child's cases read together: one chronology, one page (handbook 16). */
@Injectable()
export class ChildStory {
  constructor(
    private readonly reader: CaseReader,
    private readonly records: CaseRecords,
  ) {}

  /** The cases of the child that this officer may see, opened. */
  async cases(officer: Actor, { cases }: OpenedChild): Promise<OpenedCase[]> {
    const opened: OpenedCase[] = [];
    for (const { reference } of cases) opened.push(await this.reader.open(officer, reference));
    return opened;
  }

  /** Everything that happened on all of them, newest first. */
  async chronology(officer: Actor, opened: readonly OpenedCase[]): Promise<StoryItem[]> {
    const stories = await Promise.all(
      opened.map(async (one) => {
        const messages = await this.records.messages(officer.authority, one.file.id);
        const { reference } = one.file;
        return timelineOf(one.pathway, { ...one, messages }).map((item) => ({
          ...item,
          key: `${reference}-${item.key}`,
          reference,
          pathwayTitle: one.pathway.title,
        }));
      }),
    );
    return stories
      .flat()
      .sort((a, b) => b.on.localeCompare(a.on) || b.at.getTime() - a.at.getTime());
  }
}

/** Where one case stands, for the page of the child. */
export function standingOf(opened: OpenedCase) {
  const { file, pathway, today } = opened;
  const key = keyDateOf(file, pathway, opened);
  return {
    reference: file.reference,
    href: paths.case(file.reference),
    headline: headlineOf(file, pathway, today),
    words: key
      ? `${key.intro} ${longDay(key.dueOn)} (${key.state.words}).`
      : standing(file, pathway),
    owner: file.ownerName ?? 'Nobody yet',
    isOpen: file.open,
  };
}
