/**
 * What the user switches on and off, feature by feature. The tables here are the only list of kinds: their types, what
 * holds where nothing is set, and what is read of the settings all follow from them.
 */

/**
 * Inlay hints. What only repeats what a code lens says is off.
 */
const inlayHints = {
  /** `251 usable` behind the literal block of a subnet. */
  usableAddresses: true,
  /** `10.0.1.0/24 · 251` behind a block that the template computes. */
  computedBlocks: true,
  /** What parameters, mappings and functions come to in properties of the network. */
  values: true,
  /** `PostgreSQL` behind 5432. */
  ports: true,
  /** `public` behind the type of a subnet. */
  subnetKinds: false,
};
export type InlayHintKind = keyof typeof inlayHints;

/** Code lenses. On are those of the few resources that a reader looks for first. */
const codeLens = {
  vpcs: true,
  subnets: true,
  gateways: true,
  routeTables: false,
  securityGroups: false,
  references: false,
};
export type CodeLensKind = keyof typeof codeLens;

export interface FeatureSwitches {
  readonly hover: boolean;
  readonly completion: boolean;
  readonly diagnostics: boolean;
  readonly inlayHints: Readonly<Record<InlayHintKind, boolean>>;
  readonly codeLens: Readonly<Record<CodeLensKind, boolean>>;
}

export const defaultSwitches: FeatureSwitches = {
  hover: true,
  completion: true,
  diagnostics: true,
  inlayHints,
  codeLens,
};

/** Reads the switches of the section `routewise`; whatever is no truth value keeps its default. */
export function readSwitches(section: Readonly<Record<string, unknown>>): FeatureSwitches {
  const enabled = (feature: unknown): boolean => switchesIn({ enabled: true }, feature).enabled;
  return {
    hover: enabled(section.hover),
    completion: enabled(section.completion),
    diagnostics: enabled(section.diagnostics),
    inlayHints: switchesIn(inlayHints, section.inlayHints),
    codeLens: switchesIn(codeLens, section.codeLens),
  };
}

function switchesIn<T extends Readonly<Record<string, boolean>>>(defaults: T, value: unknown): T {
  if (!isObject(value)) return defaults;
  const given = Object.keys(defaults).flatMap((kind) =>
    typeof value[kind] === "boolean" ? [[kind, value[kind]]] : [],
  );
  return { ...defaults, ...Object.fromEntries(given) };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
