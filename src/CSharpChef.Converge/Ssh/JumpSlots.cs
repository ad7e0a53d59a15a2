using System.Collections.Concurrent;

namespace CSharpChef.Converge.Ssh;

/// <summary>
/// How many connections lead through one jump host at a time. Its sshd drops those beyond MaxStartups (10 unless
/// configured), and everybody else who has to go through it needs it too.
/// </summary>
internal static class JumpSlots
{
    public const int Most = 10;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> jumps = new();

    /// <summary>Waits for a place; disposing it gives it back.</summary>
    public static async Task<IAsyncDisposable> AcquireAsync(string jump, CancellationToken ct) =>
        await SemaphoreLease.AcquireAsync(jumps.GetOrAdd(jump, _ => new SemaphoreSlim(Most)), ct);
}
