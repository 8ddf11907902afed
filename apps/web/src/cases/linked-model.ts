import { type CaseLinks, LINK_WORDS } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { paths } from '../paths';

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
