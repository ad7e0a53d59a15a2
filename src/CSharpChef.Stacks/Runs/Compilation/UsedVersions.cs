namespace CSharpChef.Stacks.Runs.Compilation;

/// <summary>The versions of cookbooks that commands of this server use now.</summary>
internal sealed class UsedVersions
{
    private readonly Lock gate = new();
    private readonly List<Use> uses = [];

    /// <summary>Notes that a command uses a version. Disposing the result ends the use.</summary>
    public IDisposable Begin(string stack, string version)
    {
        var use = new Use(this, stack, version);
        lock (gate)
        {
            uses.Add(use);
        }

        return use;
    }

    /// <summary>The versions of a stack that are in use.</summary>
    public IReadOnlyList<string> Of(string stack)
    {
        lock (gate)
        {
            return [.. uses.Where(use => use.Stack == stack).Select(use => use.Version).Distinct()];
        }
    }

    private void End(Use use)
    {
        lock (gate)
        {
            uses.Remove(use);
        }
    }

    private sealed class Use(UsedVersions versions, string stack, string version) : IDisposable
    {
        public string Stack => stack;

        public string Version => version;

        public void Dispose() => versions.End(this);
    }
}
