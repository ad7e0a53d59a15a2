using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

internal static class FileText
{
    public static string Render(FileStep step, ProgramWriter writer)
    {
        writer.Parts.Use(step.Verify is null ? "file" : "verify");
        writer.Parts.Use("file");
        return StepText.Unless(Test(step, writer), StepText.Words(
            "file",
            ShellQuote.Word(step.Path),
            step.Mode is { } mode ? $"mode={mode}" : null,
            step.Owner is { } owner ? ShellQuote.Option("owner", owner) : null,
            step.Group is { } group ? ShellQuote.Option("group", group) : null,
            step.Content is { } content
                ? $"sum={content.Sha256} body={writer.Content(content)} old={writer.OldText(step.Path)}"
                : null,
            step.Verify is { } verify ? ShellQuote.Option("verify", verify) : null,
            step.Backup > 0 ? $"backup={step.Backup}" : null,
            step.CreateOnly ? "once" : null,
            step.FollowLinks ? null : "nofollow"));
    }

    private static string? Test(FileStep step, ProgramWriter writer)
    {
        if (step.CreateOnly || writer.Probe.File(step.Path) is not { } file)
        {
            return null;
        }

        var pattern = PermissionPattern.Of("file", step.Mode, step.Owner, step.Group, writer.Probe);
        return $"matches \"${file}_mode\" {pattern}{(step.Content is { } content ? $" \"${file}_sum\" {content.Sha256}" : "")}";
    }
}
