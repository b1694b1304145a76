/**
 * Every request handler runs inside this: a cancelled request does no work, a failing one is logged and answers with
 * its fallback. The server never dies of a document.
 */
import type { CancellationToken, RemoteConsole } from "vscode-languageserver";

export type Log = Pick<RemoteConsole, "error" | "warn" | "info">;

export type Guarded = <T>(
  name: string,
  fallback: T,
  token: CancellationToken,
  work: () => T | Promise<T>,
) => Promise<T>;

/** Makes the guard of one connection. */
export function createGuarded(log: Log): Guarded {
  return async (name, fallback, token, work) => {
    if (token.isCancellationRequested) return fallback;
    try {
      const result = await work();
      return token.isCancellationRequested ? fallback : result;
    } catch (error) {
      log.error(`${name}: ${describeError(error)}`);
      return fallback;
    }
  };
}

/** An error for the log, with its stack where it has one. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
