/**
 * Words with which no sentence, heading or item of a list ends: articles, conjunctions, auxiliaries
 * and prepositions that want something after them, and the like of French and Spanish.
 */
const OPEN_END =
  /(?:^|[\s("“—-])(?:the|an?|and|or|nor|but|if|because|whether|although|unless|until|while|than|as|of|to|for|from|with|without|into|at|by|between|among|against|during|concerning|regarding|under|toward|towards|upon|in|on|its|their|my|our|your|that|which|who|whose|was|were|is|are|am|had|has|have|been|be|would|will|could|should|shall|may|might|must|can|cannot|every|very|such|per|via|re|de|del|la|el|los|las|les|des|du|le|que|por|para|con|una|et|und|der|die|das)$/iu;

/** Words that no item of a list begins with, and hardly ever a sentence or a line of verse. */
const OPEN_BEGINNING =
  /^(?:of|than|was|were|is|are|had|has|have|been|be|would|will|could|should|which|whom)(?=[\s,])/iu;

/** Words that go on with a sentence, but begin an item or a line of verse as well. */
const LINK =
  /^(?:and|or|but|that|who|whose|to|by|with|for|in|on|at|from|as|not|until|before|after|because|into|under)(?=[\s,])/iu;

/** Whether a line ends in the middle of a phrase, so that its last word wants another. */
export function endsInPhrase(text: string): boolean {
  return OPEN_END.test(text.slice(-16));
}

/** Whether a line begins in the middle of a phrase. */
export function beginsInPhrase(text: string): boolean {
  return OPEN_BEGINNING.test(text.slice(0, 10));
}

/** Whether a line begins with a word that links it to what goes before. */
export function beginsWithLink(text: string): boolean {
  return LINK.test(text.slice(0, 10));
}
