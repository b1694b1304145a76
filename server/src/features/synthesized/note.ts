/** What is said of a synthesized app, before it has a place in a source file. */
import type { Localized } from "../../base/localized.ts";
import type { Severity } from "../../rules/rule.ts";

/** How a construct can be found in the sources. */
export interface Origin {
  /** The construct's path in the app: `Prod/Net/Vpc/Resource`. Undefined where nobody says it. */
  readonly path: string | undefined;
  /** Lines of the stack on which it was made, the innermost first. */
  readonly stack: readonly string[];
}

export interface SynthesizedNote {
  /** The tool that says it, by its own name; undefined for a rule of ours. */
  readonly tool: string | undefined;
  /** Id of the rule, ours or the tool's. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly tags: readonly ("unnecessary" | "deprecated")[];
  readonly origin: Origin;
  readonly related: readonly { readonly origin: Origin; readonly message: Localized }[];
  /** The stack whose template it is, as the CDK shows it. */
  readonly stackName: string | undefined;
  /** Where the output says it. */
  readonly written: FilePlace;
}

/** A place in a file that may not be open; counted from 0, as in the protocol. */
export interface FilePlace {
  readonly uri: string;
  readonly line: number;
  /** In UTF-16 code units. */
  readonly character: number;
}

/** A construct's path as people write it: without its stack, and without the part that every construct has inside. */
export function shownPath(path: string, stackName: string | undefined): string {
  const inStack = stackName !== undefined && path.startsWith(`${stackName}/`) ? path.slice(stackName.length + 1) : path;
  return inStack.replace(/\/(?:Resource|Default)$|(?<=Subnet\d+)\/Subnet$/, "");
}
