/** What the language status says, in both languages. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { statusLine } from "../../../client/src/status/status-line.ts";
import type { DocumentStatus } from "../../../protocol/requests.ts";

const japanese: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("../../../l10n/bundle.l10n.ja.json", import.meta.url), "utf8"),
);

/** As the editor's own: takes the bundle's text where there is one, and fills in the arguments. */
const translations = (bundle: Readonly<Record<string, string>>) => ({
  t: (message: unknown, ...values: unknown[]) =>
    (bundle[String(message)] ?? String(message)).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])),
});
const english = translations({});

const seen = (vpcs: number, subnets: number, findings: number | null): DocumentStatus => ({
  source: "cloudformation",
  vpcs,
  subnets,
  findings,
  parameters: 0,
  parameterFile: null,
});

describe("a template", () => {
  test.each([
    [seen(2, 6, 3), "2 VPCs · 6 subnets · 3 findings", "VPC 2 個 · サブネット 6 個 · 指摘 3 件"],
    [seen(1, 1, 1), "1 VPC · 1 subnet · 1 finding", "VPC 1 個 · サブネット 1 個 · 指摘 1 件"],
    [seen(0, 0, 0), "0 VPCs · 0 subnets · 0 findings", "VPC 0 個 · サブネット 0 個 · 指摘 0 件"],
    [seen(1, 2, null), "1 VPC · 2 subnets", "VPC 1 個 · サブネット 2 個"],
  ])("is counted", (status, en, ja) => {
    expect(statusLine(english, "running", status).text).toBe(en);
    expect(statusLine(translations(japanese), "running", status).text).toBe(ja);
  });

  test("with findings warns and leads to them", () => {
    expect(statusLine(english, "running", seen(1, 2, 1))).toMatchObject({
      severity: "Warning",
      command: { command: "workbench.actions.view.problems" },
    });
  });

  test("without findings leads to the reference", () => {
    expect(statusLine(english, "running", seen(1, 2, 0))).toMatchObject({
      severity: "Information",
      command: { command: "routewise.openReference" },
    });
  });
});

test("another document is said to be none of ours", () => {
  expect(statusLine(english, "running", undefined)).toMatchObject({
    text: "Routewise: no template",
    severity: "Information",
    busy: false,
  });
});

test("a server that starts is busy, whatever was seen before", () => {
  expect(statusLine(english, "starting", seen(1, 1, 1))).toMatchObject({ text: "Routewise: starting", busy: true });
});

test("a server that nobody needed yet is no error", () => {
  expect(statusLine(english, "idle", undefined)).toMatchObject({
    text: "Routewise: no template",
    severity: "Information",
  });
});

test("a server that stopped is an error with the way to start it", () => {
  expect(statusLine(english, "stopped", undefined)).toMatchObject({
    text: "Routewise: stopped",
    severity: "Error",
    busy: false,
    command: { command: "routewise.restartServer" },
  });
});
