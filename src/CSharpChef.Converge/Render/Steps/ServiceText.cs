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
        var slow = $"service {ShellQuote.Word(step.Name)} {state}";
        writer.Parts.Use(InitSystem(writer.Node));
        return writer.Node.InitSystem == "systemd" ? StepText.Either(Quick(step, writer.Probe), slow) : slow;
    }

    private static string InitSystem(Node node) => node.InitSystem switch
    {
        "systemd" or "openrc" => node.InitSystem,
        var other => throw new RecipeException(
            $"{node.Name} runs {(other.Length == 0 ? "no init system" : other)} as its init system, and Service knows systemd and OpenRC"),
    };

    /// <summary>
    /// What systemd said first: load state, active state, unit file state, and whether it must read the unit anew.
    /// </summary>
    private static string? Quick(ServiceStep step, Probe probe) => step.State switch
    {
        ServiceState.Enabled => Fits("* enabled no", "* static no", "* generated no", "* alias no", "* indirect no"),
        ServiceState.Disabled => Fits("* disabled no", "* masked no", "* static no"),
        ServiceState.Started => Fits("loaded active * no", "loaded reloading * no"),
        ServiceState.Stopped => Fits("[lm]* inactive * no", "[lm]* failed * no"),
        ServiceState.Masked => Fits("masked *"),
        _ => null,
    } is { } patterns
        ? string.Join(" || ", patterns.Select(pattern => $"fits \"$v{probe.Unit(step.Name)}\" '{pattern}'"))
        : null;

    private static string[] Fits(params string[] patterns) => patterns;
}
