/** Templates with one resource, for tests of what stands in its properties. */

/** In YAML; the lines of `properties` are indented for it. */
export function resource(type: string, properties: string): string {
  const lines = properties.trim().split("\n");
  return `Resources:\n  R:\n    Type: ${type}\n    Properties:\n${lines.map((line) => `      ${line}`).join("\n")}\n`;
}

/** In JSON; `properties` is the text between the braces. */
export function jsonResource(type: string, properties: string): string {
  return `{ "Resources": { "R": { "Type": "${type}", "Properties": { ${properties} } } } }`;
}
