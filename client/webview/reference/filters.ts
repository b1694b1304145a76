/** Which entries of the list the reader wants to see. */
import type { ListFilters } from "../../../protocol/panel.ts";

export const noFilters: ListFilters = { section: undefined, changed: false, checked: false };

/** What a filter looks at in a topic or a hit. */
export interface Filtered {
  readonly section: string | undefined;
  readonly corrections: number;
  readonly rules: number;
}

export function passes({ section, changed, checked }: ListFilters, entry: Filtered): boolean {
  return (
    (section === undefined || entry.section === section) &&
    (!changed || entry.corrections > 0) &&
    (!checked || entry.rules > 0)
  );
}

export function isFiltering({ section, changed, checked }: ListFilters): boolean {
  return section !== undefined || changed || checked;
}
