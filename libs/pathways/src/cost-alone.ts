const MONEY =
  /\b(cost|costs|costly|costing|expens\w*|afford\w*|budget\w*|money|price\w*|fee|fees|cheap\w*|fund\w*|spend\w*|pounds?|saving\w*|value)\b|£/i;
const CHILD =
  /\b(need|needs|suit\w*|unsuit\w*|provision|outcome\w*|progress|learn\w*|teach\w*|therap\w*|peer\w*|friend\w*|health|safe\w*|support\w*|meet|meets|curriculum|travel|journey|class\w*|pupils?)\b/i;

/** Whether a text gives money as its only reason: every sentence speaks of it, and none of the child. */
export function restsOnMoney(...texts: readonly (string | undefined)[]): boolean {
  const sentences = texts
    .join('. ')
    .split(/[.!?\n]+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  return (
    sentences.length > 0 &&
    sentences.every((sentence) => MONEY.test(sentence) && !CHILD.test(sentence))
  );
}
