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
        return StepText.Either(Quick(step, writer.Probe), StepText.Words(
            [
                "packages",
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
        _ => throw new RecipeException($"{node.Name} has no package manager that Package knows: apt, apk or dnf"),
    };

    public static string? Quick(PackageStep step, Probe probe) =>
        step.State == PackageState.Latest || probe.Package(step.Name) is not { } package
        ? null
        : step.State switch
        {
            PackageState.Purged => $"same \"$k{package}\" ''",
            PackageState.Removed => $"fits \"$k{package}\" '[!ih]*'",
            _ => $"fits \"$k{package}\" {ShellQuote.Word($"[ih]i {Version(step.Version)}")}",
        };

    private static string Version(string? version) => version switch
    {
        null => "*",
        [.. var start, '*'] => ShellQuote.Literal(start) + "*",
        _ => ShellQuote.Literal(version),
    };
}
