using CSharpChef.Converge.Plan;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// The state of everything that a case names: each path, package, service, user, group and kernel parameter as a line.
/// The fake node and a real one give the same text when they are in the same state.
/// </summary>
internal sealed class CaseState
{
    private CaseState(IEnumerable<Step> steps)
    {
        var all = steps.ToList();
        var paths = all.Select(step => (Step: step, Path: PathOf(step))).Where(each => each.Path is not null)
            .GroupBy(each => each.Path!, each => each.Step)
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .ToList();
        Paths = [.. paths.Select(each => each.Key)];
        Followed = [.. paths.Where(each => each.Last() is FileStep or LineStep or TouchStep or DirectoryStep)
            .Select(each => each.Key)];
        Packages = Named(all, "package");
        Services = Named(all, "service");
        Users = Named(all, "user");
        Groups = Named(all, "group");
        Parameters = [.. all.OfType<SysctlStep>().Select(step => step.Path).Distinct().Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Paths { get; }

    /// <summary>The paths whose last step manages what a link at the path points to.</summary>
    public IReadOnlyList<string> Followed { get; }

    public IReadOnlyList<string> Packages { get; }

    public IReadOnlyList<string> Services { get; }

    public IReadOnlyList<string> Users { get; }

    public IReadOnlyList<string> Groups { get; }

    /// <summary>Kernel parameters, as paths below <c>/proc/sys</c>.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>What the steps of some plans name.</summary>
    public static CaseState Of(IEnumerable<ConvergePlan> plans) =>
        new(plans.SelectMany(plan => plan.Actions).SelectMany(action => action.Steps));

    private static string? PathOf(Step step) => step switch
    {
        LineStep line => line.Path,
        SysctlStep sysctl => sysctl.ConfigFile,
        _ => step.Subject.Kind == "path" ? step.Subject.Name : null,
    };

    private static List<string> Named(IEnumerable<Step> steps, string kind) =>
        [.. steps.Select(step => step.Subject).Where(subject => subject.Kind == kind).Select(subject => subject.Name)
            .Distinct().Order(StringComparer.Ordinal)];
}
