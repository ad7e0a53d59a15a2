using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render.Steps;

internal static class ServiceText
{
    public static string Render(ServiceStep step, ProgramWriter writer)
    {
        var state = step.State switch
        {
            ServiceState.Enabled => "enabled",
            ServiceState.Disabled => "disabled",
            ServiceState.Started => "started",
            ServiceState.Stopped => "stopped",
            ServiceState.Restarted => "restarted",
            ServiceState.Reloaded => "reloaded",
            _ => "masked",
        };
        var command = $"service {ShellQuote.Word(step.Name)} {state}";
        writer.Parts.Use(InitSystem(writer.Node));
        return writer.Node.InitSystem == "systemd" ? StepText.Unless(Test(step, writer.Probe), command) : command;
    }

    private static string InitSystem(Node node) => node.InitSystem switch
    {
        "systemd" or "openrc" => node.InitSystem,
        var other => throw new RecipeException(
            $"Service needs systemd or OpenRC, and {node.Name} runs {(other.Length == 0 ? "neither" : other)} as its first process"),
    };

    /// <summary>
    /// The patterns have the load state, active state, unit file state, and whether systemd must read the file again.
    /// </summary>
    private static string? Test(ServiceStep step, Probe probe) => step.State switch
    {
        ServiceState.Enabled =>
            Patterns("* enabled no", "* static no", "* generated no", "* alias no", "* indirect no"),
        ServiceState.Disabled => Patterns("* disabled no", "* masked no", "* static no"),
        ServiceState.Started => Patterns("loaded active * no", "loaded reloading * no"),
        ServiceState.Stopped => Patterns("[lm]* inactive * no", "[lm]* failed * no"),
        ServiceState.Masked => Patterns("masked *"),
        _ => null,
    } is { } patterns
        ? string.Join(" || ", patterns.Select(
            pattern => $"matches \"${probe.Unit(step.Name)}_state\" {ShellQuote.Word(pattern)}"))
        : null;

    private static string[] Patterns(params string[] patterns) => patterns;
}
