/** The same statements in both languages, for tests against synthesis. */
import { expect } from "vitest";
import { stackInPython, stackInTypeScript } from "../../../../support/cdk-programs.ts";
import { findingsOf } from "../../../../support/check-rule.ts";

export interface TwinProgram {
  readonly inTypeScript: string;
  readonly inPython: string;
  /** What is to be found, and right. */
  readonly findings?: readonly string[];
}

/** Errors and warnings, in either language. */
export function expectItsFindings({ inTypeScript, inPython, findings = [] }: TwinProgram): void {
  for (const text of [stackInTypeScript(inTypeScript), stackInPython(inPython)]) {
    const found = findingsOf(text).filter(({ severity }) => severity === "error" || severity === "warning");
    expect(found.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual(findings);
  }
}
