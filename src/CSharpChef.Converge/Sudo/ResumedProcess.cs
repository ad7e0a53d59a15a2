using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>A process whose output another reader has begun to read.</summary>
internal sealed class ResumedProcess(IRemoteProcess process, Stream output, Stream error) : IRemoteProcess
{
    public Stream Input => process.Input;

    public Stream Output => output;

    public Stream Error => error;

    public Task<int?> Exit => process.Exit;

    public void KeepRunning() => process.KeepRunning();

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
