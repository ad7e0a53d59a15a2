using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

internal static class PathText
{
    public static string Render(DirectoryStep step, ProgramWriter writer)
    {
        writer.Parts.Use("directory");
        var test = writer.Probe.Path(step.Path) is { } path
            ? $"matches \"${path}_mode\" {PermissionPattern.Of("directory", step.Mode, step.Owner, step.Group, writer.Probe)}"
            : null;
        return StepText.Unless(test, StepText.Words(
            "directory",
            ShellQuote.Word(step.Path),
            step.Mode is { } mode ? $"mode={mode}" : null,
            step.Owner is { } owner ? ShellQuote.Option("owner", owner) : null,
            step.Group is { } group ? ShellQuote.Option("group", group) : null,
            step.Recursive ? "recursive" : null));
    }

    public static string Render(LinkStep step, ProgramWriter writer)
    {
        writer.Parts.Use("link");
        var words = $"{ShellQuote.Word(step.Path)} {ShellQuote.Word(step.To)}";
        return step.Hard
            ? $"hard_link {words}"
            : StepText.Unless(
                writer.Probe.Path(step.Path) is { } path
                    ? $"equals \"${path}_target\" {ShellQuote.Word(step.To)}"
                    : null,
                $"link {words}");
    }

    public static string Render(AbsentStep step, ProgramWriter writer)
    {
        writer.Parts.Use("absent");
        var kind = step.Kind switch { PathKind.Directory => "directory", PathKind.Link => "link", _ => "file" };
        return StepText.Words("absent", ShellQuote.Word(step.Path), kind, step.Recursive ? "recursive" : null);
    }

    public static string Render(TouchStep step, ProgramWriter writer)
    {
        writer.Parts.Use("touch");
        return $"touch_path {ShellQuote.Word(step.Path)}";
    }
}
