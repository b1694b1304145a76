/** What a fact tells; `behaviour` is what the service does by itself, `procedure` what someone has to do. */
export const factKinds = [
  "definition",
  "capability",
  "behaviour",
  "limit",
  "procedure",
  "comparison",
  "cost",
  "warning",
  "example",
] as const;
export type FactKind = (typeof factKinds)[number];
