/** One run of the command line: reads the arguments, does what they ask for, and answers with the exit code. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Language } from "../server/src/base/localized.ts";
import { settingsFor } from "../server/src/config/combine.ts";
import { parseParameters } from "../server/src/config/parameter-files.ts";
import { type CheckArguments, readArguments } from "./arguments.ts";
import { type CheckContext, checkFiles, checkText } from "./check.ts";
import { createEngine, type Engine } from "./engine.ts";
import { findFiles, shownPath } from "./files.ts";
import { formatGithub } from "./formats/github.ts";
import { formatJson } from "./formats/json.ts";
import { formatJunit } from "./formats/junit.ts";
import { formatSarif } from "./formats/sarif.ts";
import { formatText } from "./formats/text.ts";
import { createProjectConfigs } from "./project-config.ts";
import { exitCodeOf, type Report, type Trouble } from "./report.ts";
import { reportedRules, ruleList, ruleText, similarRule } from "./rule-pages.ts";
import { textsIn } from "./texts.ts";

/** The process as far as a run needs it. */
export interface Console {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that the build writes, with the data. */
  readonly dist: string;
  readonly version: string;
  readonly out: { readonly isTerminal: boolean; write(text: string): void };
  readonly err: { readonly isTerminal: boolean; write(text: string): void };
  /** The whole of standard input. */
  readInput(): Promise<string>;
}

/** @returns the exit code */
export async function run(args: readonly string[], io: Console): Promise<number> {
  const command = readArguments(args, io.environment);
  const { language } = command;
  const texts = textsIn(language);
  const engine = (): Promise<Engine> =>
    createEngine(io.dist, { onFailure: (message) => io.err.write(`routewise: ${message}\n`) });
  switch (command.kind) {
    case "help":
      io.out.write(texts.help);
      return 0;
    case "version":
      io.out.write(`${io.version}\n`);
      return 0;
    case "usage":
      io.err.write(command.message === texts.help ? texts.help : `routewise: ${command.message}\n${texts.seeHelp}\n`);
      return 2;
    case "rules":
      io.out.write(ruleList((await engine()).knowledge, language));
      return 0;
    case "explain": {
      const page = ruleText((await engine()).knowledge, command.rule, language);
      if (page === undefined) {
        io.err.write(`routewise: ${texts.unknownRule(command.rule, similarRule(command.rule))}\n`);
        return 2;
      }
      io.out.write(page);
      return 0;
    }
    case "check":
      return check(command.check, language, await engine(), io);
  }
}

async function check(args: CheckArguments, language: Language, engine: Engine, io: Console): Promise<number> {
  const texts = textsIn(language);
  const parameters = await readParameters(args.parameters, language, io.cwd);
  const configs = createProjectConfigs({ cwd: io.cwd, language, named: args.config });
  const progress = progressLine(io, language, args);
  const context: CheckContext = {
    engine,
    language,
    fix: args.fix,
    async settingsFor(uri) {
      const settings = settingsFor(uri, await configs.for(uri), { rules: {} });
      const assumed = new Map([...(settings.assume?.parameters ?? []), ...parameters.values]);
      return { ...settings, assume: { ...settings.assume, parameters: assumed } };
    },
    onProgress: progress.show,
  };
  const troubles: Trouble[] = [...parameters.troubles];
  const checked =
    args.stdinName === undefined ? await checkPaths(args, context, io) : await checkInput(args.stdinName, context, io);
  progress.clear();
  troubles.push(...checked.troubles, ...configs.troubles);
  const found = new Set(checked.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const report: Report = {
    language,
    root: `${pathToFileURL(io.cwd).href}/`,
    version: io.version,
    files: checked.files,
    troubles,
    rules: reportedRules(found, engine.knowledge, language),
  };
  if (args.format === "text" && report.files.length === 0 && troubles.length === 0 && !args.quiet) {
    io.err.write(`${texts.noFiles}\n`);
  }
  // Formats for machines carry the troubles; people read them beside the report in any case.
  for (const { path, place, message, kind } of troubles) {
    if (args.quiet && kind === "note") continue;
    const at = [path, place?.line, place?.column].filter((part) => part !== undefined).join(":");
    io.err.write(`routewise: ${at === "" ? "" : `${at}: `}${message}\n`);
  }
  io.out.write(formatted(report, args, io));
  return exitCodeOf(report, args.failOn);
}

async function checkPaths(args: CheckArguments, context: CheckContext, { cwd }: Console) {
  const { files, missing } = await findFiles(args.paths, cwd);
  const message = textsIn(context.language).notFound;
  const checked = await checkFiles(files, context);
  const troubles = missing.map((path): Trouble => ({ path, message, kind: "failure" }));
  return { files: checked.files, troubles: [...troubles, ...checked.troubles] };
}

async function checkInput(name: string, context: CheckContext, { cwd, readInput }: Console) {
  const file = resolve(cwd, name);
  const path = shownPath(file, cwd);
  const troubles: Trouble[] = [];
  const report = await checkText({ file, path, named: true, text: await readInput() }, context, (trouble) =>
    troubles.push({ path, ...trouble }),
  );
  return { files: report ? [report] : [], troubles };
}

function formatted(report: Report, { format, failOn, quiet, color }: CheckArguments, io: Console): string {
  switch (format) {
    case "json":
      return formatJson(report);
    case "sarif":
      return formatSarif(report);
    case "github":
      return formatGithub(report);
    case "junit":
      return formatJunit(report, failOn);
    case "text":
      // https://no-color.org: any value but an empty one.
      return formatText(report, { quiet, color: color ?? (io.out.isTerminal && !io.environment.NO_COLOR) });
  }
}

async function readParameters(files: readonly string[], language: Language, cwd: string) {
  const texts = textsIn(language);
  const values = new Map<string, string>();
  const troubles: Trouble[] = [];
  for (const file of files) {
    const path = shownPath(resolve(cwd, file), cwd);
    const failed = (message: string) => troubles.push({ path, message, kind: "failure" });
    try {
      const parsed = parseParameters(file, await readFile(resolve(cwd, file), "utf8"));
      if (parsed.kind === "broken") failed(texts.parametersBroken(parsed.reason));
      else if (parsed.kind === "other-form") failed(texts.parametersForm);
      else for (const [name, value] of parsed.values) values.set(name, value);
    } catch (error) {
      failed(texts.unreadable(error instanceof Error ? error.message : String(error)));
    }
  }
  return { values, troubles };
}

/** A line on the terminal that says how far the check is; nothing where nobody watches. */
function progressLine({ err }: Console, language: Language, { quiet }: CheckArguments) {
  const isShown = err.isTerminal && !quiet;
  const texts = textsIn(language);
  let shownAt = 0;
  return {
    show(done: number, all: number) {
      // Often enough to be seen moving, seldom enough to cost nothing.
      if (!isShown || Date.now() - shownAt < 100) return;
      shownAt = Date.now();
      err.write(`\r\u001B[2K${texts.checking(done, all)}`);
    },
    clear() {
      if (isShown) err.write("\r\u001B[2K");
    },
  };
}
