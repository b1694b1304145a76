/** Whether a document is a CloudFormation template at all. Everything else gets nothing from Routewise. */
import type { MappingNode, SyntaxNode } from "../../syntax/tree.ts";
import { isLoopKey } from "./loops.ts";

/** `AWS::EC2::VPC`, `Custom::Thing`, `Alexa::ASK::Skill`, `My::Own::Thing::MODULE`, `Vendor::Service::Resource`. */
const resourceType = /^(?:AWS|Alexa|Custom)::|^[A-Za-z0-9]{2,64}(?:::[A-Za-z0-9]{2,64}){2,3}$/;

/**
 * A cheap first look at a text, for documents that were just opened: false only where no template can be.
 */
export function mayBeTemplate(text: string): boolean {
  return (
    /AWSTemplateFormatVersion|\bTransform\b[\s\S]{0,200}AWS::(?:Serverless|LanguageExtensions)/.test(text) ||
    (/\bResources\b/.test(text) && /\w::\w/.test(text))
  );
}

/** Transforms that only templates have. */
const ownTransform = /^AWS::(?:Serverless-|LanguageExtensions$)/;

/** Whether the root of a document looks like a template: it says so, or has resources with types, also in a loop. */
export function isTemplate(root: MappingNode | undefined): boolean {
  if (!root) return false;
  for (const { key, value } of root.entries) {
    if (key.text === "AWSTemplateFormatVersion") return true;
    if (key.text === "Transform" && scalarsOf(value).some((text) => ownTransform.test(text))) return true;
    if (
      key.text === "Resources" &&
      value.kind === "mapping" &&
      value.entries.some(({ key: { text: name }, value: body }) => (isLoopKey(name) ? isLoop(body) : isResource(body)))
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

/** `[Item, collection, { … }]` with resources, or a further loop, in its body. */
function isLoop(node: SyntaxNode): boolean {
  if (node.kind !== "sequence") return false;
  const body = node.items[2];
  return (
    body?.kind === "mapping" &&
    body.entries.some(({ key, value }) => (isLoopKey(key.text) ? isLoop(value) : isResource(value)))
  );
}

function scalarsOf(node: SyntaxNode): readonly string[] {
  const nodes = node.kind === "sequence" ? node.items : [node];
  return nodes.flatMap((each) => (each.kind === "scalar" ? [each.text] : []));
}
