using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class ServiceStepFake
{
    public static void Run(ServiceStep step, StepRun run)
    {
        var services = run.Machine.Services;
        var unit = services.Find(step.Name);
        var isMask = step.State == ServiceState.Masked;
        run.Require(
            services.Exists(step.Name) || NeedsNoFile(step.State, unit, services.Systemd),
            $"service {step.Name} does not exist");
        if (isMask && !services.Systemd)
        {
            throw new StepFailure("OpenRC cannot mask a service: stop and disable it");
        }

        run.Require(
            !unit.Masked || !NeedsUnmasked(step.State, unit),
            $"{Services.UnitName(step.Name)} is masked: unmask it");
        if (step.State == ServiceState.Enabled && services.IsStatic(step.Name))
        {
            run.Note(
                $"systemd cannot enable {Services.UnitName(step.Name)}, which has no [Install] section: enable "
                + $"{(services.StartersOf(step.Name) is { Length: > 0 } starters ? starters : "the unit that starts it")}");
        }
        else if (!IsInState(unit, step.State, run.MayCome && services.Systemd))
        {
            run.Change(step.Change, () => Act(unit, step.State));
        }
    }

    private static bool NeedsUnmasked(ServiceState state, ServiceUnit unit) => state switch
    {
        ServiceState.Enabled or ServiceState.Restarted => true,
        ServiceState.Started => !unit.Running,
        ServiceState.Reloaded => unit.Running,
        _ => false,
    };

    private static bool NeedsNoFile(ServiceState state, ServiceUnit unit, bool systemd) => state switch
    {
        ServiceState.Stopped or ServiceState.Disabled => true,
        ServiceState.Started => systemd && unit.Running,
        _ => systemd && state == ServiceState.Masked,
    };

    // On systemd a plan with earlier changes assumes that the service to reload will run by then.
    private static bool IsInState(ServiceUnit unit, ServiceState state, bool willRun) => state switch
    {
        ServiceState.Enabled => unit.Enabled,
        ServiceState.Disabled => !unit.Enabled || unit.Masked,
        ServiceState.Started => unit.Running,
        ServiceState.Stopped => !unit.Running,
        ServiceState.Reloaded => !unit.Running && !willRun,
        ServiceState.Masked => unit.Masked,
        _ => false,
    };

    private static void Act(ServiceUnit unit, ServiceState state)
    {
        unit.Enabled = state is ServiceState.Enabled || (unit.Enabled && state is not ServiceState.Disabled);
        unit.Running = state is ServiceState.Started or ServiceState.Restarted
            || (unit.Running && state is not ServiceState.Stopped);
        unit.Masked |= state is ServiceState.Masked;
        unit.Restarts += state is ServiceState.Restarted ? 1 : 0;
        unit.Reloads += state is ServiceState.Reloaded ? 1 : 0;
    }
}
