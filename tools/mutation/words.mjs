/** A Stryker plugin: what only speaks to people is left alone, and so is what stands beside the guards of a region. */
const WORDS = /^(text|what|who|title|otherWays)$/;
const NOT_GUARDS = /(Events|Clocks|States|Region|Arrows|Endings)$/;

const isSentence = ({ node }) => {
  if (node.type === 'StringLiteral') return /\S \S/.test(node.value);
  return node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => / /.test(value.raw));
};

const isWords = (path) =>
  /^(String|Template)Literal$/.test(path.node.type) &&
  (isSentence(path) || (path.parent.type === 'ObjectProperty' && WORDS.test(path.parent.key.name)));

const isBesideGuards = ({ node }) =>
  node.type === 'VariableDeclarator' && NOT_GUARDS.test(node.id.name);

const shouldIgnore = (path) => {
  if (isWords(path)) return 'words for people';
  return isBesideGuards(path) ? 'no guard' : undefined;
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];
