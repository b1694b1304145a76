/**
 * What `cdk synth` has left behind in the workspace: looked for when the first CDK program is asked about, read beside
 * everything else, and followed over changes on disk. Nothing in here runs a program.
 */
import type { Connection } from "vscode-languageserver";
import { isBelow } from "../config/locations.ts";
import { appFileName, appOf, type CdkApp } from "../features/synthesized/app.ts";
import { type AppFiles, type NotedFile, readApp, type SynthesizedApp } from "../features/synthesized/read-app.ts";
import { isSource, sourceEndings, sourceExcludes } from "../features/synthesized/source-times.ts";
import { uriKey } from "../workspace/template-index/uris.ts";
import { describeError, type Log } from "./guarded.ts";
import { pause } from "./pause.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

export interface SynthesizedOutput {
  /** What is said of a program, as far as it is read; the first question begins. */
  file(uri: string): NotedFile | undefined;
  /** Whether the program's app was synthesized, and something was changed since. */
  isOutdated(uri: string): boolean;
  /** A program was opened: looks whether its app was synthesized meanwhile, for clients that watch no files. */
  opened(uri: string): void;
  /** The app in this folder was synthesized just now. */
  synthesized(folder: string): void;
  /** The same output may give other findings now, or other output counts. What is known stays until all is read. */
  readAgain(): void;
}

export interface OutputContext {
  readonly connection: Connection;
  readonly files: WorkspaceFiles;
  readonly log: Log;
  isEnabled(): boolean;
  check: AppFiles["check"];
  /** Findings of some program may be others now. */
  onChange(): void;
}

/** More programs of one app are not looked at. */
const mostSources = 5000;
const mostApps = 50;
/** The CDK writes file after file. */
const quietMs = 300;

interface FollowedApp {
  readonly app: CdkApp;
  result: SynthesizedApp | undefined;
}

export function followSynthesized(context: OutputContext): SynthesizedOutput {
  const { connection, files, log } = context;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const watched = new Set<string>();
  let apps: readonly FollowedApp[] = [];
  /** Whether the apps are those of the workspace, and read under the present settings. */
  let isCurrent = false;
  let work: Promise<void> = Promise.resolve();

  const appFiles: AppFiles = {
    roots: () => files.roots(),
    read: (uri, mostBytes) => files.read(uri, mostBytes),
    times: (uris) => files.times(uris),
    sources: (folder) =>
      files.find({ endings: sourceEndings, excludedFolders: sourceExcludes, folder, most: mostSources }),
    check: context.check,
    pause,
  };

  function watch(pattern: string): void {
    if (!watched.has(pattern)) files.watch(pattern);
    watched.add(pattern);
  }

  /** One after the other, so that what was asked last counts. */
  function queue(step: () => Promise<void>): void {
    work = work.then(step).catch((error) => log.error(`synthesized output: ${describeError(error)}`));
  }

  async function findApps(): Promise<void> {
    watch(`**/${appFileName}`);
    const found = await files.find({
      endings: [],
      names: [appFileName],
      excludedFolders: sourceExcludes,
      most: mostApps,
    });
    const read = await Promise.all(found.map(async (uri) => appOf(uri, await files.read(uri, 1_000_000))));
    const before = new Map(apps.map((each) => [each.app.output, each]));
    apps = read.flatMap((app) => (app ? [{ app, result: before.get(app.output)?.result }] : []));
    for (const each of apps) {
      const folder = each.app.output.slice(each.app.output.lastIndexOf("/") + 1);
      // These two are written last.
      watch(`**/${decodeURIComponent(folder)}/**/{manifest,validation-report}.json`);
      await readNow(each);
    }
  }

  async function readNow(followed: FollowedApp): Promise<void> {
    if (!context.isEnabled()) return;
    const before = followed.result;
    followed.result = await readApp(followed.app, appFiles);
    if (followed.result.files.size > 0) watch(`**/*.{${sourceEndings.join(",")}}`);
    if ((before?.files.size ?? 0) + followed.result.files.size > 0) context.onChange();
  }

  function readSoon(followed: FollowedApp): void {
    const { output } = followed.app;
    clearTimeout(timers.get(output));
    timers.set(
      output,
      setTimeout(() => {
        timers.delete(output);
        queue(() => readNow(followed));
      }, quietMs),
    );
  }

  /** A source that is newer than what was made of it takes all of that with it; reading tells whether this one does. */
  function sourceChanged(followed: FollowedApp, uri: string): void {
    queue(async () => {
      const { result } = followed;
      if (result?.time === undefined || result.outdated) return;
      const [time] = await files.times([uri]);
      if (time !== undefined && time > result.time) readSoon(followed);
    });
  }

  files.onChange((uri) => {
    if (!isCurrent) return;
    if (uri.endsWith(`/${appFileName}`)) isCurrent = false;
    for (const followed of apps) {
      const { folder, output } = followed.app;
      if (isBelow(uri, output)) readSoon(followed);
      else if (followed.result?.files.has(uriKey(uri)) || (isBelow(uri, folder) && isSource(uri))) {
        sourceChanged(followed, uri);
      }
    }
    if (!isCurrent) begin();
  });
  files.onRootsChange(() => {
    isCurrent = false;
  });
  connection.onShutdown(() => {
    for (const timer of timers.values()) clearTimeout(timer);
  });

  function begin(): void {
    if (isCurrent || !context.isEnabled()) return;
    isCurrent = true;
    queue(findApps);
  }

  return {
    file(uri) {
      if (!context.isEnabled()) return undefined;
      begin();
      const key = uriKey(uri);
      const found = apps.flatMap(({ result }) => result?.files.get(key) ?? []);
      const [first] = found;
      return first && { text: first.text, notes: found.flatMap(({ notes }) => notes) };
    },
    isOutdated: (uri) =>
      context.isEnabled() && apps.some(({ app, result }) => result?.outdated === true && isBelow(uri, app.folder)),
    opened(uri) {
      if (!isCurrent) return;
      for (const followed of apps) {
        if (!isBelow(uri, followed.app.folder)) continue;
        queue(async () => {
          const [time] = await files.times([`${followed.app.output}/manifest.json`]);
          if (time !== followed.result?.time) await readNow(followed);
        });
      }
    },
    synthesized(folder) {
      const followed = apps.find(({ app }) => uriKey(app.folder) === uriKey(folder.replace(/\/+$/, "")));
      if (followed) queue(() => readNow(followed));
      else {
        isCurrent = false;
        begin();
      }
    },
    readAgain() {
      isCurrent = false;
    },
  };
}
