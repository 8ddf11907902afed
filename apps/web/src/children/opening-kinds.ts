import { type Actor, mayOpen } from '@app/access';
import { type EventDefinition, type Pathway, pathways } from '@app/pathways';

/** A kind of case that can be opened by hand. */
export interface OpeningKind {
  readonly slug: string;
  readonly pathway: Pathway;
  /** The event that opens it. */
  readonly definition: EventDefinition;
  readonly link: string;
}

const KINDS: readonly OpeningKind[] = pathways.map((pathway) => ({
  slug: pathway.name.replaceAll('_', '-'),
  pathway,
  definition: pathway.events[pathway.opensWith]!,
  link: pathway.opening,
}));

/** What this officer can open for a child. */
export function kindsFor(officer: Actor): OpeningKind[] {
  return KINDS.filter(({ definition }) => mayOpen(officer, definition));
}

/** The kind an address names; undefined for none of ours. */
export function kindOf(slug: string | undefined): OpeningKind | undefined {
  return KINDS.find((kind) => kind.slug === slug);
}
