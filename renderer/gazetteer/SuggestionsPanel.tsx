/** The inspector's list of names that the gazetteer finds in the cable on the desk. */
export function SuggestionsPanel() {
  return null;
}
