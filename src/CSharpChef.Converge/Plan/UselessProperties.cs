using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>Refuses properties that would have no effect on their resource, or another one than they say.</summary>
internal static class UselessProperties
{
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(2);

    /// <param name="resource">The resource.</param>
    /// <param name="steps">The steps of all its actions that may run.</param>
    /// <exception cref="RecipeException">A property has no effect.</exception>
    public static void Refuse(Resource resource, IReadOnlyCollection<Step> steps)
    {
        if (Problem(resource, steps) is { } problem)
        {
            var name = RedactedName.Of(resource, resource.Sensitive, []);
            throw new RecipeException($"{resource.DeclaredAt}: {name}: {problem}");
        }
    }

    /// <summary>The message for the author about a property without effect; null when there is none.</summary>
    public static string? Problem(Resource resource, IReadOnlyCollection<Step> steps) => resource switch
    {
        { Retries: < 0 } => "Retries is negative",
        { RetryDelay.Ticks: < 0 } => "RetryDelay is negative",
        { Retries: 0 } when resource.RetryDelay != DefaultDelay => "RetryDelay has no effect without Retries",
        { Timeout.Ticks: <= 0 } => "Timeout must be longer than 0",
        ReceivedResource received => received.UselessProperty,
        { Timeout: not null, Guards.Count: 0 } when steps.Count > 0 && !IsLimited(resource, steps) =>
            "Timeout has no effect: it limits commands, guards, Verify, packages and services",
        { RunAs: not null, Guards.Count: 0 } when steps.Count > 0 && !HasCommand(resource, steps) =>
            "RunAs has no effect: the resource has no command, guard or Verify"
            + resource switch
            {
                ContentResource or DirectoryResource => ". To give the path to a user, set Owner",
                CronResource => ". To run the entry as a user, set User",
                _ => "",
            },
        ServiceResource { HasChosenActions: true } service when service.Enabled == false || service.Running == false =>
            "Enabled and Running have no effect beside Do, which replaces the default actions: write s.Do(s.Disable, s.Stop)",
        LogResource { Notifications.Count: > 0 } =>
            "a message does not change the node, so that it never notifies",
        LogResource { Guards.Count: 0, Retries: > 0 } => "Retries has no effect: a message cannot fail",
        LogResource { Guards.Count: 0, IgnoreFailure: true } => "IgnoreFailure has no effect: a message cannot fail",
        PackageResource { Version: not null } when Only<PackageStep>(
            steps, step => step.State is PackageState.Removed or PackageState.Purged) =>
            "Version has no effect on a removal, which removes any version",
        ContentResource { Backup: > 0 } when Only<FileStep>(steps, step => step.CreateOnly) =>
            "Backup has no effect with CreateIfMissing, which never replaces a file",
        ContentResource { FollowLinks: false } when Only<FileStep>(steps, step => step.CreateOnly) =>
            "FollowLinks has no effect with CreateIfMissing, which leaves an existing link as it is",
        ContentResource { Backup: < 0 } => "Backup is negative: it is the number of earlier versions to keep",
        FileResource { Content: null, Verify: not null } => "Verify has no effect without new content: set Content",
        FileResource { Content: null, Backup: > 0 } => "Backup has no effect without new content: set Content",
        LineResource { Match: not null, Block: not null } =>
            "Match has no effect on a block, which is found by its markers: remove one of them",
        UserResource { AppendGroups: false, Groups: null } =>
            "AppendGroups has no effect without Groups: set Groups, maybe to []",
        GroupResource { AppendMembers: false, Members: null } =>
            "AppendMembers has no effect without Members: set Members, maybe to []",
        _ => null,
    };

    private static bool Only<TStep>(IReadOnlyCollection<Step> steps, Func<TStep, bool> condition) =>
        steps.OfType<TStep>().Any() && steps.All(step => step is TStep typed && condition(typed));

    private static bool IsLimited(Resource resource, IEnumerable<Step> steps) =>
        HasCommand(resource, steps)
        || resource is PackageResource or ServiceResource
        || steps.Any(step => step is PackageStep or ServiceStep);

    private static bool HasCommand(Resource resource, IEnumerable<Step> steps) =>
        resource is CommandResource or ContentResource { Verify: not null }
        || steps.Any(step => step is CommandStep or FileStep { Verify: not null });
}
