/** What the other templates of the workspace say to a name, for hovers. */
import type { TextRange } from "../base/span.ts";
import { workspaceNameAt } from "../features/workspace-navigation/names.ts";
import { outputValue } from "../features/workspace-navigation/output-value.ts";
import { workspaceHover } from "../features/workspace-navigation/workspace-hover.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { summaryOf } from "../workspace/template-index/summary.ts";
import type { Session } from "./session.ts";
import { snapshotAt, workspaceTemplates } from "./templates.ts";

/** How long a hover waits for templates that are not read yet. */
const hoverPatience = 200;

/** What other templates say to the name at an offset, as Markdown with the range that it is about. */
export async function hoverOverTemplates(
  session: Session,
  snapshot: Snapshot,
  offset: number,
): Promise<{ readonly markdown: string; readonly range: TextRange } | undefined> {
  if (snapshot.template.source !== "cloudformation") return undefined;
  const summary = summaryOf(snapshot);
  const name = workspaceNameAt(summary, offset);
  if (!name) return undefined;
  const { templates, complete } = await workspaceTemplates(session, hoverPatience);
  const language = session.language();
  const markdown = await workspaceHover(name, summary, {
    language,
    templates,
    complete,
    async outputValue(template, output) {
      const other = await snapshotAt(session, template.uri);
      return other && outputValue(other, output, language);
    },
  });
  return markdown ? { markdown, range: name.at } : undefined;
}
