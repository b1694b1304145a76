/** How the CDK's libraries spell the names of CloudFormation. */

/** `EnableDnsSupport` -> `enableDnsSupport`. Right for all but the few names that the catalog lists one by one. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `Ipv6CidrBlocks` -> `attrIpv6CidrBlocks`, `DnsEntry.HostedZoneId` -> `attrDnsEntryHostedZoneId`. */
export function attributeSpelling(attribute: string): string {
  return `attr${upperFirst(attribute.replaceAll(".", ""))}`;
}

/**
 * The Python spelling of a TypeScript name, as jsii makes it (`cidrIpv6` -> `cidr_ipv6`): an underscore before a
 * capital that follows a small letter or digit, and before the last capital of a run.
 * See https://github.com/aws/jsii/blob/main/packages/codemaker/lib/case-utils.ts.
 */
export function snakeCase(name: string): string {
  const snake = name
    .replace(/(^|[^A-Z])(KiB|MiB|GiB)($|[^a-z])/g, (_, before: string, unit: string, after: string) => {
      return before + upperFirst(unit.toLowerCase()) + after;
    })
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z]+)/g, "$1_$2")
    .toLowerCase();
  return pythonKeywords.has(snake) ? `${snake}_` : snake;
}

/** `attr_vpc_id` -> `attrVpcId`; only for names that the catalog does not know. */
export function camelCase(snake: string): string {
  return snake.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase()).replace(/_$/, "");
}

/** https://docs.python.org/3/reference/lexical_analysis.html#keywords, in small letters. */
const pythonKeywords: ReadonlySet<string> = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);
