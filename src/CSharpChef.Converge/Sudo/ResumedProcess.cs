using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>A process whose first output has been read already.</summary>
internal sealed class ResumedProcess(IRemoteProcess process, Stream output, Stream error) : IRemoteProcess
{
    public Stream Input => process.Input;

    public Stream Output => output;

    public Stream Error => error;

    public Task<int?> Exit => process.Exit;

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
