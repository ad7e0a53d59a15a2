using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

internal static class SysctlText
{
    public static string Render(SysctlStep step, ProgramWriter writer)
    {
        if (!step.Present)
        {
            return PathText.Render(new AbsentStep(step.ConfigFile, PathKind.File), writer);
        }

        writer.Parts.Use("sysctl");
        var (value, line) = (ShellQuote.Word(step.Words), ShellQuote.Word(step.ConfigLine));
        var sysctl = writer.Probe.Sysctl(step);
        return StepText.Unless(
            $"equals \"${sysctl}_running\" {value} && equals \"${sysctl}_config\" {line}",
            $"sysctl {ShellQuote.Word(step.Path)} {value} {ShellQuote.Word(step.ConfigFile)} {line}");
    }
}
