import { aWebsite } from '../../support/a-website';
import { type Council, mayBeShown, type Sitter } from './council';

const MOST_PAGES = 40;
/** A few of each sort: those who come to every item, and those who come to some. */
const LOOKING: readonly Sitter['service'][] = ['psychology', 'police', 'social_worker'];

/**
 * Opens every page of panels that somebody can reach by links, as several people, and names the pages that show a child
 * who does not call for that person.
 */
export async function shownOnPages(council: Council): Promise<{ pages: number; wrong: string[] }> {
  const site = await aWebsite(council.db.url, council.clock.today());
  const wrong: string[] = [];
  let pages = 0;
  try {
    for (const sitter of council.sitters.filter(isLooking)) {
      const person = await site.signedIn(sitter.actor);
      const names = council.children
        .filter((child) => !mayBeShown(child, sitter))
        .map(({ surname }) => surname);
      for await (const [url, text] of reachable(person)) {
        pages += 1;
        const found = names.find((name) => text.includes(name));
        if (found) wrong.push(`${found} to ${sitter.actor.name} on ${url}`);
      }
    }
  } finally {
    await site.close();
  }
  return { pages, wrong };
}

const isLooking = ({ service, actor }: Sitter) =>
  LOOKING.includes(service) || actor.schoolUrn === '199100';

type Person = Awaited<ReturnType<Awaited<ReturnType<typeof aWebsite>>['signedIn']>>;

async function* reachable(person: Person): AsyncGenerator<[url: string, text: string]> {
  const seen = new Set(['/panels']);
  for (const url of seen) {
    const { status, text, headers } = await person.get(url);
    if (status === 200) yield [url, text];
    if (status !== 200 || !String(headers['content-type']).includes('html')) continue;
    for (const [, link] of text.matchAll(/href="(\/panels[^"#]*)"/g))
      if (seen.size < MOST_PAGES) seen.add(link!.replaceAll('&amp;', '&'));
  }
}
