/** What the panel keeps over a reload, and the messages it exchanges with the extension. */
import type { FromPanel, PanelState } from "../../../protocol/panel.ts";

interface Host {
  postMessage(message: FromPanel): void;
  /** What was last kept; of an earlier version of the extension, it may have another shape. */
  getState(): Partial<PanelState> | undefined;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

export function send(message: FromPanel): void {
  host.postMessage(message);
}

/** The state before the reload; what was not kept is as in `fresh`. */
export function restoredState(fresh: PanelState): PanelState {
  return { ...fresh, ...host.getState() };
}

export function keepState(state: PanelState): void {
  host.setState(state);
}
