/** Keeps the settings as the client has them: asked for at the start and after each change. */
import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import { readSettings } from "../workspace/settings.ts";
import type { Settings } from "../workspace/snapshot.ts";
import type { ClientAbilities } from "./capabilities.ts";
import { describeError, type Log } from "./guarded.ts";

const section = "routewise";

/**
 * Calls `apply` with each new state of the settings. Resolves after the first, at once for clients that have none;
 * a client that fails to answer leaves the defaults.
 *
 * @param initialized resolves when the client may be asked
 */
export function followSettings(
  connection: Connection,
  client: ClientAbilities,
  log: Log,
  initialized: Promise<void>,
  apply: (settings: Settings) => void,
): Promise<void> {
  async function ask(): Promise<void> {
    try {
      apply(readSettings(await connection.workspace.getConfiguration(section), client.locale));
    } catch (error) {
      log.warn(`settings: ${describeError(error)}`);
    }
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.configuration) void ask();
    else apply(readSettings(sectionOf(settings), client.locale));
  });
  if (!client.configuration) return Promise.resolve();
  return initialized.then(() => {
    if (client.configurationChanges) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section })
        .catch((error) => log.warn(`settings: ${describeError(error)}`));
    }
    return ask();
  });
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null && section in settings
    ? Reflect.get(settings, section)
    : undefined;
}
