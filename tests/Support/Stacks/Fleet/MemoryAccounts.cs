using System.Collections.Concurrent;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Fleet.Logins;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.TestSupport.Stacks.Fleet;

/// <summary>Changes the accounts of no machine.</summary>
internal sealed class MemoryAccounts : IMachineAccounts
{
    /// <summary>The hostnames of the machines whose access was removed.</summary>
    public ConcurrentQueue<string> Removed { get; } = new();

    /// <summary>The hostnames of the machines that have got a new key of their stack.</summary>
    public ConcurrentQueue<string> Rotated { get; } = new();

    /// <summary>Why the accounts and keys cannot be changed; null when they can.</summary>
    public LoginResult? Problem { get; set; }

    /// <summary>The hostnames of the machines whose accounts of users were kept.</summary>
    public ConcurrentQueue<string> Synced { get; } = new();

    /// <summary>The users who are skipped, with the reason.</summary>
    public IReadOnlyList<string> Skipped { get; set; } = [];

    public Task<LoginsResult> SyncAsync(Instance instance, CancellationToken ct)
    {
        if (Problem is null)
        {
            Synced.Enqueue(instance.Hostname!);
        }

        return Task.FromResult(new LoginsResult(Problem ?? new LoginResult.LoggedIn("")) { Skipped = Skipped });
    }

    public Task<LoginResult> RotateKeyAsync(Instance instance, CancellationToken ct)
    {
        if (Problem is null)
        {
            Rotated.Enqueue(instance.Hostname!);
        }

        return Task.FromResult(Problem ?? new LoginResult.LoggedIn(""));
    }

    public Task<LoginResult> RemoveAsync(Instance instance, CancellationToken ct)
    {
        if (Problem is null)
        {
            Removed.Enqueue(instance.Hostname!);
        }

        return Task.FromResult(Problem ?? new LoginResult.LoggedIn(""));
    }
}
