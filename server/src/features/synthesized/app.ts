/** A CDK app of the workspace: where its `cdk.json` lies, and where synthesis writes to. */
import { parentOf } from "../../config/locations.ts";
import { resolvePath } from "../../workspace/template-index/uris.ts";
import { parseObject, textIn } from "./json.ts";

export const appFileName = "cdk.json";

/** Addresses are URIs without a slash at the end. */
export interface CdkApp {
  /** The folder of the `cdk.json`, in which the CDK runs. */
  readonly folder: string;
  /** The folder of the cloud assembly. */
  readonly output: string;
}

/**
 * The app of a `cdk.json`.
 *
 * @param text its text: the key `output` names another folder than `cdk.out`; one outside of all relative paths is left
 * alone, because nobody has opened it
 */
export function appOf(cdkJsonUri: string, text: string | undefined): CdkApp | undefined {
  const output = resolvePath(cdkJsonUri, textIn(parseObject(text)?.output) ?? "cdk.out");
  return output === undefined ? undefined : { folder: parentOf(cdkJsonUri), output };
}
