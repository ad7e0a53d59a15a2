using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render.Steps;

internal static class PackageText
{
    public static string Render(PackageStep step, ProgramWriter writer)
    {
        writer.Parts.Use(Manager(writer.Node));
        var state = step.State switch
        {
            PackageState.Latest => "latest",
            PackageState.Removed => "removed",
            PackageState.Purged => "purged",
            _ => "installed",
        };
        return StepText.Unless(Test(step, writer), StepText.Words(
            [
                "package",
                state,
                ShellQuote.Word(step.Name),
                step.Version is { } version ? ShellQuote.Word(version) : "''",
                step.RepairInterrupted ? "repair" : null,
                .. step.Options.Select(ShellQuote.Word),
            ]));
    }

    private static string Manager(Node node) => node.PackageManager switch
    {
        "apt" or "apk" or "dnf" => node.PackageManager,
        _ => throw new RecipeException($"{node.Name} has no package manager that Package supports: apt, apk or dnf"),
    };

    /// <summary>A test of the answers of the probe; null when they are not enough to decide.</summary>
    public static string? Test(PackageStep step, ProgramWriter writer) =>
        step.State == PackageState.Latest
        || writer.Probe.Package(step.Name, writer.Node.PackageManager) is not { } package
        ? null
        : step.State switch
        {
            PackageState.Purged => $"equals \"${package}_state\" absent",
            PackageState.Removed => $"matches \"${package}_state\" 'removed *'",
            _ => $"matches \"${package}_state\" {ShellQuote.Word($"installed {Version(step.Version)}")}",
        };

    private static string Version(string? version) => version switch
    {
        null => "*",
        [.. var start, '*'] => ShellQuote.Literal(start) + "*",
        _ => ShellQuote.Literal(version),
    };
}
