/** The page that the panel starts from: our script and styles alone may run, by nonce and by source. */
import { Uri, type Webview } from "vscode";
import type { UserLanguage } from "../../../protocol/requests.ts";

/** Where the panel may load from. */
export function resourceRoots(extension: Uri): Uri[] {
  return [Uri.joinPath(extension, "dist", "webview")];
}

export function referenceHtml(webview: Webview, extension: Uri, language: UserLanguage): string {
  const at = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(extension, "dist", "webview", name)).toString();
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${at("codicon.css")}" id="vscode-codicon-stylesheet" nonce="${nonce}">
<link rel="stylesheet" href="${at("reference.css")}" nonce="${nonce}">
<title>Routewise</title>
</head>
<body data-language="${language}">
<div id="app"></div>
<script type="module" nonce="${nonce}" src="${at("reference.js")}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
