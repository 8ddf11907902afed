import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the product, from the sources or from `dist`: the nearest one above that holds the views. */
export function productFolder(from: string = __dirname): string {
  if (existsSync(join(from, 'apps', 'web', 'views', 'layout.njk'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('The templates of apps/web/views are not here');
  return productFolder(above);
}
