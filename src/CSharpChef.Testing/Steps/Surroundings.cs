namespace CSharpChef.Testing;

/// <summary>What a command or a guard needs to run: its folder and its user.</summary>
internal static class Surroundings
{
    /// <summary>The reason why nothing can run there; null when it can.</summary>
    public static string? Obstacle(StepRun run, string cwd)
    {
        var user = run.Action.Resource.RunAs;
        return run.Machine.Files.Find(cwd) is not { Kind: InodeKind.Directory }
            ? $"the folder {cwd} to run in does not exist"
            : user is not null && run.Machine.Accounts.User(user) is null
                ? $"the user {user} to run as does not exist"
                : null;
    }
}
