// Answers a path with the findings of @aws/cloudformation-validate, in a process of its own: some templates never end.
import { RegoEngine, TemplateFile } from "@aws/cloudformation-validate";

const engine = new RegoEngine();

process.on("message", (path) => {
  try {
    const { diagnostics } = engine.validateStandard(new TemplateFile(path));
    process.send(diagnostics.map(({ ruleId, severity }) => ({ rule: ruleId, severity })));
  } catch (error) {
    process.send({ error: String(error) });
  }
});
