/** Which files of a workspace are looked into for templates. */
import { languageOf } from "../languages.ts";

/** Endings that templates have in practice. */
export const templateEndings = ["yaml", "yml", "json", "template", "cfn"] as const;

/** Folders that hold what tools made or fetched; a copy of a template there would double every name. */
export const excludedFolders = [
  "node_modules",
  ".git",
  "cdk.out",
  ".aws-sam",
  ".serverless",
  ".terraform",
  ".venv",
  "venv",
  "__pycache__",
  ".cache",
  ".next",
  "dist",
  "coverage",
] as const;

/** More files than these are not looked into. */
export const mostFiles = 2000;

/** CloudFormation takes no larger template: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const mostBytes = 1_048_576;

const excluded: ReadonlySet<string> = new Set(excludedFolders);
const endings: ReadonlySet<string> = new Set(templateEndings);

/** By its name alone; what is in it decides. */
export function mayHoldTemplate(uri: string): boolean {
  const steps = uri.replace(/[?#].*$/, "").split("/");
  const name = steps.pop() ?? "";
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (!endings.has(ending) || /^(package(-lock)?|tsconfig.*|composer|\.routewise)\.(json|yaml)$/.test(name))
    return false;
  return !steps.some((step) => excluded.has(step));
}

/** The notation of a file that the editor has not opened. */
export function notationOf(uri: string, text: string): "yaml" | "json" {
  const ending = /\.(\w+)$/.exec(uri)?.[1]?.toLowerCase();
  const languageId = ending === "template" || ending === "cfn" ? ending : "";
  return languageOf({ uri, languageId, text }) === "json" ? "json" : "yaml";
}
