/** What the panel shows, and the messages it exchanges with the extension. */
import type { FromPanel, PageReference, PanelState } from "../../../protocol/panel.ts";
import type { UserLanguage } from "../../../protocol/requests.ts";

interface Host {
  postMessage(message: FromPanel): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

export function send(message: FromPanel): void {
  host.postMessage(message);
}

/** The state that survives a reload of the window; the language is the page's own until the reader chooses. */
export function restoredState(): PanelState | undefined {
  return host.getState();
}

export function keepState(page: PageReference | undefined, language: UserLanguage): void {
  host.setState({ page, language });
}
