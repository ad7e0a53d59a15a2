using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render.Steps;

internal static class CommandText
{
    public static string Render(CommandStep step, ProgramWriter writer)
    {
        writer.Parts.Use("execute");
        return StepText.Words(
            "execute",
            ShellQuote.Word(step.Interpreter ?? step.Code),
            step.Cwd == "/" ? null : ShellQuote.Option("cwd", step.Cwd),
            step.Umask is { } umask ? ShellQuote.Option("umask", umask) : null,
            step.Environment.Count > 0 ? $"variables={writer.Function($"export {Assignments(step)}")}" : null,
            step.Creates is { } creates ? ShellQuote.Option("creates", creates) : null,
            step.Returns is [0] ? null : ShellQuote.Option("returns", string.Join(' ', step.Returns)),
            step.Input is { } input ? $"input={writer.Text(input)}" : null,
            step.Interpreter is null ? null : $"script={writer.Text(step.Code)}");
    }

    private static string Assignments(CommandStep step) =>
        string.Join(' ', step.Environment.Select(variable => ShellQuote.Option(variable.Key, variable.Value)));
}
