// Shorter than this, a "sentence" is a word such as "Required." or "Deprecated." that introduces the next one.
const SHORTEST_SENTENCE = 20;

// A clause that ends before this says too little.
const SHORTEST_CLAUSE = 60;

const SENTENCE_END = /[.!?](?= |$)(?<!\b(?:e\.g|i\.e|etc|[Ee]x)\.)/g;

/** Shortens a description of the API to its first sentence: one line of at most `limit` characters, without markup. */
export function shortenDescription(description: string, limit = 140): string {
  const text = description
    .replace(/(Possible enum values|More info):[\s\S]*/, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/`/g, "")
    .replace(/\s+/g, " ")
    .replace(/[\s;]+$/, "")
    .trim();
  const sentence = takeSentence(text);
  if (sentence.length <= limit) return sentence;
  const plain = sentence.replace(/ \([^()]*\)/g, "");
  return plain.length <= limit ? plain : cutSentence(plain, limit);
}

function takeSentence(text: string): string {
  for (const { index } of text.matchAll(SENTENCE_END)) {
    if (index >= SHORTEST_SENTENCE) return text.slice(0, index + 1);
  }
  return text;
}

// A cut at a clause still reads as a sentence; a cut between words is marked.
function cutSentence(sentence: string, limit: number): string {
  const head = sentence.slice(0, limit);
  for (const mark of ["; ", ", ", ": "]) {
    const clause = head.lastIndexOf(mark);
    if (clause >= SHORTEST_CLAUSE) return `${head.slice(0, clause)}.`;
  }
  return `${head.slice(0, head.lastIndexOf(" ", limit - 4))} ...`;
}
