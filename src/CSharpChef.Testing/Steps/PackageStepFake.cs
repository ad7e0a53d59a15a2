using CSharpChef.Recipes.Steps;

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
            MarkManual(step.Name, run);
            return;
        }

        RefuseHeld(step, run);
        var version = packages.Newest(step.Name, step.Version);
        run.RequireBefore(version is not null, NotOffered(step, run));
        run.Change(
            $"{PackageStep.Install} {step.Name} {step.Version}".TrimEnd(),
            () => packages.Install(step.Name, version!));
    }

    private static string NotOffered(PackageStep step, StepRun run)
    {
        var versions = string.Join(", ", run.Machine.Packages.Versions(step.Name));
        return (versions.Length > 0, run.Action.Sensitive) switch
        {
            (true, true) => "no package source offers the package",
            (true, false) => $"no package source offers {step.Name} {step.Version}; they offer {versions}",
            (false, true) => "no package source has the package",
            (false, false) => $"no package source has a package {step.Name}",
        };
    }

    private static void Upgrade(PackageStep step, StepRun run)
    {
        var packages = run.Machine.Packages;
        if (packages.Version(step.Name) is not { } installed)
        {
            Install(step with { Version = null }, run);
        }
        else if (packages.IsOffered(step.Name) && packages.Newest(step.Name, null) is { } newest
            && newest != installed && !IsHeld(step, packages))
        {
            run.Change($"{PackageStep.Upgrade} {step.Name}", () => packages.Install(step.Name, newest));
        }
        else
        {
            MarkManual(step.Name, run);
        }
    }

    private static void Remove(PackageStep step, StepRun run, bool purge)
    {
        var packages = run.Machine.Packages;
        if (packages.Version(step.Name) is not null)
        {
            RefuseHeld(step, run);
        }
        else if (!purge || !packages.HasLeftoverConfiguration(step.Name))
        {
            return;
        }

        run.Change($"{(purge ? PackageStep.Purge : PackageStep.Remove)} {step.Name}", () =>
        {
            packages.Remove(step.Name, purge);
            run.Machine.Services.RemoveOf(step.Name);
            RemoveConfiguration(step.Name, run.Machine);
        });
    }

    // With apt the files stay until the package is purged; dnf and apk remove them with the package.
    private static void RemoveConfiguration(string name, FakeMachine machine)
    {
        if (machine.Packages.HasLeftoverConfiguration(name))
        {
            return;
        }

        foreach (var path in machine.Packages.ConfigurationOf(name))
        {
            if (machine.Files.Resolve(path, follow: false) is { } real)
            {
                machine.Files.Remove(real);
            }
        }
    }

    // What is installed only for other packages would be removed with them.
    private static void MarkManual(string name, StepRun run)
    {
        if (run.Machine.Packages.IsAutomatic(name))
        {
            run.Change($"mark {name} {PackageStep.MarkManual}", () => run.Machine.Packages.MarkManual(name));
        }
    }

    private static void RefuseHeld(PackageStep step, StepRun run)
    {
        var packages = run.Machine.Packages;
        if (IsHeld(step, packages))
        {
            var at = packages.Version(step.Name) is { } version ? $" at {version}" : "";
            throw new StepFailure(
                $"{(run.Action.Sensitive ? "the package" : step.Name)} is held{at}: release it with apt-mark unhold, or "
                + $"set Options to {PackageStep.ChangeHeld}");
        }
    }

    private static bool IsHeld(PackageStep step, InstalledPackages packages) =>
        packages.IsHeld(step.Name) && !step.Options.Contains(PackageStep.ChangeHeld);
}
