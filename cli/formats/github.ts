/**
 * Workflow commands of GitHub Actions, which become annotations in the pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
import type { Severity } from "../../server/src/rules/rule.ts";
import type { Place, Report, Trouble } from "../report.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

export function formatGithub({ files, troubles }: Report): string {
  const lines = files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, place }) =>
      command(commands[severity], { file: path, ...columns(place), title: rule }, message),
    ),
  );
  return [...lines, ...troubles.map(ofTrouble)].map((line) => `${line}\n`).join("");
}

function ofTrouble({ path, place, message, kind }: Trouble): string {
  return command(
    kind === "failure" ? "error" : "notice",
    { file: path, line: place?.line, col: place?.column, title: "Routewise" },
    message,
  );
}

/** GitHub takes columns only where the annotation stays on one line. */
function columns({ line, column, endLine, endColumn }: Place) {
  return line === endLine ? { line, col: column, endColumn } : { line, endLine };
}

function command(name: string, properties: Readonly<Record<string, string | number | undefined>>, message: string) {
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapedProperty(String(value))}`],
  );
  return `::${name} ${written.join(",")}::${escapedData(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
