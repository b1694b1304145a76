const { Diagnostic, languages, Range, workspace } = require("vscode");

exports.activate = ({ subscriptions }) => {
  const marks = languages.createDiagnosticCollection("yaml");
  const markAll = () => {
    const known = workspace.getConfiguration("yaml").get("customTags");
    for (const document of workspace.textDocuments) {
      if (document.languageId !== "yaml") continue;
      const unknown = [...document.getText().matchAll(/!\w+/g)].filter(([tag]) => !known.includes(`${tag} scalar`));
      const found = unknown.map(({ 0: tag, index }) => {
        const range = new Range(document.positionAt(index), document.positionAt(index + tag.length));
        return new Diagnostic(range, `Unresolved tag: ${tag}`);
      });
      marks.set(document.uri, found);
    }
  };
  subscriptions.push(
    marks,
    workspace.onDidOpenTextDocument(markAll),
    workspace.onDidChangeTextDocument(markAll),
    workspace.onDidChangeConfiguration(markAll),
  );
  markAll();
};
