namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>
/// The users that workers of a server of root become: they have no accounts, files or other processes. Workers that run
/// at the same time have different ones, so that each has its own limit of processes.
/// </summary>
internal sealed class SandboxUsers
{
    private const int First = 2_000_000_000;

    private readonly Lock gate = new();
    private readonly SortedSet<int> used = [];

    /// <summary>A user for one worker. Disposing it allows another worker to have it.</summary>
    public SandboxUser Take()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new SandboxUser(null, () => { });
        }

        lock (gate)
        {
            var id = Enumerable.Range(First, used.Count + 1).First(each => !used.Contains(each));
            used.Add(id);
            return new SandboxUser(id, () => Return(id));
        }
    }

    private void Return(int id)
    {
        lock (gate)
        {
            used.Remove(id);
        }
    }
}

/// <summary>The number of a user; null for that of this process.</summary>
internal sealed class SandboxUser(int? id, Action end) : IDisposable
{
    public int? Id => id;

    public void Dispose() => end();
}
