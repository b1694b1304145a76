/** Where the reader has been, as a browser keeps it. Following the cursor leaves one entry, however far it wanders. */
import type { HistoryState, Visit } from "../../../protocol/panel.ts";
import type { PageReference } from "../../../protocol/requests.ts";

export const noHistory: HistoryState = { visits: [], at: -1 };

/** Further back than this nobody goes. */
const most = 50;

export function currentVisit({ visits, at }: HistoryState): Visit | undefined {
  return visits[at];
}

/** The reader turns to a page; what lay ahead is forgotten. */
export function visited(history: HistoryState, page: PageReference): HistoryState {
  const current = currentVisit(history);
  if (current && isSamePage(current.page, page)) return replaced(history, { ...current, followed: false });
  return pushed(history, { page, scroll: 0, followed: false });
}

/** The cursor leads to a page, in place of the one that it led to before. */
export function followed(history: HistoryState, page: PageReference): HistoryState {
  const current = currentVisit(history);
  if (current && isSamePage(current.page, page)) return history;
  const visit = { page, scroll: 0, followed: true };
  return current?.followed ? replaced(ending(history), visit) : pushed(history, visit);
}

/** One step back (-1) or forward (1); the same where there is none. */
export function stepped(history: HistoryState, step: -1 | 1): HistoryState {
  return canStep(history, step) ? { ...history, at: history.at + step } : history;
}

export function canStep({ visits, at }: HistoryState, step: -1 | 1): boolean {
  return visits[at + step] !== undefined;
}

/** Remembers how far the current page is scrolled. */
export function scrolled(history: HistoryState, scroll: number): HistoryState {
  const current = currentVisit(history);
  return current ? replaced(history, { ...current, scroll }) : history;
}

export function isSamePage(a: PageReference, b: PageReference): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function pushed(history: HistoryState, visit: Visit): HistoryState {
  const visits = [...ending(history).visits, visit].slice(-most);
  return { visits, at: visits.length - 1 };
}

function replaced({ visits, at }: HistoryState, visit: Visit): HistoryState {
  return { visits: visits.map((each, index) => (index === at ? visit : each)), at };
}

/** Without what lies ahead. */
function ending({ visits, at }: HistoryState): HistoryState {
  return { visits: visits.slice(0, at + 1), at };
}
