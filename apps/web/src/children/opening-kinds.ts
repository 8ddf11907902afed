/** A kind of case that can be opened by hand. */
export interface OpeningKind {
  readonly slug: string;
  readonly pathway: string;
  readonly link: string;
  /** What comes after the child's record is added. */
  readonly after: string;
}

/** What can be opened for a child. */
export const KINDS: readonly OpeningKind[] = [
  {
    slug: 'ehc-request',
    pathway: 'ehc_needs_assessment',
    link: 'Open an EHC request',
    after: 'Then you open the EHC request.',
  },
  {
    slug: 'nomination',
    pathway: 'y6_transition',
    link: 'Nominate for Year 6 support',
    after: 'Then you nominate the child.',
  },
];

/** The kind an address names; undefined for none of ours. */
export function kindOf(slug: string | undefined): OpeningKind | undefined {
  return KINDS.find((kind) => kind.slug === slug);
}
