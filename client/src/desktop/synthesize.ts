/**
 * Synthesizes a CDK app because the user wants it, and has the output checked. The only place where a program of the
 * workspace is run: never by itself, never where the workspace is not trusted.
 */
import {
  type CancellationToken,
  commands,
  Disposable,
  l10n,
  type OutputChannel,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from "vscode";
import type { ServerLink } from "../server-link.ts";
import { findCdk } from "./find-cdk.ts";
import { type RunningProgram, runProgram } from "./run-program.ts";

const appFiles = "**/cdk.json";
const notApps = "**/{node_modules,cdk.out,.git,.venv,venv,dist,build}/**";
const mostApps = 100;

/** So that stacks reach through the library to the author's line, and name the source instead of what was compiled. */
const nodeOptions = "--stack-trace-limit=50 --enable-source-maps";

/** Offers the command wherever the workspace has a CDK app. */
export function offerSynthesis(server: ServerLink): Disposable {
  const watcher = workspace.createFileSystemWatcher(appFiles, false, true, false);
  const look = async () => {
    const has = (await findApps()).length > 0;
    await commands.executeCommand("setContext", "routewise.hasCdkApp", has);
  };
  void look();
  let output: OutputChannel | undefined;
  let running: RunningProgram | undefined;

  /** @param what the folder of an app, for key bindings; else the user is asked where there are several */
  async function synthesize(what: unknown): Promise<void> {
    if (!workspace.isTrusted) {
      await window.showWarningMessage(l10n.t("Synthesis runs the app's own code, so the workspace has to be trusted."));
      return;
    }
    if (running) {
      await window.showInformationMessage(l10n.t("A CDK app is being synthesized already."));
      return;
    }
    const app = await chooseApp(what);
    if (!app) return;
    output ??= window.createOutputChannel("Routewise: CDK");
    await synthesizeIn(app, server, output, (program) => {
      running = program;
    });
  }

  return Disposable.from(
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidDelete(look),
    workspace.onDidChangeWorkspaceFolders(look),
    commands.registerCommand("routewise.synthesize", synthesize),
    new Disposable(() => {
      running?.stop();
      output?.dispose();
    }),
  );
}

/** Folders with a `cdk.json`, on disk: a virtual file system runs no programs. */
async function findApps(): Promise<readonly Uri[]> {
  const found = await workspace.findFiles(appFiles, notApps, mostApps);
  return found
    .filter(({ scheme }) => scheme === "file")
    .map((uri) => Uri.joinPath(uri, ".."))
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** From the workspace on; the editor itself has only the whole path for a workspace folder. */
function shownPath(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder?.uri.path === uri.path ? folder.name : workspace.asRelativePath(uri);
}

async function chooseApp(what: unknown): Promise<Uri | undefined> {
  const apps = await findApps();
  const named = what instanceof Uri ? apps.find(({ path }) => path === what.path.replace(/\/$/, "")) : undefined;
  if (named) return named;
  if (apps.length === 0) {
    await window.showInformationMessage(l10n.t("There is no cdk.json in this workspace."));
    return undefined;
  }
  if (apps.length === 1) return apps[0];
  const picked = await window.showQuickPick(
    apps.map((uri) => ({ label: shownPath(uri), uri })),
    { title: l10n.t("Which CDK app to synthesize") },
  );
  return picked?.uri;
}

async function synthesizeIn(
  app: Uri,
  server: ServerLink,
  output: OutputChannel,
  hold: (program: RunningProgram | undefined) => void,
): Promise<void> {
  const root = workspace.getWorkspaceFolder(app)?.uri.fsPath ?? app.fsPath;
  const program = await findCdk(app.fsPath, root, process.env.PATH);
  if (program === undefined) {
    await window.showErrorMessage(
      l10n.t("There is no cdk command, neither in the project's node_modules nor on the PATH. Install aws-cdk first."),
    );
    return;
  }
  await saveProgramsIn(app);
  output.appendLine(`> ${program} synth --quiet (${app.fsPath})`);
  const outcome = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t("Synthesizing {0}", shownPath(app)),
      cancellable: true,
    },
    (_, token) => {
      const run = runProgram({
        program,
        args: ["synth", "--quiet"],
        folder: app.fsPath,
        environment: environment(),
        onOutput: (text) => output.append(text),
      });
      hold(run);
      return ending(run, token).finally(() => hold(undefined));
    },
  );
  output.appendLine("");
  // A synthesis that only its own checks have failed has written everything all the same.
  await server.synthesized({ folder: app.toString() });
  await tell(outcome, output);
}

type Outcome = "done" | "cancelled" | { readonly failure: string };

async function ending(run: RunningProgram, token: CancellationToken): Promise<Outcome> {
  const cancelling = token.onCancellationRequested(() => run.stop());
  try {
    const code = await run.ended;
    if (token.isCancellationRequested) return "cancelled";
    return code === 0 ? "done" : { failure: String(code ?? "?") };
  } catch (error) {
    return { failure: String(error) };
  } finally {
    cancelling.dispose();
  }
}

async function tell(outcome: Outcome, output: OutputChannel): Promise<void> {
  if (outcome === "cancelled") return;
  if (outcome === "done") {
    window.setStatusBarMessage(l10n.t("Routewise: the app is synthesized, its templates are checked."), 5_000);
    return;
  }
  output.appendLine(outcome.failure);
  const show = l10n.t("Show Output");
  const chosen = await window.showErrorMessage(l10n.t("The CDK app could not be synthesized."), show);
  if (chosen === show) output.show();
}

/** The user's, with what the CDK needs to name the author's lines. */
function environment(): NodeJS.ProcessEnv {
  // The editor runs as Node by this variable; nothing that the app starts should.
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const options = [inherited.NODE_OPTIONS, nodeOptions].filter((part) => part !== undefined && part !== "");
  return { ...inherited, NODE_OPTIONS: options.join(" "), NO_COLOR: "1", FORCE_COLOR: "0" };
}

/** As before a task: the CDK reads what is stored, and what is said of it counts for that alone. */
async function saveProgramsIn(app: Uri): Promise<void> {
  const inside = workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && uri.scheme === "file" && uri.path.startsWith(`${app.path.replace(/\/$/, "")}/`),
  );
  await Promise.all(inside.map((document) => document.save()));
}
