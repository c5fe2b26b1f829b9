import { create } from 'zustand';
import { useDesk } from '../desk/desk.ts';

/** The rule that the catalogue shows; null for the first. */
export const useCatalogue = create<{ readonly rule: string | null }>(() => ({ rule: null }));

/** Opens the catalogue of rules at a rule. */
export function openCatalogue(rule: string) {
  useCatalogue.setState({ rule });
  useDesk.setState({ sheet: 'catalogue' });
}
