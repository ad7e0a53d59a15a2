using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

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
        _ => throw new RecipeException($"Package needs apt, apk or dnf, and {node.Name} has none of them"),
    };

    /// <summary>A test of what the probe found; null when the probe cannot find it.</summary>
    public static string? Test(PackageStep step, ProgramWriter writer) => step.State switch
    {
        PackageState.Latest => null,
        PackageState.Purged => $"equals \"{State(step, writer)}\" absent",
        PackageState.Removed => $"matches \"{State(step, writer)}\" 'absent*'",
        _ => $"matches \"{State(step, writer)}\" {ShellQuote.Word($"installed {Version(step.Version)}")}",
    };

    private static string State(PackageStep step, ProgramWriter writer) =>
        $"${writer.Probe.Package(step.Name, writer.Node.PackageManager)}_state";

    private static string Version(string? version) => version switch
    {
        null => "*",
        [.. var start, '*'] => ShellQuote.Literal(start) + "*",
        _ => ShellQuote.Literal(version),
    };
}
