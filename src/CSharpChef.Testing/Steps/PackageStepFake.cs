namespace CSharpChef.Testing;

internal static class PackageStepFake
{
    public static void Run(PackageStep step, StepRun run)
    {
        switch (step.State)
        {
            case PackageState.Installed:
                Install(step, run);
                break;
            case PackageState.Latest:
                Upgrade(step, run);
                break;
            default:
                Remove(step, run, purge: step.State == PackageState.Purged);
                break;
        }
    }

    private static void Install(PackageStep step, StepRun run)
    {
        var packages = run.Machine.Packages;
        if (packages.Version(step.Name) is { } installed && InstalledPackages.Fits(installed, step.Version))
        {
            return;
        }

        var version = packages.Newest(step.Name, step.Version);
        run.Require(version is not null, $"no package source offers {step.Name} {step.Version}".TrimEnd());
        run.Change($"{PackageStep.Install} {step.Name} {step.Version}".TrimEnd(),
            () => packages.Install(step.Name, version!));
    }

    private static void Upgrade(PackageStep step, StepRun run)
    {
        var packages = run.Machine.Packages;
        if (packages.Version(step.Name) is not { } installed)
        {
            Install(step with { Version = null }, run);
        }
        else if (packages.IsOffered(step.Name) && packages.Newest(step.Name, null) is { } newest && newest != installed)
        {
            run.Change($"{PackageStep.Upgrade} {step.Name}", () => packages.Install(step.Name, newest));
        }
    }

    private static void Remove(PackageStep step, StepRun run, bool purge)
    {
        var packages = run.Machine.Packages;
        if (packages.Version(step.Name) is null && !(purge && packages.HasLeftoverConfiguration(step.Name)))
        {
            return;
        }

        run.Change($"{(purge ? PackageStep.Purge : PackageStep.Remove)} {step.Name}", () =>
        {
            packages.Remove(step.Name, purge);
            run.Machine.Services.RemoveOf(step.Name);
        });
    }
}
