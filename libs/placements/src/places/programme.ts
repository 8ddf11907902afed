/** The programme whose places are kept here: the pathway's own name. */
export const PROGRAMME = 'y6_transition';
