using System.Collections.Concurrent;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// Limits how many connections use one jump host at once. Its sshd drops those beyond MaxStartups (10 unless
/// configured), and other users need the jump host too.
/// </summary>
internal sealed class JumpSlots
{
    public const int Limit = 10;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> jumps = new();

    /// <summary>Waits for a free slot; disposing the lease releases it.</summary>
    public async Task<IAsyncDisposable> AcquireAsync(string jump, CancellationToken ct) =>
        await SemaphoreLease.AcquireAsync(jumps.GetOrAdd(jump, _ => new SemaphoreSlim(Limit)), ct);
}
