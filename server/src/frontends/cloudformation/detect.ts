/** Whether a document is a CloudFormation template at all. Everything else gets nothing from Routewise. */
import type { MappingNode, SyntaxNode } from "../../syntax/tree.ts";

/** `AWS::EC2::VPC`, `Custom::Thing`, `Alexa::ASK::Skill`, `My::Own::Thing::MODULE`, `Vendor::Service::Resource`. */
const resourceType = /^(?:AWS|Alexa|Custom)::|^[A-Za-z0-9]{2,64}(?:::[A-Za-z0-9]{2,64}){2,3}$/;

/**
 * A cheap first look at a text, for documents that were just opened: false only where no template can be.
 */
export function mayBeTemplate(text: string): boolean {
  return /AWSTemplateFormatVersion/.test(text) || (/\bResources\b/.test(text) && /\w::\w/.test(text));
}

/** Whether the root of a document looks like a template: it says so, or has resources with types. */
export function isTemplate(root: MappingNode | undefined): boolean {
  if (!root) return false;
  for (const { key, value } of root.entries) {
    if (key.text === "AWSTemplateFormatVersion") return true;
    if (
      key.text === "Resources" &&
      value.kind === "mapping" &&
      value.entries.some((entry) => isResource(entry.value))
    ) {
      return true;
    }
  }
  return false;
}

function isResource(node: SyntaxNode): boolean {
  if (node.kind !== "mapping") return false;
  const type = node.entries.find((entry) => entry.key.text === "Type")?.value;
  return type?.kind === "scalar" && resourceType.test(type.text);
}
