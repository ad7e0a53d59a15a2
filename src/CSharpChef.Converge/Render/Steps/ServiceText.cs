using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

internal static class ServiceText
{
    public static string Render(ServiceStep step, ProgramWriter writer)
    {
        var words = $"{ShellQuote.Word(step.Name)} {State(step)}";
        switch (writer.Node.InitSystem)
        {
            case "systemd" when step.IsTemplate:
                writer.Parts.Use("template");
                return $"template {words}";
            case "systemd":
                writer.Parts.Use("systemd");
                return Systemd(step, words, writer.Probe.Unit(step.Name));
            case "openrc":
                writer.Parts.Use("openrc");
                return $"service {words}";
            case var other:
                throw new RecipeException(
                    $"Service needs systemd or OpenRC, and {writer.Node.Name} runs {(other.Length == 0 ? "neither" : other)} as its first process");
        }
    }

    private static string State(ServiceStep step) => step.State switch
    {
        ServiceState.Enabled => "enabled",
        ServiceState.Disabled => "disabled",
        ServiceState.Started => "started",
        ServiceState.Stopped => "stopped",
        ServiceState.Restarted => "restarted",
        ServiceState.Reloaded => "reloaded",
        _ => "masked",
    };

    private static string Systemd(ServiceStep step, string words, string unit) => StepText.Unless(
        Patterns(step.State) is { } patterns
            ? string.Join(" || ", patterns.Select(pattern => $"matches \"${unit}_state\" {ShellQuote.Word(pattern)}"))
            : null,
        $"service {words} \"${unit}_answer\"");

    /// <summary>
    /// The patterns have the load state, active state, unit file state, and whether systemd must read the file again.
    /// Other states need a closer look.
    /// </summary>
    private static string[]? Patterns(ServiceState state) => state switch
    {
        ServiceState.Enabled => ["* enabled no"],
        ServiceState.Disabled => ["* disabled no", "* masked no", "* static no"],
        ServiceState.Started => ["* active * no", "* reloading * no"],
        ServiceState.Stopped => ["* inactive * no", "* failed * no"],
        ServiceState.Masked => ["* masked no"],
        _ => null,
    };
}
