/** What is told of words, in the order of the numbers that the protocol sends. */

/** Of the protocol's own types, which every theme colours. */
export const tokenTypes = ["function", "variable", "parameter", "enum", "macro", "number", "type"] as const;
export type TokenType = (typeof tokenTypes)[number];

/** `readonly` and `defaultLibrary` mark what CloudFormation itself gives. */
export const tokenModifiers = ["declaration", "readonly", "defaultLibrary"] as const;
