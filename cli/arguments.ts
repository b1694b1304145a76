/** The words after `routewise`, understood. */
import { parseArgs } from "node:util";
import { type Language, languageOfLocale } from "../server/src/base/localized.ts";
import type { FailOn } from "./report.ts";
import { textsIn } from "./texts.ts";

export const formats = ["text", "json", "sarif", "github", "junit"] as const;
export type Format = (typeof formats)[number];

const failOnNames = ["error", "warning", "info", "hint", "never"] as const satisfies readonly FailOn[];

export interface CheckArguments {
  /** Files and folders as written; never empty unless standard input is read. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  readonly fix: boolean;
  /** Files, the later one counts where two name a parameter. */
  readonly parameters: readonly string[];
  readonly config: string | undefined;
  /** Standard input is checked under this name. */
  readonly stdinName: string | undefined;
  readonly quiet: boolean;
  /** Undefined where it depends on the terminal. */
  readonly color: boolean | undefined;
}

export type Command = { readonly language: Language } & (
  | { readonly kind: "check"; readonly check: CheckArguments }
  | { readonly kind: "rules" }
  | { readonly kind: "explain"; readonly rule: string }
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  /** Nothing can be done; says why. */
  | { readonly kind: "usage"; readonly message: string }
);

type Environment = Readonly<Record<string, string | undefined>>;

const options = {
  format: { type: "string", default: "text" },
  "fail-on": { type: "string", default: "warning" },
  fix: { type: "boolean", default: false },
  parameters: { type: "string", multiple: true, default: [] as string[] },
  config: { type: "string" },
  "stdin-filename": { type: "string" },
  quiet: { type: "boolean", default: false },
  color: { type: "boolean" },
  "no-color": { type: "boolean", default: false },
  language: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

/** Reads the arguments. Never throws: what cannot be understood is a `usage`. */
export function readArguments(args: readonly string[], environment: Environment): Command {
  const language = languageFrom(args, environment);
  const texts = textsIn(language);
  const usage = (message: string): Command => ({ kind: "usage", language, message });
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (values.help) return { kind: "help", language };
    if (values.version) return { kind: "version", language };
    if (values.language !== undefined && values.language !== "en" && values.language !== "ja") {
      return usage(texts.wrongValue("--language", values.language, ["en", "ja"]));
    }
    const [command, ...rest] = positionals;
    switch (command) {
      case undefined:
        return usage(texts.help);
      case "rules":
        return { kind: "rules", language };
      case "explain":
        return rest[0] === undefined ? usage(texts.explainWhat) : { kind: "explain", language, rule: rest[0] };
      case "check":
        break;
      default:
        return usage(texts.unknownCommand(command));
    }
    const format = formats.find((name) => name === values.format);
    if (!format) return usage(texts.wrongValue("--format", values.format, formats));
    // The editor's settings and `.routewise.yaml` call it so.
    const least = values["fail-on"] === "information" ? "info" : values["fail-on"];
    const failOn = failOnNames.find((name) => name === least);
    if (!failOn) return usage(texts.wrongValue("--fail-on", values["fail-on"], failOnNames));
    const stdinName = values["stdin-filename"];
    if (stdinName !== undefined && (rest.length > 0 || values.fix)) return usage(texts.stdinAndPaths);
    return {
      kind: "check",
      language,
      check: {
        paths: rest.length > 0 ? rest : stdinName === undefined ? ["."] : [],
        format,
        failOn,
        fix: values.fix,
        parameters: values.parameters,
        config: values.config,
        stdinName,
        quiet: values.quiet,
        color: values["no-color"] ? false : values.color,
      },
    };
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

/** Read before all else, so that also what is wrong with the others is said in it. */
function languageFrom(args: readonly string[], environment: Environment): Language {
  const at = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  const named = args[at]?.includes("=") ? args[at]?.split("=")[1] : args[at + 1];
  if (at >= 0 && (named === "en" || named === "ja")) return named;
  // The first that is set and not empty counts: POSIX, "Environment Variables", internationalization.
  return languageOfLocale(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || undefined);
}
