/**
 * SARIF 2.1.0, which code scanning of GitHub and others take.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { Severity } from "../../server/src/rules/rule.ts";
import type { FileReport, Place, Report, ReportedFinding, ReportedFix, ReportedRule, Trouble } from "../report.ts";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Paths are relative to this; whoever reads the file may say where that is. */
const rootId = "ROOT";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

export function formatSarif(report: Report): string {
  const ruleIndex = new Map(report.rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Routewise",
            semanticVersion: report.version,
            informationUri: "https://github.com/routewise/routewise",
            language: report.language,
            rules: report.rules.map(descriptorOf),
          },
        },
        language: report.language,
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [rootId]: { uri: report.root } },
        invocations: [
          {
            executionSuccessful: report.troubles.every(({ kind }) => kind === "note"),
            toolExecutionNotifications: report.troubles.map(notificationOf),
          },
        ],
        artifacts: report.files.map(({ path }) => ({ location: artifact(path) })),
        results: report.files.flatMap((file) => file.findings.map((finding) => resultOf(file, finding, ruleIndex))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf({ id, title, help, url, severity, group }: ReportedRule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: help, markdown: help },
    helpUri: url,
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ["aws", "network", group] },
  };
}

function notificationOf({ path, place, message, kind }: Trouble) {
  return {
    level: kind === "failure" ? "error" : "note",
    message: { text: message },
    ...(path !== undefined && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(path),
            ...(place && { region: { startLine: place.line, startColumn: place.column } }),
          },
        },
      ],
    }),
  };
}

function resultOf(file: FileReport, finding: ReportedFinding, ruleIndex: ReadonlyMap<string, number>) {
  const { rule, severity, message, place, related, fixes } = finding;
  return {
    ruleId: rule,
    ruleIndex: ruleIndex.get(rule) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical(file.path, place) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        physicalLocation: physical(file.path, each.place),
        message: { text: each.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(file.path, fix)) }),
  };
}

function fixOf(path: string, { title, edits }: ReportedFix) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: edits.map(({ place, newText }) => ({
          deletedRegion: regionOf(place),
          ...(newText !== "" && { insertedContent: { text: newText } }),
        })),
      },
    ],
  };
}

function physical(path: string, place: Place) {
  return { artifactLocation: artifact(path), region: regionOf(place) };
}

function regionOf({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path that could not be made relative is an absolute address of its own. */
function artifact(path: string) {
  const isAbsolute = /^(?:\/|[A-Za-z]:)/.test(path);
  const uri = path
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/^([A-Za-z])%3A/, "$1:");
  return isAbsolute ? { uri: `file://${uri.startsWith("/") ? "" : "/"}${uri}` } : { uri, uriBaseId: rootId };
}
