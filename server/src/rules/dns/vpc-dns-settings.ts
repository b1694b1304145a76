/** The two DNS settings of a VPC that private names need. */
import type { Span } from "../../base/span.ts";
import type { Vpc } from "../../network/model.ts";
import type { TemplateEdit } from "../../template/edit.ts";
import type { Guard, Provenance } from "../../template/value.ts";
import type { Fix } from "../rule.ts";

export interface SwitchedOff {
  readonly property: "EnableDnsSupport" | "EnableDnsHostnames";
  readonly guard: Guard;
  /** The setting, or the VPC where it is off because nobody switched it on. */
  readonly span: Span;
  readonly from: readonly Provenance[];
}

/**
 * The settings that are off. DNS support is on unless told otherwise; DNS hostnames are off, but for the default VPC,
 * which no template makes.
 */
export function switchedOff(vpc: Vpc): readonly SwitchedOff[] {
  const hostnames = vpc.dnsHostnames.absent.map((guard) => ({ guard, span: vpc.resource.idSpan, from: [] }));
  return [
    ...vpc.dnsSupport.known
      .filter(({ value }) => !value)
      .map(({ guard, span, from }) => ({ property: "EnableDnsSupport" as const, guard, span, from })),
    ...[...vpc.dnsHostnames.known.filter(({ value }) => !value), ...hostnames].map(({ guard, span, from }) => ({
      property: "EnableDnsHostnames" as const,
      guard,
      span,
      from,
    })),
  ];
}

/** Sets it to true; not offered where the value comes from elsewhere. */
export function switchOn(vpc: Vpc, { property, from }: SwitchedOff): readonly Fix[] {
  if (from.length > 0) return [];
  const edits: readonly TemplateEdit[] = [{ kind: "set-property", resource: vpc.id, path: [property], value: true }];
  return [
    {
      title: { en: `Set ${property} of ${vpc.id} to true`, ja: `${vpc.id} の ${property} を true にする` },
      edits,
      preferred: true,
    },
  ];
}
