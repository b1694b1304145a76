/** Starts the VS Code host with a packaged extension in throw-away folders, and stops it again. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installHost } from "./install.ts";

export interface HostOptions {
  /** The .vsix to install first. */
  readonly vsix: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Port to listen on; a free one where none is asked for. */
  readonly port?: number;
  /** What the extension host finds in its environment besides ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Addresses of a running host. */
export interface HostAddress {
  readonly port: number;
  /** Address of the workbench with `folder` open; `payload` is VS Code's own list of start-up wishes. */
  url(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** How the workbench names a file of this machine in its payload. */
  remoteUri(path: string): string;
}

export interface Host extends HostAddress {
  /** Where extensions were installed: one folder for each. */
  readonly extensionsDir: string;
  stop(): void;
}

/** The addresses of the host that listens on `port`. */
export function hostAt(port: number): HostAddress {
  return {
    port,
    remoteUri: (path) => `vscode-remote://127.0.0.1:${port}${path}`,
    url: (folder, payload) => {
      const address = `http://127.0.0.1:${port}/?folder=${encodeURI(folder)}`;
      return payload ? `${address}&payload=${encodeURIComponent(JSON.stringify(payload))}` : address;
    },
  };
}

const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.hotExit": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.confirmBeforeClose": "never",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/** Starts the host; resolves when it answers. Rejects where the extension can't be installed or the host ends early. */
export async function startHost(options: HostOptions): Promise<Host> {
  const entry = installHost();
  const home = mkdtempSync(join(tmpdir(), "routewise-host-"));
  const settings = join(home, "data/User");
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, "settings.json"), JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));

  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...options.env,
    EXTENSIONS_GALLERY: "{}",
    HOME: home,
    XDG_CONFIG_HOME: join(home, "xdg"),
    XDG_DATA_HOME: join(home, "xdg-data"),
  };
  // code-server would take a PORT of the surroundings over ours.
  delete env.PORT;
  const folders = [
    "--accept-server-license-terms",
    ...["--server-data-dir", join(home, "srv")],
    ...["--user-data-dir", join(home, "data")],
    ...["--extensions-dir", join(home, "ext")],
  ];

  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  const installed = spawnSync(process.execPath, [entry, ...folders, "--install-extension", options.vsix, "--force"], {
    env,
    encoding: "utf8",
  });
  if (installed.status !== 0) {
    remove();
    throw new Error(`The host did not take ${options.vsix}:\n${installed.stdout}${installed.stderr}`);
  }

  const port = options.port ?? (await freePort());
  const server = spawn(
    process.execPath,
    [
      entry,
      ...folders,
      ...["--host", "127.0.0.1", "--port", String(port)],
      "--without-connection-token",
      "--enable-smoke-test-driver",
      ...["--telemetry-level", "off"],
      "--disable-workspace-trust",
      ...["--reconnection-grace-time", "5"],
    ],
    { env, detached: process.platform !== "win32", stdio: ["ignore", "pipe", "pipe"] },
  );
  const stop = () => {
    process.off("exit", stop);
    killGroup(server);
    remove();
  };
  process.on("exit", stop);
  try {
    await answering(port, server);
  } catch (error) {
    stop();
    throw error;
  }

  return { ...hostAt(port), extensionsDir: join(home, "ext"), stop };
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  let output = "";
  server.stdout?.on("data", (data) => (output += data));
  server.stderr?.on("data", (data) => (output += data));
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) break;
    try {
      if ((await fetch(`http://127.0.0.1:${port}/version`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The host does not answer on port ${port}:\n${output}`);
}

/** The server's extension hosts are children of it and go with its process group. */
function killGroup(server: ChildProcess): void {
  if (server.pid === undefined || server.exitCode !== null) return;
  try {
    if (process.platform === "win32") server.kill();
    else process.kill(-server.pid, "SIGTERM");
  } catch {
    // Already gone.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
