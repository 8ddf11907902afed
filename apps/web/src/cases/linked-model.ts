import { type CaseLinks, type Drafts, LINK_WORDS, type OpenedCase } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { stepHref } from './step-address';

/** The other cases of the child, and what this one has asked for, in words. */
export function linkedModel(
  linked: Awaited<ReturnType<CaseLinks['of']>>,
  referred: readonly string[],
) {
  return {
    linked: linked.map(({ reference, pathway, pathwayVersion, stage, link }) => {
      const { title, copy } = pathwayNamed(pathway, pathwayVersion);
      return {
        title,
        reference,
        link: LINK_WORDS[link],
        href: paths.case(reference),
        place: copy.states['work']?.[stage] ?? 'Open',
      };
    }),
    referred: referred.map((pathway) => pathwayNamed(pathway).title),
  };
}

/** Forms that this person began on the case and has not recorded. */
export function draftsModel(
  { pathway, file, today }: OpenedCase,
  drafts: Awaited<ReturnType<Drafts['unfinished']>>,
) {
  return drafts.flatMap(({ type, savedAt }) => {
    const definition = pathway.events[type];
    if (!definition) return [];
    const day = londonDay(savedAt);
    const when = day === today ? 'today' : `on ${plainDay(day)}`;
    return [
      {
        title: definition.title,
        when: `${when} at ${londonTime(savedAt)}`,
        href: `${stepHref(file.reference, type)}?form=open`,
      },
    ];
  });
}
