using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

internal static class LineText
{
    public static string Render(LineStep step, ProgramWriter writer)
    {
        writer.Parts.Use("line");
        var test = writer.Probe.Line(step) is { } line
            ? $"equals \"${line}_edit\" none"
            : null;
        return StepText.Unless(test, StepText.Words(
            "line",
            ShellQuote.Word(step.Path),
            step.Text.Length == 0 ? "''" : ShellQuote.Word(step.Text),
            step.Match is { } match ? ShellQuote.Option("match", match) : null,
            step.Block is { } block ? ShellQuote.Option("block", block) : null,
            $"old={writer.OldText(step.Path)}",
            step.Present ? null : "gone"));
    }
}
