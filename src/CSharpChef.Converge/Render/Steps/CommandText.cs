using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

internal static class CommandText
{
    // The default interpreter is ours: it does not have to be in the PATH that the author sets.
    public static string Render(CommandStep step, ProgramWriter writer)
    {
        writer.Parts.Use("execute");
        return StepText.Words(
            "execute",
            ShellQuote.Word(step.Interpreter is "sh" ? "/bin/sh" : step.Interpreter ?? step.Code),
            Surroundings(step.Cwd, step.Umask, step.Environment, writer),
            step.Creates is { } creates ? ShellQuote.Option("creates", creates) : null,
            step.Returns is [0] ? null : ShellQuote.Option("returns", string.Join(' ', step.Returns)),
            step.Input is { } input ? $"input={writer.Text(input)}" : null,
            step.Interpreter is null ? null : $"script={writer.Text(step.Code)}");
    }

    /// <summary>The options that a command and its guards share: where they run, and with which variables.</summary>
    public static string Surroundings(
        string cwd, string? umask, IEnumerable<KeyValuePair<string, string>> environment, ProgramWriter writer)
    {
        var assignments = new List<string>();
        foreach (var (name, value) in environment)
        {
            assignments.Add(ShellQuote.Option(name, value));
        }

        return StepText.Words(
            cwd == "/" ? null : ShellQuote.Option("cwd", cwd),
            umask is null ? null : ShellQuote.Option("umask", umask),
            assignments.Count == 0
                ? null
                : $"variables={writer.Function($"variables={ShellQuote.Word($"export {string.Join(' ', assignments)}; ")}")}");
    }
}
