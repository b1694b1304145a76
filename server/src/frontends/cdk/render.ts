import type { TextEdit } from "../../base/span.ts";
import type { NewValue, TemplateEdit } from "../../template/edit.ts";
import type { Reading } from "./reading.ts";
import type { Assembled } from "./template.ts";

export interface Renderer {
  render(edits: readonly TemplateEdit[]): readonly TextEdit[] | undefined;
  renderValue(value: NewValue, offset: number): string;
}

export function createRenderer(_reading: Reading, _assembled: Assembled): Renderer {
  return { render: () => undefined, renderValue: (value) => JSON.stringify(value) };
}
