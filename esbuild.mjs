// Builds everything that runs into dist/: the extension's client, the language server, the command line, the
// panels, and the data that they read. `--watch` rebuilds on change, readable and with source maps; `--generate` makes the data alone.
import {
  cpSync,
  existsSync,
  watch as fsWatch,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { build, context } from "esbuild";
import { generateData } from "./tools/generate-data.mjs";
import { root } from "./tools/load.mjs";
import { writeNotices } from "./tools/notices.mjs";

const watch = process.argv.includes("--watch");
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  charset: "utf8",
  logLevel: "warning",
  legalComments: "none",
  minify: !watch,
  sourcemap: watch ? "linked" : false,
  sourcesContent: false,
  define: { "process.env.NODE_ENV": watch ? '"development"' : '"production"' },
};

/** CommonJS, because VS Code's extension host and a web worker both load it; sources keep writing `import.meta`. */
const node = {
  ...common,
  platform: "node",
  target: "node20",
  format: "cjs",
  // jsonc-parser's "main" is UMD, which no bundler can follow; its "module" is plain.
  mainFields: ["module", "main"],
  banner: { js: 'const __sourceUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: {
    ...common.define,
    "import.meta.url": "__sourceUrl",
    "import.meta.dirname": "__dirname",
    "import.meta.filename": "__filename",
  },
};

const browser = {
  ...common,
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
  define: { ...common.define, "import.meta.url": "globalThis.location.href" },
  // Named by tree-sitter's loader in branches that only Node reaches.
  external: ["vscode", "fs", "fs/promises", "module", "path", "url"],
};

/** The engine takes the classes of the protocol from the server's bundle, which has loaded it. */
const connectionOfServer = {
  name: "connection-of-server",
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, () => ({ path: "./server.js", external: true }));
  },
};

/** One bundle per panel: client/webview/<panel>/main.ts becomes dist/webview/<panel>.js and .css. */
function panels() {
  const folders = readdirSync(join(root, "client/webview"), { withFileTypes: true }).filter((e) => e.isDirectory());
  return Object.fromEntries(folders.map(({ name }) => [name, `client/webview/${name}/main.ts`]));
}

/** @returns {import("esbuild").BuildOptions[]} */
function bundles() {
  return [
    { ...node, external: ["vscode"], entryPoints: ["client/src/extension.ts"], outfile: "dist/client.cjs" },
    { ...node, entryPoints: ["server/src/node.ts"], outfile: "dist/server.js" },
    { ...node, plugins: [connectionOfServer], entryPoints: ["server/src/engine.ts"], outfile: "dist/engine.js" },
    {
      ...node,
      entryPoints: ["cli/main.ts"],
      outfile: "dist/cli.js",
      define: { ...node.define, "process.env.ROUTEWISE_VERSION": JSON.stringify(version) },
    },
    {
      ...browser,
      format: "cjs",
      entryPoints: ["client/src/extension.browser.ts"],
      outfile: "dist/browser/client.js",
    },
    { ...browser, format: "iife", entryPoints: ["server/src/browser.ts"], outfile: "dist/browser/server.js" },
    {
      ...common,
      platform: "browser",
      target: "es2022",
      format: "iife",
      loader: { ".ttf": "file", ".svg": "text" },
      assetNames: "[name]",
      entryPoints: panels(),
      outdir: "dist/webview",
    },
  ];
}

/** Files that are taken over as they are. */
function copyAssets() {
  const wasm = join(root, "node_modules/@vscode/tree-sitter-wasm/wasm");
  for (const name of ["tree-sitter", "tree-sitter-typescript", "tree-sitter-tsx", "tree-sitter-python"]) {
    cpSync(join(wasm, `${name}.wasm`), join(dist, "wasm", `${name}.wasm`));
  }
  for (const name of ["codicon.css", "codicon.ttf"]) {
    cpSync(join(root, "node_modules/@vscode/codicons/dist", name), join(dist, "webview", name));
  }
  // The bundles are CommonJS although the project around them is not.
  writeFileSync(join(dist, "package.json"), '{ "type": "commonjs" }\n');
}

/** Those of an earlier `--watch` would be stale, and the package carries none. */
function removeSourceMaps() {
  for (const name of readdirSync(dist, { recursive: true })) {
    if (name.endsWith(".map")) rmSync(join(dist, name));
  }
}

/** Makes the data; a mistake in it is shown, and fails the build without ending it. */
async function data() {
  await generateData(dist).catch((error) => {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  });
}

/** Makes the data again when what it comes from changes. */
function watchData() {
  let pending;
  const again = () => {
    clearTimeout(pending);
    pending = setTimeout(() => data(), 200);
  };
  for (const folder of ["knowledge", "snippets", "spec", "tools"].map((name) => join(root, name)).filter(existsSync)) {
    fsWatch(folder, { recursive: true }, again);
  }
}

mkdirSync(dist, { recursive: true });
if (process.argv.includes("--generate")) {
  await data();
} else {
  console.log("build: starting");
  copyAssets();
  if (watch) {
    const contexts = await Promise.all(bundles().map((options) => context(options)));
    await Promise.all(contexts.map((each) => each.rebuild().catch(() => undefined)));
    await Promise.all(contexts.map((each) => each.watch()));
    await data();
    watchData();
    console.log("build: watching");
  } else {
    // One that fails (esbuild has said why) does not keep the others from being built.
    const results = await Promise.all(bundles().map((options) => build(options).catch(() => undefined)));
    removeSourceMaps();
    writeNotices(results.flatMap((result) => (result ? [result.metafile] : [])));
    await data();
    if (results.includes(undefined)) process.exitCode = 1;
  }
}
