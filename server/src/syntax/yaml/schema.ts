import { type CollectionTag, type ScalarTag, Schema } from "yaml";

/**
 * The short forms of the intrinsic functions. Any other tag is read as well, but `yaml` makes a warning, with a stack
 * trace, of each that it does not know, which took half the time of a parse. A list in `template/` names the functions
 * that mean something; this one only saves time.
 */
const shortForms = [
  "Ref",
  "GetAtt",
  "Sub",
  "Join",
  "Select",
  "Split",
  "FindInMap",
  "If",
  "Cidr",
  "GetAZs",
  "ImportValue",
  "Base64",
  "Length",
  "ToJsonString",
  "Transform",
  "Equals",
  "And",
  "Or",
  "Not",
  "Condition",
];

const scalarTags = shortForms.map((name): ScalarTag => ({ tag: `!${name}`, resolve: (value) => value }));

const collectionTags = shortForms.flatMap((name): CollectionTag[] => [
  { tag: `!${name}`, collection: "map", resolve: (value) => value },
  { tag: `!${name}`, collection: "seq", resolve: (value) => value },
]);

/**
 * The core schema of YAML 1.2 with the intrinsic functions. `yaml` adds tags to a schema that resolves known tags
 * while it composes; this one never changes.
 */
export const schema = new Schema({
  schema: "core",
  resolveKnownTags: false,
  customTags: [...scalarTags, ...collectionTags],
});
