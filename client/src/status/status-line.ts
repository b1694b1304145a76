/** The words of the language status: what the server sees in the document in front, or why it sees nothing. */
import type { l10n as Translations } from "vscode";
import type { DocumentStatus } from "../../../protocol/requests.ts";
import type { ServerState } from "../server-link.ts";

export interface StatusLine {
  readonly text: string;
  readonly detail: string;
  readonly severity: "Information" | "Warning" | "Error";
  readonly busy: boolean;
  readonly command: { readonly title: string; readonly command: string };
}

/** `status` is undefined where the document is nothing of ours, and as long as the server does not answer. */
export function statusLine(
  l10n: Pick<typeof Translations, "t">,
  server: ServerState,
  status: DocumentStatus | undefined,
): StatusLine {
  const openReference = { title: l10n.t("Open Reference"), command: "routewise.openReference" };
  if (server === "starting")
    return {
      text: l10n.t("Routewise: starting"),
      detail: l10n.t("The server is about to answer."),
      severity: "Information",
      busy: true,
      command: { title: l10n.t("Show Output"), command: "routewise.showOutput" },
    };
  if (server === "stopped")
    return {
      text: l10n.t("Routewise: stopped"),
      detail: l10n.t("The server does not run. Its output says why."),
      severity: "Error",
      busy: false,
      command: { title: l10n.t("Restart Server"), command: "routewise.restartServer" },
    };
  if (!status)
    return {
      text: l10n.t("Routewise: no template"),
      detail: l10n.t("This document is no CloudFormation template and no CDK program with a network."),
      severity: "Information",
      busy: false,
      command: openReference,
    };
  const { vpcs, subnets, findings } = status;
  return {
    text: [
      vpcs === 1 ? l10n.t("1 VPC") : l10n.t("{0} VPCs", vpcs),
      subnets === 1 ? l10n.t("1 subnet") : l10n.t("{0} subnets", subnets),
      ...(findings === null ? [] : [findings === 1 ? l10n.t("1 finding") : l10n.t("{0} findings", findings)]),
    ].join(" · "),
    detail: "Routewise",
    severity: findings ? "Warning" : "Information",
    busy: false,
    command: findings ? { title: l10n.t("Show Problems"), command: "workbench.actions.view.problems" } : openReference,
  };
}
