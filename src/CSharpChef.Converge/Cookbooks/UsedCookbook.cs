namespace CSharpChef.Converge.Cookbooks;

/// <summary>A cookbook that a run uses in place of, or as, what a lock file pins.</summary>
/// <param name="Name">The name of the cookbook.</param>
/// <param name="Locked">What the lock file pins.</param>
/// <param name="Folder">The folder that is used instead; null when the locked one is used.</param>
internal sealed record UsedCookbook(string Name, LockedCookbook Locked, string? Folder)
{
    public override string ToString() => Folder is null
        ? $"{Name} {Locked}"
        : $"{Name} from {ShownPath.Of(Folder)}, in place of {Locked}, which the lock file pins";
}
