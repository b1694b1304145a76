/** The parts of a jsii assembly that are read here; https://github.com/aws/jsii/blob/main/packages/@jsii/spec. */
export interface Assembly {
  readonly version: string;
  readonly types: Readonly<Record<string, JsiiType>>;
}

export interface JsiiType {
  readonly name: string;
  readonly kind: string;
  /** Of an interface: it is a struct. */
  readonly datatype?: boolean;
  readonly namespace?: string;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly abstract?: boolean;
  readonly docs?: { readonly custom?: Readonly<Record<string, string>> };
  readonly properties?: readonly JsiiProperty[];
  readonly initializer?: { readonly parameters?: readonly JsiiProperty[] };
  readonly methods?: readonly { readonly name: string; readonly parameters?: readonly JsiiProperty[] }[];
}

export interface JsiiProperty {
  readonly name: string;
  readonly type: JsiiReference;
  readonly docs?: { readonly custom?: Readonly<Record<string, string>> };
}

export type JsiiReference = {
  readonly fqn?: string;
  readonly union?: { readonly types: readonly JsiiReference[] };
  readonly collection?: { readonly elementtype: JsiiReference; readonly kind: "array" | "map" };
};
