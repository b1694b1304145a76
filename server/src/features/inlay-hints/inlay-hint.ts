/** What an inlay hint is, before the protocol. */
import type { Span } from "../../base/span.ts";
import type { Guard } from "../../template/value.ts";
import type { InlayHintKind } from "../../workspace/feature-switches.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { FeatureContext } from "../context.ts";

export interface InlayHint {
  readonly kind: InlayHintKind;
  /** Where it stands: behind the last character of the span. */
  readonly behind: Span;
  /** Short, plain text. */
  readonly label: string;
  /** Markdown; what the label leaves out. */
  readonly tooltip?: string | undefined;
}

/** What the makers of hints are given: one resource at a time. */
export interface HintScene {
  readonly snapshot: Snapshot;
  readonly context: Pick<FeatureContext, "knowledge" | "language">;
  /** Under which the resource exists. */
  readonly guard: Guard;
}
