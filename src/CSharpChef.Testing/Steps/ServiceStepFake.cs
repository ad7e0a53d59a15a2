namespace CSharpChef.Testing;

internal static class ServiceStepFake
{
    public static void Run(ServiceStep step, StepRun run)
    {
        var unit = run.Machine.Services.Find(step.Name);
        if (IsSo(unit, step.State))
        {
            return;
        }

        if (step.State is ServiceState.Enabled or ServiceState.Started or ServiceState.Restarted)
        {
            run.Need(run.Machine.Services.Knows(step.Name), $"there is no service {step.Name}");
            run.Need(!unit.Masked, $"service {step.Name} is masked");
        }

        run.Need(step.State != ServiceState.Masked || run.Machine.Services.Systemd, "only systemd can mask a service");
        run.Change(ChangeText.Service(step.State), () => Act(unit, step.State));
    }

    private static bool IsSo(ServiceUnit unit, ServiceState state) => state switch
    {
        ServiceState.Enabled => unit.Enabled && !unit.Masked,
        ServiceState.Disabled => !unit.Enabled || unit.Masked,
        ServiceState.Started => unit.Running,
        ServiceState.Stopped or ServiceState.Reloaded => !unit.Running,
        ServiceState.Masked => unit.Masked,
        _ => false,
    };

    private static void Act(ServiceUnit unit, ServiceState state)
    {
        unit.Enabled = state is ServiceState.Enabled || (unit.Enabled && state is not ServiceState.Disabled);
        unit.Running = state is ServiceState.Started or ServiceState.Restarted || (unit.Running && state is not ServiceState.Stopped);
        unit.Masked |= state is ServiceState.Masked;
        unit.Restarts += state is ServiceState.Restarted ? 1 : 0;
        unit.Reloads += state is ServiceState.Reloaded ? 1 : 0;
    }
}
