/** A Stryker plugin: what only speaks to people is left alone. */
const WORDS = /^(text|what|who|title|otherWays)$/;

const isSentence = ({ node }) => {
  if (node.type === 'StringLiteral') return /\S \S/.test(node.value);
  return node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => / /.test(value.raw));
};

const isWords = (path) =>
  /^(String|Template)Literal$/.test(path.node.type) &&
  (isSentence(path) || (path.parent.type === 'ObjectProperty' && WORDS.test(path.parent.key.name)));

const shouldIgnore = (path) => (isWords(path) ? 'words for people' : undefined);

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];
