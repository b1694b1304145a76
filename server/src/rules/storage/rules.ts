/** Storage Gateway: the rules, in the order of their settings and pages. */
import type { Rule } from "../rule.ts";
import { storageKmsKey } from "./storage-kms-key.ts";
import { storageTapeSize } from "./storage-tape-size.ts";
import { storageVolumeSize } from "./storage-volume-size.ts";

export const storageRules: readonly Rule[] = [storageVolumeSize, storageTapeSize, storageKmsKey];
