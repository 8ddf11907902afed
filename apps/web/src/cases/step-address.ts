import { type Pathway } from '@app/pathways';
import { paths } from '../paths';

/** An event as it stands in an address: 'advice-received'. */
export function stepSlug(type: string): string {
  return type.toLowerCase().replaceAll('_', '-');
}

/** The event that an address names; undefined when the pathway has none of that name. */
export function eventOfSlug(pathway: Pathway, slug: string): string | undefined {
  const type = slug.toUpperCase().replaceAll('-', '_');
  return type in pathway.events && type !== pathway.opensWith ? type : undefined;
}

/** The form of an event; an adviser or check-in may be chosen in advance, nothing about a person. */
export function stepHref(reference: string, type: string, subject?: string): string {
  const href = paths.caseFile.record(reference, stepSlug(type));
  if (!subject) return href;
  return `${href}?${/^\d{6}$/.test(subject) ? 'setting' : 'adviser'}=${encodeURIComponent(subject)}`;
}

/** The page that says why a clock has its date. */
export function whyHref(
  reference: string,
  { code, occurrence, subject }: { code: string; occurrence: number; subject: string },
): string {
  if (!subject) return paths.caseFile.why(reference, code, String(occurrence));
  return paths.caseFile.whyOf(reference, code, String(occurrence), encodeURIComponent(subject));
}
