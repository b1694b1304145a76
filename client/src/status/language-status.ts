/** One line in the editor's language status: what Routewise sees in the document in front. */
import { type Disposable, LanguageStatusSeverity, l10n, languages } from "vscode";
import { servedLanguages } from "../../../protocol/languages.ts";
import type { StatusFollower } from "./document-status.ts";

export function showLanguageStatus(follower: StatusFollower): Disposable {
  const item = languages.createLanguageStatusItem(
    "routewise.status",
    Object.keys(servedLanguages).map((language) => ({ language })),
  );
  item.name = "Routewise";
  item.command = { command: "routewise.openReference", title: l10n.t("Open Reference") };

  function update(): void {
    const seen = follower.current();
    if (!seen) {
      item.text = l10n.t("Routewise: no template");
      item.detail = l10n.t("This document is no CloudFormation template and no CDK program with a network.");
      item.severity = LanguageStatusSeverity.Information;
      return;
    }
    const { vpcs, subnets, findings } = seen.status;
    item.text = [
      vpcs === 1 ? l10n.t("1 VPC") : l10n.t("{0} VPCs", vpcs),
      subnets === 1 ? l10n.t("1 subnet") : l10n.t("{0} subnets", subnets),
      findings === 1 ? l10n.t("1 finding") : l10n.t("{0} findings", findings),
    ].join(" · ");
    item.detail = "Routewise";
    item.severity = findings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  }

  update();
  const listener = follower.onDidChange(update);
  return {
    dispose() {
      listener.dispose();
      item.dispose();
    },
  };
}
