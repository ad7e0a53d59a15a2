using CSharpChef.Converge.Workers.Sandbox;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>A worker that waits for its run, with its user.</summary>
internal sealed class StartedWorker(SandboxedProcess process, SandboxUser user) : IAsyncDisposable
{
    public SandboxedProcess Process => process;

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        user.Dispose();
    }
}
